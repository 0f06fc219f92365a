import { entityTypeWords } from '../../../shared/plan/explain-rule';
import type { Flow, FlowStatus } from '../../../shared/preview/flows';
import type { DataColumn } from '../../components/data-column';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import type { Tone } from '../../components/tone';
import type { Slices } from '../../state/use-slices';

const statusTones: Readonly<Record<FlowStatus, Tone>> = {
  Approved: 'pass',
  'Auto-Approved': 'pass',
  Pending: 'warn',
  Rejected: 'fail',
  unmapped: 'neutral',
};

const columns: readonly DataColumn<Flow>[] = [
  { id: 'group', header: 'Group', value: (row) => row.group, width: 220, sortable: false },
  { id: 'by', header: 'By', value: (row) => row.by, width: 230, sortable: false },
  {
    id: 'status',
    header: 'Status',
    value: (row) => row.status,
    width: 130,
    sortable: false,
    cell: (row) => <Tag tone={statusTones[row.status]}>{row.status === 'unmapped' ? 'not mapped' : row.status}</Tag>,
  },
  {
    id: 'target',
    header: 'To',
    value: (row) => (row.target === null ? 'nothing' : `${entityTypeWords[row.target.type]} ${row.target.name}`),
    width: 230,
    grow: true,
    sortable: false,
  },
  { id: 'people', header: 'People', value: (row) => row.people.toLocaleString('en-GB'), width: 90, align: 'end', sortable: false },
  {
    id: 'held',
    header: 'In conflict',
    value: (row) => (row.held === 0 ? '' : row.held.toLocaleString('en-GB')),
    width: 110,
    align: 'end',
    sortable: false,
  },
];

const noSort = { id: '', descending: false } as const;

/** The picture's data, a row a flow, the widest first. */
export function FlowTable({ slices, onGroup }: { readonly slices: Slices<Flow>; readonly onGroup: (displayName: string) => void }) {
  return (
    <>
      {slices.error === null ? null : <QueryError title="The flows could not be listed" error={slices.error} />}
      <PagedTable
        label="Groups, rules and targets"
        columns={columns}
        rowKey={(row) => `${row.group} ${row.status} ${row.target?.type} ${row.target?.name}`}
        height="max(20rem, calc(100vh - 16rem))"
        sort={noSort}
        onSort={() => undefined}
        onOpen={(row) => onGroup(row.group)}
        empty="No such flow."
        {...slices}
      />
    </>
  );
}
