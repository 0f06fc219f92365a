import { IconCircleCheck } from '@tabler/icons-react';
import { entityTypeWords } from '../../../shared/plan/explain-rule';
import type { PlanConflict, PlanConflictSide } from '../../../shared/plan/plan';
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
import { conflictStatuses } from './conflict-statuses';
import { ConflictAnswers } from './conflict-words';
import styles from './preview.module.css';

/** The place first: of a narrow column it is what has to be read whole. */
function Side({ side }: { readonly side: PlanConflictSide }) {
  const from = side.displayName === null ? 'LambdatestGroup (A18)' : `group ${side.displayName}`;
  const origin = `${entityTypeWords[side.entity.type]}, from ${from}`;
  return (
    <span className={styles['twoLines']} title={`${side.entity.name}: ${origin}`}>
      <strong>{side.entity.name}</strong>
      <span className={styles['soft']}>{origin}</span>
    </span>
  );
}

const columns: readonly DataColumn<PlanConflict>[] = [
  {
    id: 'userName',
    header: 'Person',
    value: (row) => row.userName,
    width: 230,
    sortable: false,
    cell: (row) => <span title={row.userName}>{row.userName}</span>,
  },
  {
    id: 'status',
    header: 'Status',
    value: (row) => row.status,
    width: 85,
    sortable: false,
    cell: (row) => <Tag tone={conflictStatuses[row.status].tone}>{conflictStatuses[row.status].word}</Tag>,
  },
  {
    id: 'current',
    header: 'Keeps (current)',
    value: (row) => row.current.entity.name,
    width: 240,
    sortable: false,
    cell: (row) => <Side side={row.current} />,
  },
  {
    id: 'incoming',
    header: 'Asked for (incoming)',
    value: (row) => row.incoming.entity.name,
    width: 240,
    grow: true,
    sortable: false,
    cell: (row) => <Side side={row.incoming} />,
  },
  {
    id: 'answers',
    header: 'What if',
    value: () => null,
    width: 148,
    fixed: true,
    sortable: false,
    cell: (row) => <ConflictAnswers conflict={row} />,
  },
];

const noSort = { id: '', descending: false } as const;

interface ConflictTableProps {
  readonly runId: string;
  readonly onOpen: (userName: string) => void;
}

/** Who is asked for by two groups at once, what they keep, and what waits for an admin's decision. */
export function ConflictTable({ runId, onOpen }: ConflictTableProps) {
  const workspaceId = useWorkspaceId();
  const { search, setSearch, wanted } = useSearch();
  const slices = useSlices(['preview', workspaceId, runId, 'conflicts', wanted], (offset, limit) =>
    fetchValue('preview:conflicts', { workspaceId, search: wanted, offset, limit }),
  );
  if (slices.loaded && slices.total === 0 && wanted === '')
    return (
      <EmptyState icon={IconCircleCheck} title="No conflicts">
        Nobody is asked for by two groups that exclude each other.
      </EmptyState>
    );
  return (
    <>
      <p className={styles['sentence']}>
        A person keeps what they have until an admin answers Keep Current or Use Incoming; the answer is remembered (vendor §7). Which side
        is current depends on the order of the pushes (I8).
      </p>
      <ListBar
        label="Search conflicts"
        placeholder="Person, group or place"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['conflict', 'conflicts']}
      />
      {slices.error === null ? null : <QueryError title="The conflicts could not be listed" error={slices.error} />}
      <PagedTable
        label="Conflicts"
        columns={columns}
        rowKey={(row) => `${row.userName} ${row.type} ${row.incoming.displayName} ${row.incoming.entity.name} ${row.current.displayName}`}
        rowHeightPx={54}
        height="max(20rem, calc(100vh - 18rem))"
        sort={noSort}
        onSort={() => undefined}
        onOpen={(row) => onOpen(row.userName)}
        empty={`No conflict matches “${search}”.`}
        {...slices}
      />
    </>
  );
}
