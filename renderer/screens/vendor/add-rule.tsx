import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type EntityType, entityTypes, type RuleSpec } from '../../../shared/vendor/event';
import { compileRule } from '../../../shared/vendor/rules';
import { ruleTypeWords, targetWords } from './rule-words';
import styles from './rules.module.css';

/** A new rule, put together here and added when it is whole: an empty beginning would match every name. */
export function AddRule({ onAdd }: { readonly onAdd: (rule: RuleSpec) => Promise<boolean> }) {
  const [type, setType] = useState<RuleSpec['type']>('prefix');
  const [pattern, setPattern] = useState('');
  const [target, setTarget] = useState<EntityType>('Team');
  const [autoApprove, setAutoApprove] = useState(true);
  const [tried, setTried] = useState(false);
  const base = { target, autoApprove, priority: 0 };
  const rule: RuleSpec = type === 'matchAll' ? { type, ...base } : { type, pattern, ...base };
  const problem = problemWith(rule);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null || !(await onAdd(rule))) return;
    setPattern('');
    setTried(false);
  };
  return (
    <form className={styles['add']} onSubmit={(event) => void submit(event)} aria-label="Add a rule">
      <span className={styles['place']} aria-hidden="true">
        new
      </span>
      <NativeSelect
        size="xs"
        aria-label="New rule: how names are matched"
        value={type}
        onChange={(event) => setType(event.currentTarget.value as RuleSpec['type'])}
        data={(Object.keys(ruleTypeWords) as RuleSpec['type'][]).map((known) => ({ value: known, label: ruleTypeWords[known] }))}
      />
      {type === 'matchAll' ? (
        <span className={styles['any']}>whatever it is called</span>
      ) : (
        <TextInput
          size="xs"
          classNames={{ input: styles['pattern'] ?? '' }}
          aria-label="New rule: pattern"
          placeholder={type === 'prefix' ? 'eng-' : '^qa-.*-team$'}
          value={pattern}
          onChange={(event) => setPattern(event.currentTarget.value)}
          error={tried ? problem : null}
          spellCheck={false}
          autoComplete="off"
        />
      )}
      <NativeSelect
        size="xs"
        aria-label="New rule: target"
        value={target}
        onChange={(event) => setTarget(entityTypes.find((known) => known === event.currentTarget.value) ?? 'Team')}
        data={entityTypes.map((known) => ({ value: known, label: targetWords[known] }))}
      />
      <Switch
        size="xs"
        aria-label="New rule: approves by itself"
        checked={autoApprove}
        onChange={(event) => setAutoApprove(event.currentTarget.checked)}
      />
      <Button type="submit" size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden="true" />}>
        Add
      </Button>
    </form>
  );
}

function problemWith(rule: RuleSpec): string | null {
  if (rule.type === 'matchAll') return null;
  if (rule.pattern === '') return rule.type === 'prefix' ? 'Write how the names begin.' : 'Write a regular expression.';
  const compiled = compileRule(rule);
  return compiled.ok ? null : `Not a regular expression of RE2 syntax: ${compiled.error}`;
}
