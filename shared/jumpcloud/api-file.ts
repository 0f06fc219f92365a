/**
 * API answers that somebody kept in one file, under whatever names their script gave them: JumpCloud names each list by its address
 * (`systemusers`, `usergroups`, `membership`), SDKs and people otherwise. What is in them is checked by who reads them.
 */
export interface ApiFile {
  readonly lists: Readonly<Partial<Record<ListName, unknown>>>;
  /** Fields that are none of the three lists. */
  readonly unread: readonly string[];
  /** A list that is there under two names. */
  readonly twice: string | null;
}

type ListName = 'systemusers' | 'usergroups' | 'memberships';

/** Without case, underscores and hyphens. */
const listOf = new Map<string, ListName>([
  ['systemusers', 'systemusers'],
  ['users', 'systemusers'],
  ['usergroups', 'usergroups'],
  ['groups', 'usergroups'],
  ['memberships', 'memberships'],
  ['membership', 'memberships'],
  ['members', 'memberships'],
  ['groupmemberships', 'memberships'],
  ['groupmembers', 'memberships'],
  ['usergroupmemberships', 'memberships'],
  ['usergroupmembers', 'memberships'],
]);

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const plainName = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');

/** A single `/api/systemusers` answer is one too: a page, or the bare list. */
export function readApiFile(value: unknown): ApiFile {
  if (Array.isArray(value) || (isFields(value) && 'results' in value))
    return { lists: { systemusers: onePage(value) }, unread: [], twice: null };
  const lists: Partial<Record<ListName, unknown>> = {};
  const unread: string[] = [];
  let twice: string | null = null;
  for (const [name, list] of isFields(value) ? Object.entries(value) : []) {
    const known = listOf.get(plainName(name));
    if (known === undefined) unread.push(name);
    else if (lists[known] !== undefined) twice = name;
    else lists[known] = known === 'systemusers' ? onePage(list) : known === 'usergroups' ? allRows(list) : byGroup(list);
  }
  if (Array.isArray(lists.usergroups)) {
    const own = ownMembers(lists.usergroups);
    if (own.length > 0) lists.memberships = { ...Object.fromEntries(own), ...(isFields(lists.memberships) ? lists.memberships : {}) };
  }
  return { lists, unread, twice };
}

/** Pages one after the other are one page. */
function onePage(list: unknown): unknown {
  if (!Array.isArray(list) || list.length === 0 || !list.every((page) => isFields(page) && Array.isArray(page['results']))) return list;
  const { totalCount } = list[0] as Fields;
  return { ...(totalCount === undefined ? {} : { totalCount }), results: list.flatMap((page) => (page as Fields)['results']) };
}

function allRows(list: unknown): unknown {
  if (isFields(list) && Array.isArray(list['results'])) return list['results'];
  return Array.isArray(list) && list.length > 0 && list.every(Array.isArray) ? list.flat() : list;
}

/** Of a group that carries its members itself. */
const ownMembers = (groups: readonly unknown[]): readonly (readonly [string, unknown])[] =>
  groups.flatMap((group) => {
    const members = isFields(group) ? membersIn(group) : undefined;
    return isFields(group) && typeof group['id'] === 'string' && members !== undefined ? [[group['id'], entries(members)] as const] : [];
  });

/** A list of rows that name their group, or lists under the group's id or name. */
function byGroup(list: unknown): unknown {
  if (isFields(list)) return Object.fromEntries(Object.entries(list).map(([group, members]) => [group, entries(allRows(members))]));
  if (!Array.isArray(list)) return list;
  const found = new Map<string, unknown[]>();
  for (const row of list) {
    const group = isFields(row) ? (row['group'] ?? row['groupId'] ?? row['group_id'] ?? row['id']) : undefined;
    const members = isFields(row) ? membersIn(row) : undefined;
    if (typeof group !== 'string' || !Array.isArray(members)) return list;
    found.set(group, [...(found.get(group) ?? []), ...(entries(members) as unknown[])]);
  }
  return Object.fromEntries(found);
}

const membersIn = (row: Fields): unknown => row['members'] ?? row['membership'] ?? row['memberships'] ?? row['users'];

/** A bare id is a user's. */
const entries = (list: unknown): unknown =>
  Array.isArray(list) ? list.map((entry: unknown) => (typeof entry === 'string' ? { id: entry, type: 'user' } : entry)) : list;
