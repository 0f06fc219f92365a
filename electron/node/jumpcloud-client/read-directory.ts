import type { JumpCloudFault } from '../../../shared/jumpcloud/api-fault';
import { type GraphEntry, type SystemUser, systemUserId, type UserGroup } from '../../../shared/jumpcloud/api-shapes';
import type { JumpCloudDirectory } from '../../../shared/jumpcloud/roster-api';
import { err, ok, type Result } from '../../../shared/result';
import { defaultLimit, type JumpCloudClient, pageLimit } from './jumpcloud-client';

export interface DirectoryStep {
  readonly list: 'users' | 'groups' | 'memberships';
  readonly done: number;
  readonly total: number | null;
}

export interface DirectoryOptions {
  /** Only the groups bound to this application are pushed (J11); null reads all groups. */
  readonly applicationId: string | null;
  readonly orgId: string | null;
  readonly onProgress?: (step: DirectoryStep) => void;
}

/** Users, the groups that are bound to the application, and who is in them, directly or through nested groups: whole, or a fault. */
export async function readDirectory(
  client: JumpCloudClient,
  options: DirectoryOptions,
): Promise<Result<JumpCloudDirectory, JumpCloudFault>> {
  const users = await readUsers(client, options);
  if (!users.ok) return err(await refine(client, options, users.error));
  const groups = await readGroups(client, options);
  if (!groups.ok) return groups;
  const memberships = new Map<string, readonly GraphEntry[]>();
  for (const group of groups.value) {
    const members = await readAll(
      `members of ${group.name}`,
      (skip) => client.membership(group.id, skip),
      (entry) => `${entry.type} ${entry.id}`,
    );
    if (!members.ok) return members;
    memberships.set(group.id, members.value);
    options.onProgress?.({ list: 'memberships', done: memberships.size, total: groups.value.length });
  }
  return ok({ users: users.value, groups: groups.value, memberships });
}

async function readUsers(
  client: JumpCloudClient,
  { onProgress }: DirectoryOptions,
): Promise<Result<readonly SystemUser[], JumpCloudFault>> {
  let total: number | null = null;
  const users = await readAll(
    'users',
    async (skip) => {
      const page = await client.systemUsers(skip);
      if (!page.ok) return page;
      total = page.value.totalCount ?? total;
      onProgress?.({ list: 'users', done: skip + page.value.results.length, total });
      return ok(page.value.results);
    },
    systemUserId,
  );
  if (!users.ok) return users;
  const expected: number = total ?? users.value.length;
  return users.value.length < expected ? err({ kind: 'incomplete', list: 'users', read: users.value.length, total: expected }) : users;
}

async function readGroups(
  client: JumpCloudClient,
  { applicationId, onProgress }: DirectoryOptions,
): Promise<Result<readonly UserGroup[], JumpCloudFault>> {
  const groups = await readAll(
    'groups',
    async (skip) => {
      const page = await client.userGroups(skip);
      if (page.ok) onProgress?.({ list: 'groups', done: skip + page.value.length, total: null });
      return page;
    },
    (group) => group.id,
  );
  if (!groups.ok || applicationId === null) return groups;
  const bound = await readAll(
    'bound groups',
    (skip) => client.boundGroups(applicationId, skip),
    (entry) => entry.id,
  );
  if (!bound.ok)
    return isStatus(bound.error, 404) || isStatus(bound.error, 400) ? err({ kind: 'application-unknown', applicationId }) : bound;
  const ids = new Set(bound.value.map((entry) => entry.id));
  return ok(groups.value.filter((group) => ids.has(group.id)));
}

/**
 * Pages until a short one. A first page of exactly the default size is asked behind as well: it may mean that `limit` was not
 * honoured, and who stops there loses everybody on the further pages (jumpcloud-behaviour.md section 3).
 */
async function readAll<T>(
  list: string,
  read: (skip: number) => Promise<Result<readonly T[], JumpCloudFault>>,
  idOf: (item: T) => string,
): Promise<Result<readonly T[], JumpCloudFault>> {
  const items: T[] = [];
  const seen = new Set<string>();
  for (let skip = 0; ; ) {
    const page = await read(skip);
    if (!page.ok) return page;
    const before = items.length;
    for (const item of page.value) {
      if (seen.has(idOf(item))) continue;
      seen.add(idOf(item));
      items.push(item);
    }
    if (page.value.length === 0) return ok(items);
    if (items.length === before) return err({ kind: 'repeats', list, read: items.length });
    if (page.value.length !== pageLimit && page.value.length !== defaultLimit) return ok(items);
    skip += page.value.length;
  }
}

const isStatus = (fault: JumpCloudFault, status: number): boolean =>
  fault.kind === 'request' && fault.fault.kind === 'status' && fault.fault.status === status;

/** Multi-tenant admins: 400 or 401 without `x-org-id`, 404 for an unknown one. Their own list of organisations tells which it is. */
async function refine(client: JumpCloudClient, { orgId }: DirectoryOptions, fault: JumpCloudFault): Promise<JumpCloudFault> {
  if (orgId !== null) return isStatus(fault, 404) ? { kind: 'organisation-unknown', orgId } : fault;
  if (fault.kind !== 'key-refused' && !isStatus(fault, 400)) return fault;
  const organisations = await client.organizations();
  return organisations.ok && organisations.value.results.length > 1
    ? { kind: 'organisation-needed', organisations: organisations.value.results }
    : fault;
}
