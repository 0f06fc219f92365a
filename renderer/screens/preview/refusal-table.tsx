import { IconCircleCheck } from '@tabler/icons-react';
import type { RefusalRow } from '../../../shared/ipc/preview';
import type { DataColumn } from '../../components/data-column';
import { EmptyState } from '../../components/empty-state';
import { ListBar } from '../../components/list-bar';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import styles from './preview.module.css';

const columns: readonly DataColumn<RefusalRow>[] = [
  {
    id: 'status',
    header: 'Answer',
    value: (row) => row.status,
    width: 80,
    fixed: true,
    sortable: false,
    cell: (row) => <Tag tone="fail">{row.status}</Tag>,
  },
  {
    id: 'what',
    header: 'To what',
    value: (row) => row.what,
    width: 240,
    sortable: false,
    cell: (row) => (
      <span className={styles['wrap']} title={row.what}>
        {row.what}
      </span>
    ),
  },
  {
    id: 'reason',
    header: 'Why, and what to do',
    value: (row) => row.reason,
    width: 420,
    grow: true,
    sortable: false,
    cell: (row) => (
      <span className={styles['twoLines']}>
        <span className={styles['wrap']} title={row.reason}>
          {row.reason}
        </span>
        <span className={styles['soft']} title={row.fix}>
          {row.fix}
        </span>
      </span>
    ),
  },
  { id: 'event', header: 'Event', value: (row) => (row.event + 1).toLocaleString('en-GB'), width: 70, align: 'end', sortable: false },
];

const noSort = { id: '', descending: false } as const;

/** What the vendor would not take, with the reason and the remedy. A refusal stops nothing else. */
export function RefusalTable({ runId }: { readonly runId: string }) {
  const workspaceId = useWorkspaceId();
  const { search, setSearch, wanted } = useSearch();
  const slices = useSlices(['preview', workspaceId, runId, 'refusals', wanted], (offset, limit) =>
    fetchValue('preview:refusals', { workspaceId, search: wanted, offset, limit }),
  );
  if (slices.loaded && slices.total === 0 && wanted === '')
    return (
      <EmptyState icon={IconCircleCheck} title="Nothing is refused">
        The vendor takes every push of this run.
      </EmptyState>
    );
  return (
    <>
      <ListBar
        label="Search refusals"
        placeholder="Person, group or reason"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['refusal', 'refusals']}
      />
      {slices.error === null ? null : <QueryError title="The refusals could not be listed" error={slices.error} />}
      <PagedTable
        label="Refusals"
        columns={columns}
        rowKey={(row) => `${row.event} ${row.reason}`}
        rowHeightPx={68}
        height="max(20rem, calc(100vh - 16rem))"
        sort={noSort}
        onSort={() => undefined}
        empty={`No refusal matches “${search}”.`}
        {...slices}
      />
    </>
  );
}
