import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { checkValue } from '../../../shared/guide/checks/check-value';
import { contextOf } from '../../../shared/guide/checks/read-values';
import { values } from '../../../shared/guide/values';
import { FindingList } from '../../components/finding-list';
import { MarkedText } from '../../components/marked-text';
import { Notice } from '../../components/notice';
import { PasteButton } from '../../components/paste-button';
import { useGuide } from '../../state/guide';
import { fieldAttribute, focusField, focusNextEmptyField } from './focus-field';
import { isMovable, shownFindings } from './shown-findings';
import { TokenActs } from './token-acts';
import { TokenFacts } from './token-facts';
import styles from './value-field.module.css';
import { ValueStateMark } from './value-state-mark';

const id = 'bearer-token';
const definition = values[id];

interface EntryProps {
  readonly onCancel: (() => void) | null;
  readonly onKept: () => void;
}

/** Where a token is typed or pasted. It stays in this field until it is handed to main, and is never shown again. */
function TokenEntry({ onCancel, onKept }: EntryProps) {
  const { workspace, facts, actions } = useGuide();
  const [text, setText] = useState('');
  const readTyped = (typed: string) => checkValue(id, typed, contextOf(workspace, facts, Date.now()));
  const reading = readTyped(text);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (onCancel !== null) field.current?.focus();
  }, [onCancel]);

  const keep = async (token: string) => {
    if (!(await actions.setToken(token))) return;
    setText('');
    onKept();
    focusNextEmptyField(id);
  };
  const paste = (pasted: string) => {
    setText(pasted);
    if (readTyped(pasted).state === 'ok') void keep(pasted);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reading.state === 'ok' || reading.state === 'warned') void keep(text);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <PasswordInput
          ref={field}
          id={`field-${id}`}
          flex={1}
          classNames={{ innerInput: 'mono' }}
          autoComplete="off"
          spellCheck={false}
          placeholder="Paste it here"
          value={text}
          error={reading.state === 'wrong'}
          onChange={(event) => setText(event.currentTarget.value)}
          {...{ [fieldAttribute]: id }}
        />
        <Button type="submit" disabled={reading.state !== 'ok' && reading.state !== 'warned'}>
          Keep it
        </Button>
        {onCancel === null ? null : (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </Group>
      <Group gap={6} my={6}>
        <PasteButton what={definition.name} onPaste={paste} />
        <Text size="sm" c="dimmed">
          A token without a fault is kept as soon as it is pasted.
        </Text>
      </Group>
      <FindingList
        label={`Findings about ${definition.name}`}
        findings={shownFindings(reading.findings, null, {
          // The button that mended is gone, and the focus with it: Enter in the field keeps the token.
          replace: (mended) => {
            setText(mended);
            field.current?.focus();
          },
          move: (to, moved) => {
            if (isMovable(to)) actions.put(to, moved);
            setText('');
            if (!focusField(to)) field.current?.focus();
          },
        })}
      />
    </form>
  );
}

/** The bearer token: handed over once, then only known by its last four characters and its fingerprint. */
export function TokenField({ inRow = false }: { readonly inRow?: boolean }) {
  const { workspace, facts, readings } = useGuide();
  const [replacing, setReplacing] = useState(false);
  const held = facts.tokenHeld && workspace.token !== null;
  const what = (
    <Text size="sm" c="dimmed">
      <MarkedText text={definition.what} />
    </Text>
  );
  return (
    <div className={styles['field']} data-value={id} data-value-state={readings[id].state}>
      <div className={styles['head']}>
        <label className={inRow ? 'visually-hidden' : styles['name']} htmlFor={`field-${id}`}>
          {definition.name}
        </label>
        {inRow ? what : <ValueStateMark state={readings[id].state} />}
        {held ? <TokenActs onReplace={() => setReplacing(true)} /> : null}
      </div>
      {inRow ? null : what}
      {held ? <TokenFacts /> : null}
      {!held && workspace.token !== null ? (
        <Notice tone="warn" title="Not held any more">
          This computer has no keyring that the app trusts, so the token was forgotten when the app was closed. Enter the one that ends in{' '}
          <span className="mono">{workspace.token.last4}</span> again; whether it is the same one is checked.
        </Notice>
      ) : null}
      {held && !replacing ? null : <TokenEntry onCancel={held ? () => setReplacing(false) : null} onKept={() => setReplacing(false)} />}
      {held ? (
        <FindingList
          findings={shownFindings(readings[id].findings, null, { replace: () => undefined, move: () => undefined })}
          label="About the token that is kept"
        />
      ) : null}
    </div>
  );
}
