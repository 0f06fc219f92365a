import { ActionIcon, NativeSelect, NumberInput, Switch, TextInput, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { entityTypes, type RuleSpec } from '../../../shared/vendor/event';
import { compileRule } from '../../../shared/vendor/rules';
import { Tag } from '../../components/tag';
import { patternOf, ruleName, ruleTypeWords, targetWords } from './rule-words';
import styles from './rules.module.css';

interface RuleRowProps {
  readonly rule: RuleSpec;
  readonly at: number;
  readonly count: number;
  /** The vendor has this kind of target switched on. */
  readonly enabled: boolean;
  /** Known groups that it takes; undefined while that is not known. */
  readonly taken: number | undefined;
  readonly dropHere: boolean;
  readonly onChange: (rule: RuleSpec) => Promise<boolean>;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onDragStart: () => void;
  readonly onDragOver: () => void;
  readonly onDragEnd: () => void;
  readonly onDrop: () => void;
}

/** The draft of a pattern that cannot be kept as it stands, and why. */
const problemWith = (rule: RuleSpec, pattern: string): string | null => {
  if (rule.type === 'matchAll') return null;
  if (pattern === '')
    return rule.type === 'prefix' ? 'Without a beginning this matches every name.' : 'Expected a regular expression; found nothing.';
  const compiled = compileRule({ ...rule, pattern });
  return compiled.ok ? null : `Not a regular expression of RE2 syntax: ${compiled.error}`;
};

/** One rule. Its fields are kept when they are left, or with Enter; a pattern that would not compile waits until it does. */
export function RuleRow(props: RuleRowProps) {
  const { rule, at, count, enabled, taken, dropHere, onChange, onMove, onRemove, onDragStart, onDragOver, onDragEnd, onDrop } = props;
  const [pattern, setPattern] = useState(patternOf(rule));
  const [grabbed, setGrabbed] = useState(false);
  useEffect(() => setPattern(patternOf(rule)), [rule]);
  const problem = problemWith(rule, pattern);

  const keepPattern = () => {
    if (rule.type === 'matchAll' || pattern === rule.pattern) return;
    if (compileRule({ ...rule, pattern }).ok) void onChange({ ...rule, pattern });
  };
  const setType = (type: string) => {
    const { target, autoApprove, priority } = rule;
    const base = { target, autoApprove, priority };
    if (type === 'matchAll') void onChange({ type, ...base });
    else if (type === 'prefix' || type === 'regex')
      void onChange({ type, pattern: type === 'regex' && pattern === '' ? '.*' : pattern, ...base });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp') onMove(at - 1);
    else if (event.key === 'ArrowDown') onMove(at + 1);
    else return;
    event.preventDefault();
  };

  const name = `Rule ${at + 1}`;
  return (
    <li
      className={`${styles['rule']} ${dropHere ? styles['dropHere'] : ''}`}
      draggable={grabbed}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', ruleName(rule));
        onDragStart();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        onDragOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      onDragEnd={() => {
        setGrabbed(false);
        onDragEnd();
      }}
    >
      <Tooltip label="Drag, or use the arrow keys">
        <button
          type="button"
          data-rule-grip
          className={styles['grip']}
          aria-label={`Move ${name}: ${ruleName(rule)}. Arrow keys move it up and down.`}
          onKeyDown={keys}
          onMouseDown={() => setGrabbed(true)}
          onMouseUp={() => setGrabbed(false)}
        >
          <IconGripVertical size={16} aria-hidden="true" />
          <span className={styles['place']}>{at + 1}</span>
        </button>
      </Tooltip>
      <NativeSelect
        size="xs"
        aria-label={`${name}: how names are matched`}
        value={rule.type}
        onChange={(event) => setType(event.currentTarget.value)}
        data={(Object.keys(ruleTypeWords) as RuleSpec['type'][]).map((type) => ({ value: type, label: ruleTypeWords[type] }))}
      />
      {rule.type === 'matchAll' ? (
        <span className={styles['any']}>whatever it is called</span>
      ) : (
        <TextInput
          size="xs"
          data-rule-pattern
          classNames={{ input: styles['pattern'] ?? '' }}
          aria-label={`${name}: pattern`}
          placeholder={rule.type === 'prefix' ? 'eng-' : '^qa-.*-team$'}
          value={pattern}
          onChange={(event) => setPattern(event.currentTarget.value)}
          onBlur={keepPattern}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keepPattern();
            if (event.key === 'Escape') setPattern(patternOf(rule));
          }}
          error={problem}
          spellCheck={false}
          autoComplete="off"
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={`${name}: target`}
        value={rule.target}
        onChange={(event) => {
          const target = entityTypes.find((type) => type === event.currentTarget.value);
          if (target !== undefined) void onChange({ ...rule, target });
        }}
        data={entityTypes.map((type) => ({ value: type, label: targetWords[type] }))}
      />
      <Switch
        size="xs"
        aria-label={`${name}: approves by itself`}
        checked={rule.autoApprove}
        onChange={(event) => void onChange({ ...rule, autoApprove: event.currentTarget.checked })}
      />
      <NumberInput
        key={rule.priority}
        size="xs"
        aria-label={`${name}: priority, highest first`}
        defaultValue={rule.priority}
        allowDecimal={false}
        hideControls
        onBlur={(event) => {
          const priority = Number(event.currentTarget.value);
          if (Number.isInteger(priority) && event.currentTarget.value !== '' && priority !== rule.priority)
            void onChange({ ...rule, priority });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <span className={styles['taken']}>
        {taken === undefined ? (
          ''
        ) : (
          <Tag tone={taken === 0 ? 'warn' : 'neutral'} label={`takes ${taken} groups`}>
            {taken.toLocaleString('en-GB')}
          </Tag>
        )}
      </span>
      <span className={styles['buttons']}>
        <ActionIcon
          size="sm"
          className={styles['arrow'] ?? ''}
          aria-label={`Move ${name} up`}
          disabled={at === 0}
          onClick={() => onMove(at - 1)}
        >
          <IconArrowUp size={15} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          size="sm"
          className={styles['arrow'] ?? ''}
          aria-label={`Move ${name} down`}
          disabled={at === count - 1}
          onClick={() => onMove(at + 1)}
        >
          <IconArrowDown size={15} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon size="sm" aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconTrash size={15} aria-hidden="true" />
        </ActionIcon>
      </span>
      {enabled ? null : (
        <span className={styles['remark']}>
          <Tag tone="warn">{targetWords[rule.target]}s are not enabled: mappings stay Pending (A16)</Tag>
        </span>
      )}
    </li>
  );
}
