import { NativeSelect, Stack, Table, Text } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComparedPerson, ComparedSide, RunView } from '../../../shared/ipc/preview';
import type { PlanSummary } from '../../../shared/plan/plan';
import type { DataColumn } from '../../components/data-column';
import { EmptyState } from '../../components/empty-state';
import { ListBar } from '../../components/list-bar';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { Section } from '../../components/section';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { Change } from './change';
import { MappingWords } from './mapping-words';
import { OtherDifferences } from './other-differences';
import styles from './preview.module.css';
import { TeamChange } from './team-change';

const countWords: Readonly<Record<keyof PlanSummary, string>> = {
  peopleChanged: 'people who change',
  gainAdmin: 'who gain Admin',
  loseAdmin: 'who lose Admin',
  conflicts: 'conflicts',
  openConflicts: 'open conflicts',
  pending: 'pending mappings',
  unmapped: 'groups without a mapping',
  refusals: 'refusals',
  entitiesCreated: 'places created',
  usersCreated: 'new accounts',
};

const columns: readonly DataColumn<ComparedPerson>[] = [
  {
    id: 'userName',
    header: 'Person',
    value: (row) => row.userName,
    width: 230,
    sortable: false,
    cell: (row) => (
      <span className={styles['twoLines']}>
        <span>{row.name === '' ? row.userName : row.name}</span>
        <span className={styles['soft']}>{row.userName}</span>
      </span>
    ),
  },
  {
    id: 'account',
    header: 'Account',
    value: (row) => (row.to === null ? null : String(row.to.active)),
    width: 130,
    sortable: false,
    cell: (row) => <Change before={account(row.from)} after={account(row.to)} />,
  },
  {
    id: 'role',
    header: 'Role',
    value: (row) => row.to?.role ?? null,
    width: 130,
    sortable: false,
    cell: (row) => <Change before={row.from?.role ?? null} after={row.to?.role ?? null} />,
  },
  {
    id: 'subOrganization',
    header: 'Sub-organisation',
    value: (row) => row.to?.subOrganization ?? null,
    width: 150,
    sortable: false,
    cell: (row) => <Change before={row.from?.subOrganization ?? null} after={row.to?.subOrganization ?? null} nothing="root" />,
  },
  {
    id: 'concurrencyGroup',
    header: 'Concurrency group',
    value: (row) => row.to?.concurrencyGroup ?? null,
    width: 160,
    sortable: false,
    cell: (row) => <Change before={row.from?.concurrencyGroup ?? null} after={row.to?.concurrencyGroup ?? null} />,
  },
  {
    id: 'teams',
    header: 'Teams',
    value: (row) => row.to?.teams.length ?? 0,
    width: 160,
    grow: true,
    sortable: false,
    cell: (row) => <TeamChange before={row.from?.teams ?? []} after={row.to?.teams ?? []} />,
  },
];

const account = (view: ComparedPerson['from']): string => (view === null ? 'not there' : view.active ? 'active' : 'inactive');
const noSort = { id: '', descending: false } as const;

interface ComparePanelProps {
  readonly run: RunView;
  readonly onOpen: (userName: string) => void;
}

/** The plan, the what-ifs of now and kept scenarios: any two of them side by side. */
export function ComparePanel({ run, onOpen }: ComparePanelProps) {
  const workspaceId = useWorkspaceId();
  const [fromKey, setFrom] = useState('plan');
  const [toKey, setTo] = useState('what-if');
  const { search, setSearch, wanted } = useSearch();
  const from = sideOf(fromKey);
  const to = sideOf(toKey);
  const key = [workspaceId, run.runId, fromKey, toKey] as const;
  const { data, error } = useQuery({
    queryKey: ['preview-compare', ...key],
    queryFn: () => fetchValue('preview:compare', { workspaceId, from, to }),
  });
  const slices = useSlices(['preview', 'compared', ...key, wanted], (offset, limit) =>
    fetchValue('preview:compared-people', { workspaceId, from, to, search: wanted, offset, limit }),
  );
  const options = [
    { value: 'plan', label: 'the plan as it is' },
    { value: 'what-if', label: run.whatIf.steps.length === 0 ? 'the plan (nothing tried yet)' : 'the changes tried now' },
    ...run.whatIf.scenarios.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const same = data !== undefined && data.people + data.groupCount + data.summary.length + data.otherCount === 0;
  return (
    <Stack gap="md">
      <div className={styles['sides']}>
        <NativeSelect label="From" value={fromKey} onChange={(event) => setFrom(event.currentTarget.value)} data={options} />
        <NativeSelect label="To" value={toKey} onChange={(event) => setTo(event.currentTarget.value)} data={options} />
      </div>
      {error === null ? null : <QueryError title="The two could not be compared" error={error} />}
      {same ? (
        <EmptyState icon={IconEqual} title="The two are the same">
          Nobody ends otherwise, no group is mapped otherwise, and conflicts and warnings are the same. Try a change first, or choose
          another side.
        </EmptyState>
      ) : data === undefined ? null : (
        <>
          {data.summary.length === 0 ? null : (
            <Section title="Numbers that differ">
              <Table fz="sm" verticalSpacing={4} w="auto">
                <Table.Tbody>
                  {data.summary.map(({ count, from: was, to: is }) => (
                    <Table.Tr key={count}>
                      <Table.Td>{countWords[count]}</Table.Td>
                      <Table.Td ta="end">
                        <Change before={was.toLocaleString('en-GB')} after={is.toLocaleString('en-GB')} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Section>
          )}
          {data.groupCount === 0 ? null : (
            <Section title={`Groups that end otherwise (${data.groupCount.toLocaleString('en-GB')})`}>
              <Table fz="sm" verticalSpacing={4} layout="fixed">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w="22%">Group</Table.Th>
                    <Table.Th>From</Table.Th>
                    <Table.Th>To</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {data.groups.map((group) => (
                    <Table.Tr key={`${group.from?.displayName} ${group.to?.displayName}`}>
                      <Table.Td>
                        <Change before={group.from?.displayName ?? null} after={group.to?.displayName ?? null} />
                      </Table.Td>
                      <Table.Td>{group.from === null ? 'not there' : <MappingWords group={group.from} whole />}</Table.Td>
                      <Table.Td>{group.to === null ? 'not there' : <MappingWords group={group.to} whole />}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
              {data.groups.length < data.groupCount ? (
                <Text size="sm" c="dimmed">
                  The first {data.groups.length.toLocaleString('en-GB')} are listed.
                </Text>
              ) : null}
            </Section>
          )}
          <OtherDifferences lines={data.others} count={data.otherCount} />
          <ListBar
            label="Search people"
            placeholder="Name or e-mail"
            search={search}
            onSearch={setSearch}
            count={slices.total}
            noun={['person ends otherwise', 'people end otherwise']}
          />
          {slices.error === null ? null : <QueryError title="The people could not be compared" error={slices.error} />}
          <PagedTable
            label="People compared"
            columns={columns}
            rowKey={(row) => row.userName}
            rowHeightPx={50}
            height="max(16rem, calc(100vh - 26rem))"
            sort={noSort}
            onSort={() => undefined}
            onOpen={(row) => onOpen(row.userName)}
            empty={search === '' ? 'Nobody ends otherwise.' : `Nobody here matches “${search}”.`}
            {...slices}
          />
        </>
      )}
    </Stack>
  );
}

const sideOf = (key: string): ComparedSide => (key === 'plan' || key === 'what-if' ? { kind: key } : { kind: 'scenario', id: key });
