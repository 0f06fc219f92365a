import { Stack, Text } from '@mantine/core';
import type { ReadRoster } from '../../../shared/ipc/roster';
import type { RosterChange } from '../../../shared/jumpcloud/roster-diff';
import type { DataColumn } from '../../components/data-column';
import { DataTable } from '../../components/data-table';
import { SummaryCard } from '../../components/summary-card';
import { SummaryRow } from '../../components/summary-row';
import { Tag } from '../../components/tag';

const words = {
  joined: { word: 'new', tone: 'pass' },
  left: { word: 'gone', tone: 'fail' },
  changed: { word: 'changed', tone: 'info' },
} as const;

const list = (groups: readonly string[]): string => (groups.length === 0 ? 'in no group' : groups.join(', '));

function describe(change: RosterChange): string {
  if (change.kind !== 'changed') return list(change.groups);
  return [
    ...change.fields.map(({ field, before, after }) => `${field}: ${before === '' ? 'empty' : before} → ${after === '' ? 'empty' : after}`),
    ...(change.groupsAdded.length === 0 ? [] : [`joins ${change.groupsAdded.join(', ')}`]),
    ...(change.groupsRemoved.length === 0 ? [] : [`leaves ${change.groupsRemoved.join(', ')}`]),
  ].join('; ');
}

const columns: readonly DataColumn<RosterChange>[] = [
  { id: 'email', header: 'E-mail', value: (change) => change.email, width: 260 },
  {
    id: 'kind',
    header: 'Change',
    value: (change) => change.kind,
    width: 110,
    cell: (change) => <Tag tone={words[change.kind].tone}>{words[change.kind].word}</Tag>,
  },
  {
    id: 'what',
    header: 'What',
    value: describe,
    width: 320,
    grow: true,
    cell: (change) => <span title={describe(change)}>{describe(change)}</span>,
  },
];

/** The difference between the roster in use and the one just read. */
export function RosterChanges({ diff }: { readonly diff: NonNullable<ReadRoster['diff']> }) {
  const { changeCounts, changes, groupsAppeared, groupsGone, unchanged } = diff;
  const all = changeCounts.joined + changeCounts.left + changeCounts.changed;
  return (
    <Stack gap="sm">
      <SummaryRow label="Changes in numbers">
        <SummaryCard label="people new" value={changeCounts.joined} />
        <SummaryCard label="people gone" value={changeCounts.left} tone={changeCounts.left > 0 ? 'warn' : 'neutral'} />
        <SummaryCard label="people changed" value={changeCounts.changed} />
        <SummaryCard label="people as before" value={unchanged} />
      </SummaryRow>
      {groupsAppeared.length === 0 ? null : <Text size="sm">Groups that are new: {groupsAppeared.join(', ')}.</Text>}
      {groupsGone.length === 0 ? null : <Text size="sm">Groups that nobody is in any more: {groupsGone.join(', ')}.</Text>}
      {all === 0 ? (
        <Text size="sm">Nobody changes.</Text>
      ) : (
        <>
          {changes.length < all ? (
            <Text size="sm" c="dimmed">
              The first {changes.length.toLocaleString('en-GB')} of {all.toLocaleString('en-GB')} changes are listed.
            </Text>
          ) : null}
          <DataTable
            label="Changes of people"
            rows={changes}
            columns={columns}
            rowKey={(change) => change.email}
            height="min(40vh, 22rem)"
          />
        </>
      )}
    </Stack>
  );
}
