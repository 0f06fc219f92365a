import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RuleSpec } from '../../../shared/vendor/event';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { patternOf, ruleTypeWords, targetWords } from './rule-words';

export interface ShownChange {
  readonly before: readonly RuleSpec[];
  readonly after: readonly RuleSpec[];
  /** What was done; null while it is only considered (a rule in the hand). */
  readonly label: string | null;
}

const shownAtMost = 12;

/** What a change of the rules does to the groups that are known, before any run. */
export function RuleChangePanel({ change }: { readonly change: ShownChange }) {
  const workspaceId = useWorkspaceId();
  const { before, after, label } = change;
  const { data } = useQuery({
    queryKey: ['organisation-try-rules', workspaceId, JSON.stringify([before, after])],
    queryFn: () => fetchValue('organisation:try-rules', { workspaceId, before: [...before], after: [...after] }),
    placeholderData: (earlier) => earlier,
  });
  if (data === undefined) return null;
  return (
    <Section title={label === null ? 'Dropped here, it would change' : `What it changed: ${label}`}>
      <div aria-live="polite" data-rule-change>
        {data.total === 0 ? (
          <Text size="sm">No known group gets another rule.</Text>
        ) : (
          <>
            <Text size="sm" mb="xs">
              {data.total.toLocaleString('en-GB')} {data.total === 1 ? 'group gets' : 'groups get'} another rule; for{' '}
              <strong>{data.matters.toLocaleString('en-GB')}</strong> of them it makes a difference.
            </Text>
            <Table fz="sm" verticalSpacing={3}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Group</Table.Th>
                  <Table.Th>Before</Table.Th>
                  <Table.Th>After</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.effects.slice(0, shownAtMost).map((effect) => (
                  <Table.Tr key={effect.group}>
                    <Table.Td>{effect.group}</Table.Td>
                    <Table.Td>{words(effect.before)}</Table.Td>
                    <Table.Td>{words(effect.after)}</Table.Td>
                    <Table.Td>{effect.matters ? <Tag tone="warn">differs</Tag> : <Tag>does the same</Tag>}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {data.total > shownAtMost ? (
              <Text size="sm" c="dimmed" mt={4}>
                and {(data.total - shownAtMost).toLocaleString('en-GB')} more
              </Text>
            ) : null}
          </>
        )}
      </div>
    </Section>
  );
}

function words(rule: RuleSpec | null) {
  if (rule === null)
    return (
      <Text span c="dimmed" size="sm">
        no rule
      </Text>
    );
  return (
    <>
      {ruleTypeWords[rule.type]} <code>{patternOf(rule)}</code> → {targetWords[rule.target]}
      {rule.autoApprove ? '' : ', Pending'}
    </>
  );
}
