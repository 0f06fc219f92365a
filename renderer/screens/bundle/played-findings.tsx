import { IconCircleCheck } from '@tabler/icons-react';
import type { BundleFinding } from '../../../shared/bundle/findings';
import type { DataColumn } from '../../components/data-column';
import { EmptyState } from '../../components/empty-state';
import { ListBar } from '../../components/list-bar';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import { fetchValue } from '../../state/fetch-value';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import styles from './bundle.module.css';

const tones = { warning: 'warn', conflict: 'warn', refusal: 'fail' } as const satisfies Record<BundleFinding['kind'], string>;

const columns: readonly DataColumn<BundleFinding>[] = [
  {
    id: 'kind',
    header: 'Kind',
    value: ({ kind }) => kind,
    width: 100,
    sortable: false,
    cell: ({ kind }) => <Tag tone={tones[kind]}>{kind}</Tag>,
  },
  { id: 'about', header: 'About', value: ({ about }) => about, width: 240, sortable: false },
  {
    id: 'what',
    header: 'What',
    value: ({ what }) => what,
    width: 420,
    grow: true,
    sortable: false,
    cell: ({ what }) => (
      <span className={styles['wrapped']} title={what}>
        {what}
      </span>
    ),
  },
];

const noSort = { id: '', descending: false } as const;

/** Warnings, conflicts and refusals of the bundle's plan. */
export function PlayedFindings({ sha256 }: { readonly sha256: string }) {
  const { search, setSearch, wanted } = useSearch();
  const slices = useSlices(['bundle', 'findings', sha256, wanted], (offset, limit) =>
    fetchValue('bundle:findings', { search: wanted, offset, limit }),
  );
  if (slices.loaded && slices.total === 0 && wanted === '')
    return (
      <EmptyState icon={IconCircleCheck} title="Nothing to look at">
        The plan has no warning, no conflict and no refusal.
      </EmptyState>
    );
  return (
    <>
      <ListBar
        label="Search what to look at"
        placeholder="Person, group or reason"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['entry', 'entries']}
      />
      {slices.error === null ? null : <QueryError title="The list could not be read" error={slices.error} />}
      <PagedTable
        label="Warnings, conflicts and refusals"
        columns={columns}
        rowKey={({ kind, about, what }) => `${kind} ${about} ${what}`}
        rowHeightPx={50}
        height="max(20rem, calc(100vh - 16rem))"
        sort={noSort}
        onSort={() => undefined}
        empty={`Nothing matches “${search}”.`}
        {...slices}
      />
    </>
  );
}
