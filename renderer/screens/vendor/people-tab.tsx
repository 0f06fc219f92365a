import { ActionIcon, Button } from '@mantine/core';
import { IconClipboardText, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { OrganisationUser } from '../../../shared/ipc/organisation';
import { readPastedUsers } from '../../../shared/preview/paste-rows';
import type { DataColumn } from '../../components/data-column';
import { ListBar } from '../../components/list-bar';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { PasteDialog } from './paste-dialog';
import { useEditOrganisation } from './use-organisation';
import { UserDialog } from './user-dialog';
import styles from './vendor.module.css';

const noSort = { id: '', descending: false } as const;

/** People whom the vendor has already, with what they have there: it counts as set by hand where no group explains it. */
export function PeopleTab() {
  const workspaceId = useWorkspaceId();
  const edit = useEditOrganisation();
  const { search, setSearch, wanted } = useSearch();
  const [pasting, setPasting] = useState(false);
  const [edited, setEdited] = useState<OrganisationUser | 'new' | null>(null);
  const slices = useSlices(['organisation', workspaceId, 'users', wanted], (offset, limit) =>
    fetchValue('organisation:users', { workspaceId, search: wanted, offset, limit }),
  );
  const columns = useMemo(
    (): readonly DataColumn<OrganisationUser>[] => [
      { id: 'userName', header: 'E-mail', value: (row) => row.userName, width: 250, sortable: false },
      {
        id: 'name',
        header: 'Name',
        value: (row) => `${row.givenName ?? ''} ${row.familyName ?? ''}`.trim(),
        width: 160,
        sortable: false,
      },
      {
        id: 'role',
        header: 'Own role',
        value: (row) => row.role ?? 'User',
        width: 130,
        sortable: false,
        cell: (row) => (
          <span className={styles['tags']}>
            {row.role ?? 'User'} {row.active === false ? <Tag tone="warn">inactive</Tag> : null}
          </span>
        ),
      },
      { id: 'teams', header: 'Teams', value: (row) => (row.teams ?? []).join(', '), width: 170, grow: true, sortable: false },
      {
        id: 'concurrencyGroup',
        header: 'Concurrency group',
        value: (row) => row.concurrencyGroup ?? 'default',
        width: 150,
        sortable: false,
      },
      { id: 'subOrganization', header: 'Sub-organisation', value: (row) => row.subOrganization ?? 'root', width: 150, sortable: false },
      {
        id: 'actions',
        fixed: true,
        header: 'Actions',
        value: () => null,
        width: 90,
        sortable: false,
        cell: (row) => (
          <span className={styles['tags']}>
            <ActionIcon size="sm" aria-label={`Change ${row.userName}`} onClick={() => setEdited(row)}>
              <IconPencil size={15} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={`Remove ${row.userName}`}
              onClick={() => void edit({ kind: 'remove-user', userName: row.userName })}
            >
              <IconTrash size={15} aria-hidden="true" />
            </ActionIcon>
          </span>
        ),
      },
    ],
    [edit],
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
        <Button variant="default" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setEdited('new')}>
          Add a person
        </Button>
        <Button variant="default" leftSection={<IconClipboardText size={15} aria-hidden="true" />} onClick={() => setPasting(true)}>
          Paste from CSV
        </Button>
      </ListBar>
      {slices.error === null ? null : <QueryError title="The people could not be listed" error={slices.error} />}
      <PagedTable
        label="People at the vendor"
        columns={columns}
        rowKey={(row) => row.userName}
        height="max(18rem, calc(100vh - 21rem))"
        sort={noSort}
        onSort={() => undefined}
        onOpen={setEdited}
        empty={search === '' ? 'The vendor has nobody yet: every person of the roster will be new.' : `Nobody matches “${search}”.`}
        {...slices}
      />
      <PasteDialog
        opened={pasting}
        title="Paste people of the vendor"
        example={'email,role,teams,concurrencyGroup,subOrganization\nann@example.com,Admin,eng-backend;qa,QA Pool,'}
        noun={['person', 'people']}
        read={readPastedUsers}
        onRows={(rows) => edit({ kind: 'put-users', users: [...rows] })}
        onClose={() => setPasting(false)}
      >
        A header and one row a person. Columns in any order: email, first name, last name, active, role, teams (divided by semicolons),
        concurrencyGroup, subOrganization. People who are there already are replaced.
      </PasteDialog>
      {edited === null ? null : (
        <UserDialog
          user={edited === 'new' ? null : edited}
          onKeep={(user) => edit({ kind: 'put-users', users: [user] })}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
