import { Switch } from '@mantine/core';
import { useState } from 'react';
import { ListBar } from '../../components/list-bar';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { fetchValue } from '../../state/fetch-value';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { personColumns } from '../preview/person-columns';

const columns = personColumns.map((column) => ({ ...column, sortable: false }));
const noSort = { id: '', descending: false } as const;

/** Everybody of the bundle's plan: before, after and why, as the preview shows it. */
export function PlayedPeople({ sha256 }: { readonly sha256: string }) {
  const { search, setSearch, wanted } = useSearch();
  const [changedOnly, setChangedOnly] = useState(true);
  const slices = useSlices(['bundle', 'people', sha256, wanted, changedOnly], (offset, limit) =>
    fetchValue('bundle:people', { search: wanted, changedOnly, offset, limit }),
  );
  return (
    <>
      <ListBar
        label="Search people"
        placeholder="Pseudonym"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['person', 'people']}
      >
        <Switch label="Only those who change" checked={changedOnly} onChange={(event) => setChangedOnly(event.currentTarget.checked)} />
      </ListBar>
      {slices.error === null ? null : <QueryError title="The people could not be listed" error={slices.error} />}
      <PagedTable
        label="People before and after"
        columns={columns}
        rowKey={(row) => row.userName}
        rowHeightPx={50}
        height="max(20rem, calc(100vh - 16rem))"
        sort={noSort}
        onSort={() => undefined}
        empty={search === '' ? 'Nobody changes.' : `Nobody here matches “${search}”.`}
        {...slices}
      />
    </>
  );
}
