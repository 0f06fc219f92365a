import { Button, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { PersonRow, RunView } from '../../../shared/ipc/preview';
import { type PersonKind, personKinds } from '../../../shared/preview/person-kind';
import type { DataColumn } from '../../components/data-column';
import { ListBar } from '../../components/list-bar';
import { PagedTable, type TableSort } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { Change } from './change';
import { personKindWords } from './person-kind-words';
import styles from './preview.module.css';
import { TeamChange } from './team-change';

interface PeopleTableProps {
  readonly run: RunView;
  readonly kind: PersonKind | 'all' | null;
  readonly onKind: (kind: PersonKind | 'all' | null) => void;
  /** Only members of this group; null for everybody. */
  readonly group: string | null;
  readonly onGroup: (group: string | null) => void;
  readonly onOpen: (userName: string) => void;
  readonly selected: string | null;
}

const columns: readonly DataColumn<PersonRow>[] = [
  {
    id: 'userName',
    header: 'Person',
    value: (row) => row.userName,
    width: 190,
    cell: (row) => (
      <span className={styles['twoLines']}>
        <span>{row.name === '' ? row.userName : row.name}</span>
        <span className={styles['soft']} title={row.userName}>
          {row.userName}
        </span>
      </span>
    ),
  },
  {
    id: 'account',
    header: 'Account',
    value: (row) => row.kinds.length,
    width: 100,
    sortable: false,
    cell: (row) => (
      <span className={styles['stacked']}>
        {row.before === null ? <Tag tone="info">new</Tag> : null}
        {row.kinds.includes('deactivated') ? <Tag tone="fail">deactivated</Tag> : null}
        {row.kinds.includes('activated') ? <Tag tone="pass">activated</Tag> : null}
        {row.kinds.includes('conflict') ? <Tag tone="warn">conflict</Tag> : null}
      </span>
    ),
  },
  {
    id: 'role',
    header: 'Role',
    value: (row) => row.after?.role ?? null,
    width: 122,
    cell: (row) => <Change before={row.before?.role ?? row.after?.role ?? null} after={row.after?.role ?? null} />,
  },
  {
    id: 'subOrganization',
    header: 'Sub-organisation',
    value: (row) => row.after?.subOrganization ?? null,
    width: 140,
    cell: (row) => <Change before={row.before?.subOrganization ?? null} after={row.after?.subOrganization ?? null} nothing="root" />,
  },
  {
    id: 'concurrencyGroup',
    header: 'Concurrency',
    value: (row) => row.after?.concurrencyGroup ?? null,
    width: 140,
    cell: (row) => (
      <Change before={row.before?.concurrencyGroup ?? row.after?.concurrencyGroup ?? null} after={row.after?.concurrencyGroup ?? null} />
    ),
  },
  {
    id: 'teams',
    header: 'Teams',
    value: (row) => row.after?.teams.length ?? 0,
    width: 135,
    cell: (row) => <TeamChange before={row.before?.teams ?? []} after={row.after?.teams ?? []} />,
  },
  {
    id: 'because',
    header: 'Because',
    value: (row) => row.because,
    width: 130,
    grow: true,
    sortable: false,
    cell: (row) => (
      <span className={`${styles['wrap']} ${styles['soft']}`} title={row.because}>
        {row.because}
      </span>
    ),
  },
];

/** Everybody whom the run changes: before, after and why; a row opens the whole story. */
export function PeopleTable({ run, kind, onKind, group, onGroup, onOpen, selected }: PeopleTableProps) {
  const workspaceId = useWorkspaceId();
  const { search, setSearch, wanted } = useSearch();
  const [sort, setSort] = useState<TableSort>({ id: 'userName', descending: false });
  const slices = useSlices(['preview', workspaceId, run.runId, 'people', wanted, kind, group, sort], (offset, limit) =>
    fetchValue('preview:people', {
      workspaceId,
      search: wanted,
      kind,
      group,
      sort: sort.id as 'userName',
      descending: sort.descending,
      offset,
      limit,
    }),
  );
  return (
    <>
      <ListBar
        label="Search people"
        placeholder="Name or e-mail"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['person', 'people']}
      >
        <NativeSelect
          aria-label="Which people"
          value={kind ?? ''}
          onChange={(event) => onKind((event.currentTarget.value === '' ? null : event.currentTarget.value) as PersonKind | 'all' | null)}
          data={[
            { value: '', label: 'who change' },
            ...personKinds
              .filter((known) => run.kinds[known] > 0 || known === kind)
              .map((known) => ({ value: known, label: `who ${personKindWords[known].phrase}` })),
            { value: 'all', label: 'everybody, changed or not' },
          ]}
        />
        {group === null ? null : (
          <Button
            variant="light"
            rightSection={<IconX size={14} aria-hidden="true" />}
            onClick={() => onGroup(null)}
            aria-label={`In group ${group}. Show everybody.`}
          >
            in {group}
          </Button>
        )}
      </ListBar>
      {slices.error === null ? null : <QueryError title="The people could not be listed" error={slices.error} />}
      <PagedTable
        label="People before and after"
        columns={columns}
        rowKey={(row) => row.userName}
        rowHeightPx={50}
        height="max(20rem, calc(100vh - 16rem))"
        sort={sort}
        onSort={setSort}
        onOpen={(row) => onOpen(row.userName)}
        selectedKey={selected}
        empty={search === '' ? 'Nobody.' : `Nobody here matches “${search}”.`}
        {...slices}
      />
    </>
  );
}
