import { Group, NativeSelect } from '@mantine/core';
import { consoleNames, linkUrl } from '../../../shared/guide/console';
import type { Step } from '../../../shared/guide/step';
import { isGroupStep, stepIds } from '../../../shared/guide/step-id';
import { type Region, regionIds, regions } from '../../../shared/jumpcloud/regions';
import { MarkedText } from '../../components/marked-text';
import { OutwardLink } from '../../components/outward-link';
import { Tag } from '../../components/tag';
import { useGuide } from '../../state/guide';
import { ConsoleTag } from './console-tag';
import styles from './step-head.module.css';
import { stepStates } from './step-state-icon';

const isRegion = (text: string): text is Region => (regionIds as readonly string[]).includes(text);

/** Which step, where it is worked in, what it achieves, and the way into the console. */
export function StepHead({ step }: { readonly step: Step }) {
  const { workspace, progress, actions } = useGuide();
  const { word, tone } = stepStates[progress.steps[step.id].state.kind];
  const place = stepIds.indexOf(step.id) + 1;
  return (
    <header className={styles['head']}>
      <div className={styles['line']}>
        <span className={styles['place']}>
          {isGroupStep(step.id) ? `Group step ${step.id.slice(1)} of 4` : `Step ${step.id} of 14`}
          <span className="visually-hidden">
            , {place} of {stepIds.length} in all
          </span>
        </span>
        <ConsoleTag console={step.console} />
        <Tag tone={tone}>{word}</Tag>
      </div>
      <h1 className={styles['title']}>{step.title}</h1>
      <p className={styles['summary']}>
        <MarkedText text={step.summary} />
      </p>
      {step.links.length === 0 ? null : (
        <Group gap="sm" mt={4} role="group" aria-label={`Open ${consoleNames[step.console]}`}>
          {step.links.map((link, index) => (
            <OutwardLink key={link.label} label={link.label} url={linkUrl(link, workspace.region)} emphasis={index === 0} />
          ))}
          {step.links.some(({ kind }) => kind === 'jumpcloud') ? (
            <NativeSelect
              size="xs"
              aria-label="JumpCloud region"
              value={workspace.region}
              onChange={({ currentTarget: { value } }) => {
                if (isRegion(value)) actions.setRegion(value);
              }}
              data={regionIds.map((id) => ({ value: id, label: `JumpCloud: ${regions[id].label}` }))}
            />
          ) : null}
        </Group>
      )}
    </header>
  );
}
