import { ActionIcon, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { OrganisationGroup } from '../../../shared/ipc/organisation';
import { entityTypeWords } from '../../../shared/plan/explain-rule';
import type { DataColumn } from '../../components/data-column';
import { ListBar } from '../../components/list-bar';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { useEditOrganisation } from './use-organisation';

const noSort = { id: '', descending: false } as const;

/** SCIM groups that the vendor holds already: a push of the same name takes them over (J11). */
export function GroupsTab() {
  const workspaceId = useWorkspaceId();
  const edit = useEditOrganisation();
  const { search, setSearch, wanted } = useSearch();
  const slices = useSlices(['organisation', workspaceId, 'groups', wanted], (offset, limit) =>
    fetchValue('organisation:groups', { workspaceId, search: wanted, offset, limit }),
  );
  const columns = useMemo(
    (): readonly DataColumn<OrganisationGroup>[] => [
      { id: 'displayName', header: 'Group', value: (row) => row.displayName, width: 240, sortable: false },
      {
        id: 'members',
        header: 'Members',
        value: (row) => (row.members?.length ?? 0).toLocaleString('en-GB'),
        width: 100,
        align: 'end',
        sortable: false,
      },
      { id: 'roles', header: 'Roles', value: (row) => (row.roles ?? []).join(', '), width: 140, sortable: false },
      {
        id: 'mappings',
        header: 'Mapped to',
        value: (row) =>
          (row.mappings ?? []).map((mapping) => `${entityTypeWords[mapping.type]} ${mapping.name} (${mapping.status})`).join(', '),
        width: 320,
        grow: true,
        sortable: false,
      },
      {
        id: 'remove',
        header: 'Actions',
        value: () => null,
        width: 90,
        sortable: false,
        cell: (row) => (
          <ActionIcon
            size="sm"
            aria-label={`Remove ${row.displayName}`}
            onClick={() => void edit({ kind: 'remove-group', displayName: row.displayName })}
          >
            <IconTrash size={15} aria-hidden="true" />
          </ActionIcon>
        ),
      },
    ],
    [edit],
  );
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm" maw={760}>
        Groups that were pushed before. A push of the same name takes the group over and replaces its membership (J11). They come from a
        scenario file or from pulling the vendor’s SCIM endpoint.
      </Text>
      <ListBar
        label="Search groups"
        placeholder="Group name"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['group', 'groups']}
      />
      {slices.error === null ? null : <QueryError title="The groups could not be listed" error={slices.error} />}
      <PagedTable
        label="Groups at the vendor"
        columns={columns}
        rowKey={(row) => row.displayName}
        height="max(16rem, calc(100vh - 25rem))"
        sort={noSort}
        onSort={() => undefined}
        empty={search === '' ? 'No group was ever pushed.' : 'No such group.'}
        {...slices}
      />
    </>
  );
}
