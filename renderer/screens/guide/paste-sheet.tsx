import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { checkValue } from '../../../shared/guide/checks/check-value';
import { contextOf } from '../../../shared/guide/checks/read-values';
import { type RecognisedValue, recognisePaste } from '../../../shared/guide/recognise-paste';
import type { Step } from '../../../shared/guide/step';
import { isSecret, type PlainValueId, type ValueId } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import type { Workspace } from '../../../shared/guide/workspace';
import { DiffText } from '../../components/diff-text';
import { MaskedSecret } from '../../components/masked-secret';
import { useGuide } from '../../state/guide';
import { showDone } from '../../state/undo-toast';
import { focusField } from './focus-field';
import { offeredPaste, offerPaste, subscribeToOfferedPaste } from './offered-paste';
import styles from './paste-sheet.module.css';
import { ValueStateMark } from './value-state-mark';

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

/** A paste while no field has the focus is meant for the step as a whole. */
function useStrayPaste(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isEditable(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      // Else the browser would paste once more, into the field that gets the focus meanwhile.
      event.preventDefault();
      offerPaste(text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}

interface LineProps {
  readonly found: RecognisedValue;
  readonly taken: boolean;
  readonly onChange: (taken: boolean) => void;
}

function Line({ found, taken, onChange }: LineProps) {
  const { workspace, facts } = useGuide();
  const { value, text, by } = found;
  const { state } = checkValue(value, text, contextOf(workspace, facts, Date.now()));
  const now = isSecret(value) ? '' : (workspace.values[value]?.text ?? '');
  return (
    <li className={styles['line']} data-recognised={value}>
      <Checkbox
        checked={taken}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label={
          <Group gap={6}>
            <b>{values[value].name}</b>
            <ValueStateMark state={state} />
            <Text span size="sm" c="dimmed">
              {by === 'label' ? 'by its label' : 'by its looks'}
            </Text>
          </Group>
        }
      />
      <div className={styles['text']}>
        {isSecret(value) ? (
          <MaskedSecret last4={text.slice(-4)} />
        ) : now === '' || now === text ? (
          <span className="mono">
            {text}
            {now === text ? ' (there already)' : ''}
          </span>
        ) : (
          <DiffText expected={now} found={text} expectedLabel="Now" foundLabel="Pasted" unjudged />
        )}
      </div>
    </li>
  );
}

/**
 * A single value that a field of the step still waits for, and that overwrites nothing: it can go there at once. A text that says
 * nothing about itself goes into the first empty field.
 */
function straightTo(step: Step, workspace: Workspace, text: string, found: readonly RecognisedValue[]): RecognisedValue | null {
  const [only] = found;
  const isEmpty = (id: ValueId): id is PlainValueId => !isSecret(id) && (workspace.values[id]?.text ?? '') === '';
  if (found.length === 1 && only !== undefined) return step.valuesOut.includes(only.value) && isEmpty(only.value) ? only : null;
  const first = step.valuesOut.find(isEmpty);
  const oneLine = !/[\r\n]/.test(text.trim());
  return found.length === 0 && oneLine && first !== undefined ? { value: first, text, by: 'shape' } : null;
}

/** What was found in a pasted panel, to be looked at before it is taken: nothing is overwritten unseen. */
export function PasteSheet({ step }: { readonly step: Step }) {
  useStrayPaste();
  const { workspace, facts, actions } = useGuide();
  const offered = useSyncExternalStore(subscribeToOfferedPaste, offeredPaste);
  const found = useMemo(() => (offered === null ? [] : recognisePaste(offered)), [offered]);
  const [left, setLeft] = useState<ReadonlySet<ValueId>>(new Set());
  const straight = useMemo(
    () => (offered === null ? null : straightTo(step, workspace, offered, found)),
    [offered, step, workspace, found],
  );
  useEffect(() => {
    setLeft(new Set());
    if (offered === null || (found.length > 0 && straight === null)) return;
    offerPaste(null);
    if (straight !== null && !isSecret(straight.value)) {
      actions.put(straight.value, straight.text);
      focusField(straight.value);
      return;
    }
    showDone('Nothing in what was pasted looks like a value of this guide. Put the cursor into a field to paste it there.');
  }, [offered, found, straight, actions]);

  const taken = found.filter(({ value }) => !left.has(value));
  const take = () => {
    const plain = taken.flatMap(({ value, text }): readonly (readonly [PlainValueId, string])[] =>
      isSecret(value) ? [] : [[value, text]],
    );
    if (plain.length > 0) actions.putAll(plain);
    for (const { value, text } of taken) {
      if (!isSecret(value)) continue;
      const fix = checkValue(value, text, contextOf(workspace, facts, Date.now())).findings.find(
        (finding) => finding.fix?.kind === 'replace',
      )?.fix;
      void actions.setToken(fix?.text ?? text);
    }
    offerPaste(null);
  };

  return (
    <Modal opened={found.length > 0 && straight === null} onClose={() => offerPaste(null)} title="Found in what was pasted" size="lg">
      <Stack gap="md">
        <ul className={styles['list']}>
          {found.map((value) => (
            <Line
              key={value.value}
              found={value}
              taken={!left.has(value.value)}
              onChange={(now) => {
                const next = new Set(left);
                if (now) next.delete(value.value);
                else next.add(value.value);
                setLeft(next);
              }}
            />
          ))}
        </ul>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => offerPaste(null)}>
            Cancel
          </Button>
          <Button data-autofocus disabled={taken.length === 0} onClick={take}>
            {taken.length === 1 ? 'Take this value' : `Take these ${taken.length} values`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
