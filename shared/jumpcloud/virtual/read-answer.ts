import { type GroupResource, readGroupResource, readListPage, readUserResource, type UserResource } from '../../preflight/read-resource';
import type { VirtualRequest } from './render-request';
import type { Branch, Finding } from './script';

/** What came of a request. */
export type Answer =
  | { readonly kind: 'answered'; readonly status: number /** Undefined where there is no JSON. */; readonly body: unknown }
  | { readonly kind: 'failed'; readonly reason: string };

/** The answer in the eyes of the one who asked. */
export interface Reading {
  readonly status: number | null;
  readonly findings: ReadonlySet<Finding>;
  /** The user in the answer, or the one of the wanted name among those listed. */
  readonly user: UserResource | null;
  readonly group: GroupResource | null;
}

export interface Sought {
  readonly userName: string;
  readonly displayName: string;
}

/** Reads an answer without a trust in its shape: what is not as expected is simply not found in it. */
export function readAnswer(request: VirtualRequest, answer: Answer, sought: Sought): Reading {
  if (answer.kind === 'failed') return { status: null, findings: new Set(), user: null, group: null };
  const { status, body } = answer;
  const findings = new Set<Finding>();
  const list = readListPage(body);
  if (request.method === 'GET' && list.ok) {
    findings.add('list');
    const user = firstOf(list.value.resources, readUserResource, (one) => sameText(one.userName, sought.userName));
    const group = firstOf(list.value.resources, readGroupResource, (one) => sameText(one.displayName, sought.displayName));
    const found = request.path.startsWith('/Groups') ? group : user;
    findings.add(found === null ? 'none-found' : 'found');
    if (user !== null && !user.active) findings.add('found-inactive');
    if (found !== null && !found.idIsString) findings.add('id-not-text');
    return { status, findings, user, group };
  }
  const isGroup = request.path.startsWith('/Groups');
  const user = isGroup ? null : readUserResource(body);
  const group = isGroup ? readGroupResource(body) : null;
  if (user !== null) findings.add('user');
  if (group !== null) findings.add('group');
  if ((user !== null && !user.idIsString) || (group !== null && !group.idIsString)) findings.add('id-not-text');
  if ((user !== null || group !== null) && sentAttributes(request).some(([path, value]) => differs(path, value, user, group)))
    findings.add('not-applied');
  if (group !== null && lacksMembers(request, group)) findings.add('members-missing');
  return { status, findings, user, group };
}

export function fits(branch: Branch, { status, findings }: Reading): boolean {
  if (branch.finding !== undefined && !findings.has(branch.finding)) return false;
  if (branch.status === 'none') return status === null;
  if (status === null) return false;
  if (branch.status === 'any') return true;
  if (typeof branch.status === 'string') return String(status).charAt(0) === branch.status.charAt(0);
  return branch.status.includes(status);
}

function firstOf<T>(resources: readonly unknown[], read: (value: unknown) => T | null, isIt: (one: T) => boolean): T | null {
  for (const resource of resources) {
    const one = read(resource);
    if (one !== null && isIt(one)) return one;
  }
  return null;
}

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const operationsOf = (request: VirtualRequest): readonly Readonly<Record<string, unknown>>[] => {
  const operations = isRecord(request.body) ? request.body['Operations'] : undefined;
  return Array.isArray(operations) ? operations.filter(isRecord) : [];
};

/** Attributes that a `replace` or a PUT sets, by path. */
function sentAttributes(request: VirtualRequest): readonly (readonly [string, unknown])[] {
  if (request.method === 'PATCH')
    return operationsOf(request)
      .filter((operation) => String(operation['op']).toLowerCase() === 'replace')
      .map((operation) => [String(operation['path']), operation['value']] as const);
  if (request.method !== 'PUT' || !isRecord(request.body)) return [];
  const name = isRecord(request.body['name']) ? request.body['name'] : {};
  return [
    ['userName', request.body['userName']],
    ['displayName', request.body['displayName']],
    ['active', request.body['active']],
    ['name.givenName', name['givenName']],
    ['name.familyName', name['familyName']],
  ];
}

function differs(path: string, sent: unknown, user: UserResource | null, group: GroupResource | null): boolean {
  if (sent === undefined) return false;
  switch (path) {
    case 'active':
      return user !== null && user.active !== (String(sent).toLowerCase() === 'true');
    case 'userName':
      return user !== null && !sameText(user.userName, String(sent));
    case 'name.givenName':
      return user !== null && user.givenName !== sent;
    case 'name.familyName':
      return user !== null && user.familyName !== sent;
    case 'displayName':
      return group !== null && group.displayName !== sent;
    default:
      return false;
  }
}

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(isRecord).flatMap((entry) => (typeof entry['value'] === 'string' ? [entry['value']] : [])) : [];

/** Ids that the request puts into the group, or takes out of it. */
export function sentMembers(request: VirtualRequest): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  if (isRecord(request.body) && request.method !== 'PATCH') return { added: idsIn(request.body['members']), removed: [] };
  const added: string[] = [];
  const removed: string[] = [];
  for (const operation of operationsOf(request)) {
    if (operation['path'] !== 'members') continue;
    (String(operation['op']).toLowerCase() === 'remove' ? removed : added).push(...idsIn(operation['value']));
  }
  return { added, removed };
}

/** J17: a group's answer must list its members. */
function lacksMembers(request: VirtualRequest, group: GroupResource): boolean {
  const { added, removed } = sentMembers(request);
  if (added.length + removed.length === 0) return false;
  if (group.memberIds === null) return added.length > 0;
  const listed = new Set(group.memberIds);
  return added.some((id) => !listed.has(id)) || removed.some((id) => listed.has(id));
}
