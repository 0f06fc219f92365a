import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type GroupRow, groupStatuses } from '../../../shared/ipc/preview';
import type { DataColumn } from '../../components/data-column';
import { ListBar } from '../../components/list-bar';
import { PagedTable, type TableSort } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { MappingWords } from './mapping-words';
import styles from './preview.module.css';

const columns: readonly DataColumn<GroupRow>[] = [
  {
    id: 'displayName',
    header: 'Group',
    value: (row) => row.displayName,
    width: 240,
    cell: (row) => (
      <span className={styles['tags']}>
        <span>{row.displayName}</span>
        {row.state === 'deleted' ? <Tag tone="fail">deleted</Tag> : null}
      </span>
    ),
  },
  { id: 'members', header: 'Members', value: (row) => row.members.toLocaleString('en-GB'), width: 100, align: 'end' },
  {
    id: 'changed',
    header: 'Of them change',
    value: (row) => row.changed.toLocaleString('en-GB'),
    width: 130,
    align: 'end',
    sortable: false,
  },
  {
    id: 'mappings',
    header: 'Mapped to, and why',
    value: (row) => row.mappings.length,
    width: 420,
    grow: true,
    sortable: false,
    cell: (row) => <MappingWords group={row} />,
  },
];

const statusWords = { unmapped: 'not mapped', deleted: 'deleted' } as const;

interface GroupTableProps {
  readonly runId: string;
  readonly onOpen: (displayName: string) => void;
  readonly selected: string | null;
}

/** Every group after the run: its members, its mappings with their status, and the reason. */
export function GroupTable({ runId, onOpen, selected }: GroupTableProps) {
  const workspaceId = useWorkspaceId();
  const { search, setSearch, wanted } = useSearch();
  const [status, setStatus] = useState<(typeof groupStatuses)[number] | null>(null);
  const [sort, setSort] = useState<TableSort>({ id: 'displayName', descending: false });
  const slices = useSlices(['preview', workspaceId, runId, 'groups', wanted, status, sort], (offset, limit) =>
    fetchValue('preview:groups', {
      workspaceId,
      search: wanted,
      status,
      sort: sort.id as 'members',
      descending: sort.descending,
      offset,
      limit,
    }),
  );
  return (
    <>
      <ListBar
        label="Search groups"
        placeholder="Group name"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['group', 'groups']}
      >
        <NativeSelect
          aria-label="Which groups"
          value={status ?? ''}
          onChange={(event) => setStatus(groupStatuses.find((known) => known === event.currentTarget.value) ?? null)}
          data={[
            { value: '', label: 'of every status' },
            ...groupStatuses.map((known) => ({ value: known, label: known in statusWords ? statusWords[known as 'unmapped'] : known })),
          ]}
        />
      </ListBar>
      {slices.error === null ? null : <QueryError title="The groups could not be listed" error={slices.error} />}
      <PagedTable
        label="Groups and their mappings"
        columns={columns}
        rowKey={(row) => `${row.state} ${row.displayName}`}
        rowHeightPx={50}
        height="max(20rem, calc(100vh - 16rem))"
        sort={sort}
        onSort={setSort}
        onOpen={(row) => onOpen(row.displayName)}
        selectedKey={selected === null ? null : `active ${selected}`}
        empty="No such group."
        {...slices}
      />
    </>
  );
}
