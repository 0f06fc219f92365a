import { ActionIcon, Button, Text } from '@mantine/core';
import { IconClipboardText, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { readPastedEmails } from '../../../shared/preview/paste-rows';
import type { DataColumn } from '../../components/data-column';
import { ListBar } from '../../components/list-bar';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { PasteDialog } from './paste-dialog';
import { useEditOrganisation } from './use-organisation';

const noSort = { id: '', descending: false } as const;

/** Addresses that belong to another organisation at the vendor: pushing them is refused with 400. */
export function ElsewhereTab() {
  const workspaceId = useWorkspaceId();
  const edit = useEditOrganisation();
  const { search, setSearch, wanted } = useSearch();
  const [pasting, setPasting] = useState(false);
  const slices = useSlices(['organisation', workspaceId, 'elsewhere', wanted], (offset, limit) =>
    fetchValue('organisation:elsewhere', { workspaceId, search: wanted, offset, limit }),
  );
  const columns = useMemo(
    (): readonly DataColumn<string>[] => [
      { id: 'userName', header: 'E-mail', value: (row) => row, width: 320, grow: true, sortable: false },
      {
        id: 'remove',
        header: 'Actions',
        value: () => null,
        width: 90,
        sortable: false,
        cell: (row) => (
          <ActionIcon size="sm" aria-label={`Remove ${row}`} onClick={() => void edit({ kind: 'remove-elsewhere', userName: row })}>
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
        A person who has an account in another organisation at the vendor is not provisioned (400): they must be invited through team invite
        first. Whether that is so is not visible from outside; name here whom you know of.
      </Text>
      <ListBar
        label="Search addresses"
        placeholder="E-mail"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['person', 'people']}
      >
        <Button variant="default" leftSection={<IconClipboardText size={15} aria-hidden="true" />} onClick={() => setPasting(true)}>
          Add or paste addresses
        </Button>
      </ListBar>
      {slices.error === null ? null : <QueryError title="The addresses could not be listed" error={slices.error} />}
      <PagedTable
        label="People in other organisations"
        columns={columns}
        rowKey={(row) => row}
        height="max(16rem, calc(100vh - 25rem))"
        sort={noSort}
        onSort={() => undefined}
        empty={search === '' ? 'Nobody is known to be in another organisation.' : 'No such address.'}
        {...slices}
      />
      <PasteDialog
        opened={pasting}
        title="People in other organisations"
        example={'old@example.com\nguest@example.com'}
        noun={['address', 'addresses']}
        read={readPastedEmails}
        onRows={(rows) => edit({ kind: 'add-elsewhere', userNames: [...rows] })}
        onClose={() => setPasting(false)}
      >
        E-mail addresses, one a line or divided by commas.
      </PasteDialog>
    </>
  );
}
