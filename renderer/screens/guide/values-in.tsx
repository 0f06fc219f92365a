import { Button, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Step } from '../../../shared/guide/step';
import type { StepId } from '../../../shared/guide/step-id';
import { originStep } from '../../../shared/guide/value';
import { isSecret, type ValueId } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import { invoke } from '../../bridge';
import { MaskedSecret } from '../../components/masked-secret';
import { PastedTick } from '../../components/pasted-tick';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import { useGuide } from '../../state/guide';
import { pastedAt } from './pasted-here';
import { PlaceText } from './place-text';
import { StepLink } from './step-link';
import { ValueStateMark } from './value-state-mark';
import styles from './values-in.module.css';

interface RowProps {
  readonly id: ValueId;
  readonly step: StepId;
  /** The one to copy next: its button stands out. */
  readonly next: boolean;
  readonly onCopied: () => void;
  readonly onPasted: () => void;
}

function Row({ id, step, next, onCopied, onPasted }: RowProps) {
  const { workspace, facts, readings, actions } = useGuide();
  const definition = values[id];
  const { state } = readings[id];
  const place = definition.pasteInto.find((candidate) => candidate.step === step);
  const pasted = pastedAt(workspace, id, step) !== undefined;
  const [copied, setCopied] = useState(false);
  const text = isSecret(id) ? '' : (workspace.values[id]?.text ?? '');
  const there = isSecret(id) ? facts.tokenHeld && workspace.token !== null : text !== '';

  const copy = async () => {
    if (isSecret(id)) {
      if (!(await actions.copyToken())) return;
    } else await invoke('app:copy', { text });
    setCopied(true);
    onCopied();
  };

  const tick = (now: boolean) => {
    actions.setPasted(id, step, now);
    if (now) onPasted();
  };

  return (
    <li className={styles['row']} data-value-in={id} data-pasted={pasted}>
      <div className={styles['words']}>
        <div className={styles['name']}>
          {definition.name}
          {state === 'ok' || pasted ? null : <ValueStateMark state={state} />}
          {copied && !pasted ? <Tag tone="info">copied: paste it there, then tick</Tag> : null}
        </div>
        {there ? (
          <div className={`mono ${styles['text']}`}>{isSecret(id) ? <MaskedSecret last4={workspace.token?.last4 ?? ''} /> : text}</div>
        ) : (
          <Text size="sm">
            {isSecret(id) && workspace.token !== null ? 'No longer held since the app was closed. Enter it again at ' : 'Comes from '}
            <StepLink id={originStep(definition.origin)} />.
          </Text>
        )}
        {place === undefined ? null : (
          <Text size="sm" c="dimmed">
            Into <PlaceText place={place} />
          </Text>
        )}
      </div>
      <div className={styles['acts']}>
        <Button
          size="xs"
          variant={next ? 'filled' : 'default'}
          disabled={!there}
          leftSection={copied ? <IconCheck size={15} aria-hidden="true" /> : <IconCopy size={15} aria-hidden="true" />}
          onClick={() => void copy()}
          aria-label={`Copy ${definition.name}`}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
        <PastedTick into="Pasted" of={definition.name} pasted={pasted} onChange={tick} />
      </div>
    </li>
  );
}

/**
 * The way between app and browser, for the keyboard: whoever comes back after copying a value stands on its tick, and after ticking it
 * on the button that copies the next one.
 */
function useCopyRound(list: RefObject<HTMLUListElement | null>) {
  const copied = useRef<ValueId | null>(null);
  useEffect(() => {
    const comeBack = () => {
      const id = copied.current;
      if (id === null) return;
      list.current?.querySelector<HTMLElement>(`[data-value-in="${id}"][data-pasted="false"] input[type="checkbox"]`)?.focus();
    };
    window.addEventListener('focus', comeBack);
    return () => window.removeEventListener('focus', comeBack);
  }, [list]);
  return {
    onCopied: (id: ValueId) => {
      copied.current = id;
    },
    onPasted: (id: ValueId) => {
      if (copied.current === id) copied.current = null;
      const ready = 'button:not([disabled])';
      const after = list.current?.querySelector<HTMLElement>(`[data-value-in="${id}"] ~ [data-pasted="false"] ${ready}`);
      const any = list.current?.querySelector<HTMLElement>(`[data-pasted="false"]:not([data-value-in="${id}"]) ${ready}`);
      (after ?? any)?.focus();
    },
  };
}

/** Values to paste in this step's console, in the order of its form: copy, paste there, tick. */
export function ValuesIn({ step }: { readonly step: Step }) {
  const { workspace, readings } = useGuide();
  const list = useRef<HTMLUListElement>(null);
  const { onCopied, onPasted } = useCopyRound(list);
  const open = step.valuesIn.filter((id) => pastedAt(workspace, id, step.id) === undefined);
  const next = open.find((id) => readings[id].state !== 'empty');
  return (
    <Section
      title="Values to paste there"
      aside={
        <Tag tone={open.length === 0 ? 'pass' : 'neutral'}>
          {step.valuesIn.length - open.length} of {step.valuesIn.length} pasted
        </Tag>
      }
    >
      <ul className={styles['list']} ref={list}>
        {step.valuesIn.map((id) => (
          <Row key={id} id={id} step={step.id} next={id === next} onCopied={() => onCopied(id)} onPasted={() => onPasted(id)} />
        ))}
      </ul>
    </Section>
  );
}
