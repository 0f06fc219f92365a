import type { PullFault } from '../../../shared/golive/pull-fault';
import type { PullFinding, Tenant, TenantList } from '../../../shared/golive/tenant';
import { jsonOf } from '../../../shared/preflight/exchange';
import { type GroupResource, readGroupResource, readUserResource, type UserResource } from '../../../shared/preflight/read-resource';
import { err, ok, type Result } from '../../../shared/result';
import { type ListProgress, nothingRead, readList } from './read-list';
import { readWithRetry, type Waiting } from './read-with-retry';
import type { ScimClient } from './scim-client';

/** What a pull has so far: kept in memory after a fault or a cancel, and handed in again to go on. */
export interface PullProgress {
  readonly users: ListProgress<UserResource>;
  readonly groups: ListProgress<GroupResource>;
}

export const pullFromStart: PullProgress = { users: nothingRead, groups: nothingRead };

export interface PullStep {
  readonly list: TenantList | 'members';
  readonly done: number;
  readonly total: number | null;
}

export interface PullOptions {
  readonly waiting: Waiting;
  readonly resumeFrom?: PullProgress;
  readonly onProgress?: (step: PullStep) => void;
  /** Larger pages are fewer requests; a service that caps `count` is followed. */
  readonly pageSize?: number;
}

export interface PullStopped {
  readonly fault: PullFault;
  readonly progress: PullProgress;
}

/** Reads all users and groups of a SCIM endpoint, or says why not: never a part. */
export async function pullTenant(client: ScimClient, options: PullOptions): Promise<Result<Tenant, PullStopped>> {
  const { waiting, pageSize = 100 } = options;
  let progress = options.resumeFrom ?? pullFromStart;
  const stop = (fault: PullFault): Result<Tenant, PullStopped> => err({ fault, progress });
  if (!progress.users.done) {
    const onProgress = (users: ListProgress<UserResource>): void => {
      progress = { ...progress, users };
      options.onProgress?.({ list: 'Users', done: users.items.length, total: users.total });
    };
    const users = await readList(client, { list: 'Users', read: readUserResource, pageSize, onProgress }, progress.users, waiting);
    if (!users.ok) return stop(users.error);
    progress = { ...progress, users: users.value };
  }
  const twin = findTwice(
    'Users',
    progress.users.items,
    (user) => user.userName.toLowerCase(),
    (user) => user.userName,
  );
  if (twin !== null) {
    progress = pullFromStart;
    return stop(twin);
  }
  if (!progress.groups.done) {
    const onProgress = (groups: ListProgress<GroupResource>): void => {
      progress = { ...progress, groups };
      options.onProgress?.({ list: 'Groups', done: groups.items.length, total: groups.total });
    };
    const groups = await readList(client, { list: 'Groups', read: readGroupResource, pageSize, onProgress }, progress.groups, waiting);
    const nothingYet = progress.groups.items.length === 0;
    if (
      !groups.ok &&
      nothingYet &&
      groups.error.kind === 'status' &&
      (groups.error.status === 403 || groups.error.status === 404 || groups.error.status === 501)
    ) {
      return ok(tenantOf(progress, null, [{ kind: 'groups-refused', status: groups.error.status }]));
    }
    if (!groups.ok) return stop(groups.error);
    progress = { ...progress, groups: groups.value };
  }
  const sameGroup = findTwice(
    'Groups',
    progress.groups.items,
    (group) => group.displayName,
    (group) => group.displayName,
  );
  if (sameGroup !== null) {
    progress = { ...progress, groups: nothingRead };
    return stop(sameGroup);
  }
  const whole = await addMissingMembers(client, progress.groups.items, options);
  return whole.ok ? ok(tenantOf(progress, whole.value, [])) : stop(whole.error);
}

function tenantOf(progress: PullProgress, groups: readonly GroupResource[] | null, more: readonly PullFinding[]): Tenant {
  return { users: progress.users.items, groups, findings: [...progress.users.findings, ...progress.groups.findings, ...more] };
}

/** A list may leave `members` out (RFC 7643 section 7, returned "default" or not): then each group is read by itself. */
async function addMissingMembers(
  client: ScimClient,
  groups: readonly GroupResource[],
  { waiting, onProgress }: PullOptions,
): Promise<Result<readonly GroupResource[], PullFault>> {
  if (groups.every((group) => group.memberIds !== null)) return ok(groups);
  const whole: GroupResource[] = [];
  for (const group of groups) {
    if (group.memberIds === null) {
      const path = `/Groups/${encodeURIComponent(group.id)}`;
      const exchange = await readWithRetry(
        () => client.call({ method: 'GET', path, purpose: 'pull members', signal: waiting.signal }),
        waiting,
      );
      if (!exchange.ok) return exchange;
      const read = readGroupResource(jsonOf(exchange.value));
      if (read === null) return err({ kind: 'no-list', request: `GET ${client.baseUrl}${path}`, found: 'no group' });
      whole.push({ ...read, memberIds: read.memberIds ?? [] });
    } else whole.push(group);
    onProgress?.({ list: 'members', done: whole.length, total: groups.length });
  }
  return ok(whole);
}

function findTwice<T extends { readonly id: string }>(
  list: TenantList,
  items: readonly T[],
  key: (item: T) => string,
  name: (item: T) => string,
): PullFault | null {
  const ids = new Map<string, string>();
  for (const item of items) {
    const earlier = ids.get(key(item));
    if (earlier !== undefined) return { kind: 'twice', list, name: name(item), ids: [earlier, item.id] };
    ids.set(key(item), item.id);
  }
  return null;
}
