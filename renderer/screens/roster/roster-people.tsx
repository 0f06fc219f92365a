import { useState } from 'react';
import type { RosterPerson } from '../../../shared/jumpcloud/roster';
import type { DataColumn } from '../../components/data-column';
import { ListBar } from '../../components/list-bar';
import { PagedTable, type TableSort } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import { WholeTags } from '../../components/whole-tags';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import styles from './roster.module.css';

const states = {
  active: { word: 'active', tone: 'pass' },
  suspended: { word: 'suspended', tone: 'warn' },
  staged: { word: 'staged', tone: 'neutral' },
} as const;

const stateOf = (person: RosterPerson) => (person.staged === true ? 'staged' : person.active ? 'active' : 'suspended');

const columns: readonly DataColumn<RosterPerson>[] = [
  { id: 'email', header: 'E-mail', value: (person) => person.email, width: 270 },
  { id: 'name', header: 'Name', value: (person) => `${person.firstname} ${person.lastname}`.trim(), width: 190 },
  {
    id: 'state',
    header: 'State',
    value: stateOf,
    width: 110,
    cell: (person) => <Tag tone={states[stateOf(person)].tone}>{states[stateOf(person)].word}</Tag>,
  },
  { id: 'role', header: 'Role', value: (person) => person.role ?? '–', width: 90 },
  {
    id: 'groups',
    header: 'Groups',
    value: (person) => person.groups.length,
    width: 260,
    grow: true,
    cell: (person) => (
      <span className={styles['groups']}>
        <span className={styles['soft']}>{person.groups.length === 0 ? 'none' : person.groups.length}</span>
        <WholeTags title={person.groups.join(', ')} lines={1}>
          {person.groups.map((group) => (
            <Tag key={group}>{group}</Tag>
          ))}
        </WholeTags>
      </span>
    ),
  },
  { id: 'line', header: 'Line', value: (person) => person.line, width: 80, align: 'end' },
];

/** Everybody in the roster, searched by name or address. */
export function RosterPeople() {
  const workspaceId = useWorkspaceId();
  const { search, setSearch, wanted } = useSearch();
  const [sort, setSort] = useState<TableSort>({ id: 'line', descending: false });
  const slices = useSlices(['roster', workspaceId, 'people', wanted, sort], (offset, limit) =>
    fetchValue('roster:people', {
      workspaceId,
      search: wanted,
      group: null,
      sort: sort.id as 'email',
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
      />
      {slices.error === null ? null : <QueryError title="The people could not be listed" error={slices.error} />}
      <PagedTable
        label="People in the roster"
        columns={columns}
        rowKey={(person) => person.email}
        height="max(18rem, calc(100vh - 24rem))"
        sort={sort}
        onSort={setSort}
        empty={search === '' ? 'Nobody is in this roster.' : `Nobody matches “${search}”.`}
        {...slices}
      />
    </>
  );
}
