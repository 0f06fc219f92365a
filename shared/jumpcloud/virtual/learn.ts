import type { Item, Values } from './item';
import type { Memory } from './memory';
import { type Reading, sentMembers } from './read-answer';
import type { VirtualRequest } from './render-request';
import type { Branch } from './script';

interface Lesson {
  readonly item: Item;
  readonly request: VirtualRequest;
  readonly reading: Reading;
  readonly branch: Branch;
  readonly sent: Values;
}

/** What JumpCloud keeps in mind after a request that was taken: ids from the answer, attributes as it sent them. */
export function learn(memory: Memory, { item, request, reading, branch, sent }: Lesson): void {
  const key = item.knownAs.toLowerCase();
  const groupKey = (item.group?.knownAs ?? '').toLowerCase();
  if (branch.learn === 'forget-user') memory.users.delete(key);
  if (branch.learn === 'forget-group') memory.groups.delete(groupKey);
  if (branch.learn === 'user' && reading.user !== null) {
    const { id, userName, active, givenName, familyName } = reading.user;
    memory.users.set(key, { id, userName, active, givenName, familyName });
  }
  if (branch.learn === 'group' && reading.group !== null) {
    const { id, displayName, memberIds } = reading.group;
    memory.groups.set(groupKey, { id, displayName, members: new Set(memberIds ?? sentMembers(request).added) });
  }
  if (branch.learn !== undefined || (request.method !== 'PATCH' && request.method !== 'PUT')) return;
  if (request.path.startsWith('/Users/')) rememberUser(memory, item, request, sent);
  if (request.path.startsWith('/Groups/')) rememberGroup(memory, item, request);
}

function rememberUser(memory: Memory, item: Item, request: VirtualRequest, sent: Values): void {
  const known = memory.users.get(item.knownAs.toLowerCase());
  if (known === undefined) return;
  const paths = new Set(replacedPaths(request));
  const all = request.method === 'PUT';
  const renamed = all || paths.has('userName');
  const user = {
    id: known.id,
    userName: renamed ? String(sent.userName) : known.userName,
    active: all || paths.has('active') ? sent.active === true : known.active,
    givenName: all || paths.has('name.givenName') ? String(sent.givenName) : known.givenName,
    familyName: all || paths.has('name.familyName') ? String(sent.familyName) : known.familyName,
  };
  memory.users.set(item.knownAs.toLowerCase(), user);
  if (renamed && item.person !== null && item.person.email.toLowerCase() !== item.knownAs.toLowerCase()) {
    memory.users.delete(item.knownAs.toLowerCase());
    memory.users.set(item.person.email.toLowerCase(), user);
  }
}

function rememberGroup(memory: Memory, item: Item, request: VirtualRequest): void {
  const key = (item.group?.knownAs ?? '').toLowerCase();
  const known = memory.groups.get(key);
  if (known === undefined || item.group === null) return;
  const { added, removed } = sentMembers(request);
  const gone = new Set(removed);
  const kept = request.method === 'PUT' ? [] : [...known.members].filter((id) => !gone.has(id));
  const displayName = request.method === 'PUT' || replacedPaths(request).includes('displayName') ? item.group.name : known.displayName;
  memory.groups.delete(key);
  memory.groups.set(displayName.toLowerCase(), { id: known.id, displayName, members: new Set([...kept, ...added]) });
}

function replacedPaths(request: VirtualRequest): readonly string[] {
  const body = request.body as { readonly Operations?: readonly { readonly op: string; readonly path?: string }[] } | undefined;
  return (body?.Operations ?? []).filter(({ op }) => op.toLowerCase() === 'replace').flatMap(({ path }) => path ?? []);
}
