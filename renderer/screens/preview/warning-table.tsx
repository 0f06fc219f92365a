import { NativeSelect } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { RunView } from '../../../shared/ipc/preview';
import type { PlanWarning } from '../../../shared/plan/plan';
import { warningCodes, warningKinds } from '../../../shared/plan/warning-kinds';
import { navigate, useRoute } from '../../app/router';
import type { DataColumn } from '../../components/data-column';
import { EmptyState } from '../../components/empty-state';
import { ListBar } from '../../components/list-bar';
import { Notice } from '../../components/notice';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { AssumptionBadge } from './assumption-badge';
import styles from './preview.module.css';
import { severityTone } from './severity-tone';

/** Whom it is about: a person, a group, or several people at once. */
function about({ userName, group, people }: PlanWarning): string {
  if (userName !== undefined) return userName;
  const names =
    people === undefined ? '' : people.length <= 3 ? people.join(', ') : `${people.slice(0, 2).join(', ')} and ${people.length - 2} more`;
  return [group === undefined ? '' : `group ${group}`, names].filter((part) => part !== '').join(': ');
}

const columns: readonly DataColumn<PlanWarning>[] = [
  {
    id: 'code',
    header: 'Warning',
    value: (row) => warningKinds[row.code].title,
    width: 250,
    sortable: false,
    cell: (row) => (
      <span title={warningKinds[row.code].title}>
        <Tag tone={severityTone[warningKinds[row.code].severity]}>{warningKinds[row.code].severity}</Tag> {warningKinds[row.code].title}
      </span>
    ),
  },
  { id: 'about', header: 'About', value: about, width: 260, sortable: false, cell: (row) => <span title={about(row)}>{about(row)}</span> },
  {
    id: 'why',
    header: 'What and why',
    value: (row) => row.why,
    width: 340,
    grow: true,
    sortable: false,
    cell: (row) => (
      <span className={`${styles['wrap']} ${styles['soft']}`} title={row.why}>
        {row.why}{' '}
        {(row.assumptions ?? []).map((id) => (
          <AssumptionBadge key={id} id={id} />
        ))}
      </span>
    ),
  },
];

const noSort = { id: '', descending: false } as const;

interface WarningTableProps {
  readonly run: RunView;
  readonly onOpen: (userName: string) => void;
}

/** Every warning with the person or group it is about; one kind at a time or all, worst first. */
export function WarningTable({ run, onOpen }: WarningTableProps) {
  const workspaceId = useWorkspaceId();
  const { detail } = useRoute();
  const code = warningCodes.find((known) => known === detail[1]) ?? null;
  const { search, setSearch, wanted } = useSearch();
  const slices = useSlices(['preview', workspaceId, run.runId, 'warnings', wanted, code], (offset, limit) =>
    fetchValue('preview:warnings', { workspaceId, search: wanted, code, offset, limit }),
  );
  if (run.counts.warnings === 0)
    return (
      <EmptyState icon={IconCircleCheck} title="No warnings">
        Nobody gains or loses Admin, nobody is deactivated or moved, and nothing depends on the order of the pushes.
      </EmptyState>
    );
  return (
    <>
      <ListBar
        label="Search warnings"
        placeholder="Person, group or reason"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['warning', 'warnings']}
      >
        <NativeSelect
          aria-label="Which warnings"
          value={code ?? ''}
          onChange={(event) => {
            const value = event.currentTarget.value;
            if (value === '') navigate('preview', 'warnings');
            else navigate('preview', 'warnings', value);
          }}
          data={[
            { value: '', label: 'of every kind' },
            ...run.warnings.map(({ code: known, count }) => ({
              value: known,
              label: `${warningKinds[known].title} (${count.toLocaleString('en-GB')})`,
            })),
          ]}
        />
      </ListBar>
      {code === null ? null : (
        <div className={styles['sentence']}>
          <Notice tone={severityTone[warningKinds[code].severity]} title={warningKinds[code].title}>
            {warningKinds[code].advice}
          </Notice>
        </div>
      )}
      {slices.error === null ? null : <QueryError title="The warnings could not be listed" error={slices.error} />}
      <PagedTable
        label="Warnings"
        columns={columns}
        rowKey={(row) => `${row.code} ${about(row)} ${row.why}`}
        rowHeightPx={50}
        height="max(20rem, calc(100vh - 16rem))"
        sort={noSort}
        onSort={() => undefined}
        onOpen={(row) => {
          const userName = row.userName ?? row.people?.[0];
          if (userName !== undefined) onOpen(userName);
        }}
        empty={`No warning matches “${search}”.`}
        {...slices}
      />
    </>
  );
}
