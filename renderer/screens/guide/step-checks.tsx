import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { CheckResult } from '../../../shared/guide/progress';
import type { StepCheck } from '../../../shared/guide/step';
import type { StepId } from '../../../shared/guide/step-id';
import { values } from '../../../shared/guide/values';
import { assertNever } from '../../../shared/result';
import { MarkedText } from '../../components/marked-text';
import { OursMark } from '../../components/ours-mark';
import { toneClass } from '../../components/tone-class';
import { useGuide } from '../../state/guide';
import { focusField } from './focus-field';
import styles from './step-checks.module.css';

type ValueCheck = Exclude<StepCheck, { readonly kind: 'seen' }>;

const sentence = (check: ValueCheck): string => {
  const { name } = values[check.value];
  switch (check.kind) {
    case 'value':
      return `${name} is there and can work.`;
    case 'pasted':
      return `${name} is pasted, as ticked above.`;
    case 'confirmed':
      return `${name} was compared and is the same.`;
    default:
      return assertNever(check);
  }
};

/** Leads to what is still to be done for a check. */
function reach(check: ValueCheck): void {
  if (check.kind === 'value' && focusField(check.value)) return;
  const holder = document.querySelector<HTMLElement>(
    `[data-value-in="${check.value}"] button, [data-value-again="${check.value}"] button, [data-value="${check.value}"] input[type="checkbox"]`,
  );
  holder?.scrollIntoView({ block: 'center' });
  holder?.focus({ preventScroll: true });
}

function Line({ result, step }: { readonly result: CheckResult; readonly step: StepId }) {
  const { actions } = useGuide();
  const { check, passed } = result;
  if (check.kind === 'seen') {
    return (
      <Checkbox
        checked={passed}
        onChange={(event) => actions.setSeen(step, [check.id], event.currentTarget.checked)}
        label={<MarkedText text={check.text} />}
        data-check={check.id}
      />
    );
  }
  const Sign = passed ? IconCircleCheck : IconCircleDashed;
  const sign = (
    <span className={`${styles['sign']} ${toneClass[passed ? 'pass' : 'neutral']}`}>
      <Sign size={20} stroke={1.7} aria-hidden="true" />
    </span>
  );
  const words = (
    <span>
      {sentence(check)}
      <span className="visually-hidden">{passed ? ' Holds.' : ' Not yet.'}</span>
    </span>
  );
  if (passed) {
    return (
      <div className={styles['line']}>
        {sign}
        {words}
      </div>
    );
  }
  return (
    <UnstyledButton className={`${styles['line']} ${styles['open']}`} onClick={() => reach(check)}>
      {sign}
      {words}
    </UnstyledButton>
  );
}

/** What must hold before the step is done: those that the app sees by itself, and those that only the admin can see. */
export function StepChecks({ id }: { readonly id: StepId }) {
  const { progress } = useGuide();
  const { checks } = progress.steps[id];
  return (
    <ul className={styles['list']}>
      {checks.map((result) => {
        const { check } = result;
        return (
          <li
            key={`${check.kind}-${check.kind === 'seen' ? check.id : check.value}`}
            className={styles['item']}
            data-passed={result.passed}
          >
            <Line result={result} step={id} />
            {check.kind === 'seen' && check.ours === true ? <OursMark /> : null}
          </li>
        );
      })}
    </ul>
  );
}
