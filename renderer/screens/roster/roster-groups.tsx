import { Button, Checkbox, Stack } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { RosterGroupRow } from '../../../shared/ipc/roster';
import type { DataColumn } from '../../components/data-column';
import { ListBar } from '../../components/list-bar';
import { Notice } from '../../components/notice';
import { PagedTable, type TableSort } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { undoChange, useChanges } from '../../state/reversible-changes';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { ticksScope, useTicks } from './use-ticks';

/** Which groups are bound to the application in JumpCloud: those are pushed, in this order. */
export function RosterGroups() {
  const workspaceId = useWorkspaceId();
  const { tick } = useTicks();
  const scope = ticksScope(workspaceId);
  const changes = useChanges(scope);
  const { search, setSearch, wanted } = useSearch();
  const [sort, setSort] = useState<TableSort>({ id: 'order', descending: false });
  const slices = useSlices(['roster', workspaceId, 'groups', wanted, sort], (offset, limit) =>
    fetchValue('roster:groups', { workspaceId, search: wanted, sort: sort.id as 'name', descending: sort.descending, offset, limit }),
  );
  const columns = useMemo((): readonly DataColumn<RosterGroupRow>[] => {
    return [
      {
        id: 'order',
        header: 'Push',
        value: (row) => (row.ticked ? 'yes' : 'no'),
        width: 90,
        cell: (row) => (
          <Checkbox
            size="xs"
            aria-label={`Push ${row.name}`}
            checked={row.ticked}
            onChange={(event) => void tick([row.name], event.currentTarget.checked)}
          />
        ),
      },
      { id: 'name', header: 'Group', value: (row) => row.name, width: 320, grow: true },
      { id: 'members', header: 'Members', value: (row) => row.members.toLocaleString('en-GB'), width: 120, align: 'end' },
      {
        id: 'active',
        header: 'Note',
        value: (row) => row.active,
        width: 260,
        sortable: false,
        cell: (row) => note(row),
      },
    ];
  }, [tick]);
  return (
    <Stack gap="sm">
      <Notice tone="info">
        JumpCloud pushes the groups that are bound to the application, and provisions the people in them. A group that is left out here is
        as if it were never bound. Unbinding one later deactivates its members (J12): try that as a what-if in the preview.
      </Notice>
      <ListBar
        label="Search groups"
        placeholder="Group name"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['group', 'groups']}
      >
        <Button size="xs" variant="default" onClick={() => void tick(null, true)}>
          Push all
        </Button>
        <Button size="xs" variant="default" onClick={() => void tick(null, false)}>
          Push none
        </Button>
        {changes.undo === null ? null : (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconArrowBackUp size={15} aria-hidden="true" />}
            title={`Take back: ${changes.undo}`}
            onClick={() => void undoChange(scope)}
          >
            Undo
          </Button>
        )}
      </ListBar>
      {slices.error === null ? null : <QueryError title="The groups could not be listed" error={slices.error} />}
      <PagedTable
        label="Groups in the roster"
        columns={columns}
        rowKey={(row) => row.name}
        height="max(18rem, calc(100vh - 29rem))"
        sort={sort}
        onSort={setSort}
        empty={search === '' ? 'This roster names no group.' : `No group matches “${search}”.`}
        {...slices}
      />
    </Stack>
  );
}

function note(row: RosterGroupRow) {
  if (row.members === 0) return <Tag tone="warn">empty: JumpCloud does not create it (J11)</Tag>;
  if (row.active < row.members) return `${(row.members - row.active).toLocaleString('en-GB')} of them not active`;
  return null;
}
