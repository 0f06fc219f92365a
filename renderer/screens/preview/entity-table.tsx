import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { entityTypeWords } from '../../../shared/plan/explain-rule';
import type { PlanEntity } from '../../../shared/plan/plan';
import { type EntityType, entityTypes } from '../../../shared/vendor/event';
import type { DataColumn } from '../../components/data-column';
import { ListBar } from '../../components/list-bar';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';

const columns: readonly DataColumn<PlanEntity>[] = [
  { id: 'name', header: 'Name', value: (row) => row.name, width: 320, grow: true, sortable: false },
  { id: 'type', header: 'Kind', value: (row) => entityTypeWords[row.type], width: 200, sortable: false },
  {
    id: 'created',
    header: 'Origin',
    value: (row) => (row.created ? 1 : 0),
    width: 170,
    fixed: true,
    sortable: false,
    cell: (row) => (row.created ? <Tag tone="pass">created by the run</Tag> : null),
  },
];

const noSort = { id: '', descending: false } as const;

/** Teams, concurrency groups and sub-organisations after the run, and which of them the run creates. */
export function EntityTable({ runId }: { readonly runId: string }) {
  const workspaceId = useWorkspaceId();
  const { search, setSearch, wanted } = useSearch();
  const [type, setType] = useState<EntityType | null>(null);
  const [createdOnly, setCreatedOnly] = useState(false);
  const slices = useSlices(['preview', workspaceId, runId, 'entities', wanted, type, createdOnly], (offset, limit) =>
    fetchValue('preview:entities', { workspaceId, search: wanted, type, createdOnly, offset, limit }),
  );
  return (
    <>
      <ListBar
        label="Search places"
        placeholder="Name"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['place', 'places']}
      >
        <NativeSelect
          aria-label="Which kind"
          value={type ?? ''}
          onChange={(event) => setType(entityTypes.find((known) => known === event.currentTarget.value) ?? null)}
          data={[
            { value: '', label: 'of every kind' },
            ...entityTypes.map((known) => ({ value: known, label: `${entityTypeWords[known]}s` })),
          ]}
        />
        <Checkbox
          size="xs"
          label="only created ones"
          checked={createdOnly}
          onChange={(event) => setCreatedOnly(event.currentTarget.checked)}
        />
      </ListBar>
      {slices.error === null ? null : <QueryError title="The places could not be listed" error={slices.error} />}
      <PagedTable
        label="Teams, concurrency groups and sub-organisations"
        columns={columns}
        rowKey={(row) => `${row.type} ${row.name}`}
        height="max(20rem, calc(100vh - 16rem))"
        sort={noSort}
        onSort={() => undefined}
        empty="No such place."
        {...slices}
      />
    </>
  );
}
