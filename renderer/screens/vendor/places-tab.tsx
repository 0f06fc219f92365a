import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconClipboardText, IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import { readPastedEntities } from '../../../shared/preview/paste-rows';
import { type EntityRef, type EntityType, entityTypes } from '../../../shared/vendor/event';
import type { DataColumn } from '../../components/data-column';
import { ListBar } from '../../components/list-bar';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { PasteDialog } from './paste-dialog';
import { targetWords } from './rule-words';
import { useEditOrganisation } from './use-organisation';
import styles from './vendor.module.css';

const noSort = { id: '', descending: false } as const;

/** Teams, concurrency groups and sub-organisations that the vendor has already. */
export function PlacesTab() {
  const workspaceId = useWorkspaceId();
  const edit = useEditOrganisation();
  const { search, setSearch, wanted } = useSearch();
  const [kind, setKind] = useState<EntityType | null>(null);
  const [type, setType] = useState<EntityType>('Team');
  const [name, setName] = useState('');
  const [pasting, setPasting] = useState(false);
  const slices = useSlices(['organisation', workspaceId, 'entities', wanted, kind], (offset, limit) =>
    fetchValue('organisation:entities', { workspaceId, search: wanted, type: kind, offset, limit }),
  );
  const columns = useMemo(
    (): readonly DataColumn<EntityRef>[] => [
      { id: 'name', header: 'Name', value: (row) => row.name, width: 320, grow: true, sortable: false },
      { id: 'type', header: 'Kind', value: (row) => targetWords[row.type], width: 200, sortable: false },
      {
        id: 'remove',
        header: 'Actions',
        value: () => null,
        width: 90,
        sortable: false,
        cell: (row) => (
          <ActionIcon size="sm" aria-label={`Remove ${row.name}`} onClick={() => void edit({ kind: 'remove-entity', entity: row })}>
            <IconTrash size={15} aria-hidden="true" />
          </ActionIcon>
        ),
      },
    ],
    [edit],
  );
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const wantedName = name.trim();
    if (wantedName !== '' && (await edit({ kind: 'add-entities', entities: [{ type, name: wantedName }] }))) setName('');
  };
  return (
    <>
      <form className={styles['row']} onSubmit={(event) => void add(event)} aria-label="Add a place">
        <NativeSelect
          label="Kind"
          value={type}
          onChange={(event) => setType(entityTypes.find((known) => known === event.currentTarget.value) ?? 'Team')}
          data={entityTypes.map((known) => ({ value: known, label: targetWords[known] }))}
        />
        <TextInput
          className={styles['grow'] ?? ''}
          label="Name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
        />
        <Button type="submit" variant="default" leftSection={<IconPlus size={15} aria-hidden="true" />} disabled={name.trim() === ''}>
          Add
        </Button>
        <Button variant="default" leftSection={<IconClipboardText size={15} aria-hidden="true" />} onClick={() => setPasting(true)}>
          Paste a list
        </Button>
      </form>
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
          value={kind ?? ''}
          onChange={(event) => setKind(entityTypes.find((known) => known === event.currentTarget.value) ?? null)}
          data={[{ value: '', label: 'of every kind' }, ...entityTypes.map((known) => ({ value: known, label: `${targetWords[known]}s` }))]}
        />
      </ListBar>
      {slices.error === null ? null : <QueryError title="The places could not be listed" error={slices.error} />}
      <PagedTable
        label="Places at the vendor"
        columns={columns}
        rowKey={(row) => `${row.type} ${row.name}`}
        height="max(16rem, calc(100vh - 26rem))"
        sort={noSort}
        onSort={() => undefined}
        empty={search === '' && kind === null ? 'The vendor has no team, concurrency group or sub-organisation yet.' : 'No such place.'}
        {...slices}
      />
      <PasteDialog
        opened={pasting}
        title="Paste places"
        example={'Team,eng-backend\nConcurrency group,QA Pool\nSub-organisation,EU'}
        noun={['place', 'places']}
        read={(text) => readPastedEntities(text, type)}
        onRows={(rows) => edit({ kind: 'add-entities', entities: [...rows] })}
        onClose={() => setPasting(false)}
      >
        One place a line: kind and name in two columns, or names alone, which are then taken as {targetWords[type].toLowerCase()}s.
      </PasteDialog>
    </>
  );
}
