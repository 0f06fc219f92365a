import { Button, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { RunView } from '../../../shared/ipc/preview';
import { type PersonKind, personKinds } from '../../../shared/preview/person-kind';
import { ListBar } from '../../components/list-bar';
import { PagedTable, type TableSort } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { personColumns } from './person-columns';
import { personKindWords } from './person-kind-words';

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

/** Everybody whom the run changes: before, after and why; a row opens the whole story. */
export const PeopleTable = memo(function PeopleTable({ run, kind, onKind, group, onGroup, onOpen, selected }: PeopleTableProps) {
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
        columns={personColumns}
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
});
