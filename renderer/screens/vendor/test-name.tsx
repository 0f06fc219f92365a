import { Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { EntityType, RuleSpec } from '../../../shared/vendor/event';
import { compileRule } from '../../../shared/vendor/rules';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { patternOf, ruleTypeWords, targetWords } from './rule-words';
import styles from './rules.module.css';

interface TestNameProps {
  /** In the order in which they are tried. */
  readonly rules: readonly RuleSpec[];
  readonly enabledTypes: readonly EntityType[];
}

/** What the rules would say to a group of some name, while it is typed. */
export function TestName({ rules, enabledTypes }: TestNameProps) {
  const [name, setName] = useState('');
  const compiled = useMemo(
    () =>
      rules.map((rule) => {
        const result = compileRule(rule);
        return result.ok ? result.value : null;
      }),
    [rules],
  );
  const matches = compiled.flatMap((rule, at) => (name !== '' && rule?.matches(name) === true ? [{ at, spec: rule.spec }] : []));
  const [winner, ...losers] = matches;
  return (
    <Section title="Test a group name">
      <TextInput
        label="Group name"
        placeholder="eng-backend"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        mb="sm"
      />
      <div aria-live="polite" data-rule-answer>
        {name === '' ? (
          <Text size="sm" c="dimmed">
            Type a name to see which rule decides, and which ones would have matched too.
          </Text>
        ) : winner === undefined ? (
          <Notice tone="warn" title="No rule matches">
            The group gets no mapping; the dashboard lists it as Pending until an admin maps it.
          </Notice>
        ) : (
          <Notice
            tone={winner.spec.autoApprove && enabledTypes.includes(winner.spec.target) ? 'pass' : 'warn'}
            title={outcome(winner.spec, enabledTypes)}
          >
            Rule {winner.at + 1} decides: {ruleTypeWords[winner.spec.type]} <code>{patternOf(winner.spec)}</code>.
          </Notice>
        )}
        {losers.length === 0 ? null : (
          <>
            <Text size="sm" mt="sm">
              It would have matched too, and comes later:
            </Text>
            <ul className={styles['losers']}>
              {losers.map(({ at, spec }) => (
                <li key={at}>
                  rule {at + 1}: {ruleTypeWords[spec.type]} <code>{patternOf(spec)}</code> → {targetWords[spec.target]}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}

function outcome(rule: RuleSpec, enabledTypes: readonly EntityType[]): string {
  const target = targetWords[rule.target];
  if (!enabledTypes.includes(rule.target)) return `${target}, but Pending: this type is not enabled (A16)`;
  if (!rule.autoApprove) return `${target}, but Pending: an admin must approve it`;
  return rule.target === 'SubOrganization'
    ? `${target} of that name, where there is one; none is ever created`
    : `${target} of that name, made where it is missing`;
}
