import { ActionIcon, Group, Text, Textarea, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, memo, useEffect, useId, useRef } from 'react';
import type { ValueReading } from '../../../shared/guide/checks/finding';
import { recognisePaste } from '../../../shared/guide/recognise-paste';
import type { PlainValueId, ValueId } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import { CopyButton } from '../../components/copy-button';
import { FindingList } from '../../components/finding-list';
import { MarkedText } from '../../components/marked-text';
import { PasteButton } from '../../components/paste-button';
import { useGuide } from '../../state/guide';
import type { GuideActions } from '../../state/guide-actions';
import { showUndo } from '../../state/undo-toast';
import { fieldAttribute, focusField, focusNextEmptyField } from './focus-field';
import { offerPaste } from './offered-paste';
import { isMovable, shownFindings } from './shown-findings';
import styles from './value-field.module.css';
import { ValueStateMark } from './value-state-mark';

interface ValueFieldProps {
  readonly id: PlainValueId;
  /** Inside a row that says name and state already. */
  readonly inRow?: boolean;
}

/** One value of the ledger to be typed or pasted: checked at each keystroke, kept at each keystroke, every change can be taken back. */
export function ValueField({ id, inRow = false }: ValueFieldProps) {
  const { workspace, readings, actions } = useGuide();
  return <Field id={id} inRow={inRow} text={workspace.values[id]?.text ?? ''} reading={readings[id]} actions={actions} />;
}

interface FieldProps {
  readonly id: PlainValueId;
  readonly inRow: boolean;
  readonly text: string;
  readonly reading: ValueReading;
  readonly actions: GuideActions;
}

/** Drawn anew only when its own value changes: a step has several, and each measures its height. */
const Field = memo(({ id, inRow, text, reading, actions }: FieldProps) => {
  const definition = values[id];
  const helpId = useId();

  /** Set by a paste or a click that mends: when the text is right then, the next empty field gets the focus. */
  const filledBy = useRef<'paste' | 'mending' | null>(null);
  useEffect(() => {
    const by = filledBy.current;
    if (by === null || (by === 'paste' && text === '')) return;
    filledBy.current = null;
    if (text !== '' && reading.state === 'ok' && focusNextEmptyField(id)) return;
    // The button that mended is gone, and the focus with it.
    if (by === 'mending') focusField(id);
  }, [text, reading.state, id]);

  const paste = (next: string) => {
    filledBy.current = 'paste';
    actions.put(id, next);
  };
  const mend = (next: string) => {
    filledBy.current = 'mending';
    actions.put(id, next);
    showUndo({ message: `${definition.name} was mended.`, onUndo: actions.undo });
  };
  const move = (to: ValueId, moved: string) => {
    if (isMovable(to)) {
      actions.putAll([
        [to, moved],
        [id, ''],
      ]);
      showUndo({ message: `${values[to].name} has the text now, ${definition.name} is empty.`, onUndo: actions.undo });
      if (!focusField(to)) focusField(id);
    }
    // A token that was refused stays where it is: nowhere else would have it.
    else
      void actions.setToken(moved).then((kept) => {
        if (kept) actions.put(id, '');
        focusField(id);
      });
  };
  const clear = () => {
    actions.put(id, '');
    showUndo({ message: `${definition.name} was cleared.`, onUndo: actions.undo });
  };
  /** A whole panel with several values belongs to more fields than this one. */
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    filledBy.current = 'paste';
    if (recognisePaste(pasted).length < 2) return;
    event.preventDefault();
    filledBy.current = null;
    offerPaste(pasted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const withMod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (withMod && (key === 'z' || key === 'y')) {
      // The field's own undo knows nothing of fixes and of other fields.
      event.preventDefault();
      if (key === 'y' || event.shiftKey) actions.redo();
      else actions.undo();
    }
    if (key === 'enter') {
      event.preventDefault();
      actions.pause();
      focusNextEmptyField(id);
    }
  };

  const what = (
    <Text size="sm" c="dimmed" id={helpId}>
      <MarkedText text={definition.what} />
    </Text>
  );

  return (
    <div className={styles['field']} data-value={id} data-value-state={reading.state}>
      <div className={styles['head']}>
        <label className={inRow ? 'visually-hidden' : styles['name']} htmlFor={`field-${id}`}>
          {definition.name}
        </label>
        {inRow ? what : <ValueStateMark state={reading.state} />}
        <Group gap={4} ml="auto">
          <PasteButton what={definition.name} onPaste={paste} />
          {text === '' ? null : (
            <>
              <CopyButton text={text} what={definition.name} />
              <Tooltip label="Clear">
                <ActionIcon aria-label={`Clear ${definition.name}`} onClick={clear}>
                  <IconX size={16} aria-hidden="true" />
                </ActionIcon>
              </Tooltip>
            </>
          )}
        </Group>
      </div>
      {inRow ? null : what}
      <Textarea
        id={`field-${id}`}
        autosize
        minRows={1}
        maxRows={6}
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: 'mono' }}
        placeholder={`e.g. ${definition.example}`}
        value={text}
        error={reading.state === 'wrong'}
        onChange={(event) => actions.type(id, event.currentTarget.value)}
        onBlur={actions.pause}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        aria-describedby={helpId}
        {...{ [fieldAttribute]: id }}
      />
      <FindingList findings={shownFindings(reading.findings, text, { replace: mend, move })} label={`Findings about ${definition.name}`} />
    </div>
  );
});
