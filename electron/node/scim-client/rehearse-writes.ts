import { type Exchange, jsonOf, statusOf } from '../../../shared/preflight/exchange';
import {
  deleteBehaviour,
  judgeCreateGroup,
  judgeCreateUser,
  judgeDeleteGroup,
  judgeDeleteUser,
  judgeFindUser,
  judgeMembers,
  judgeRename,
  judgeUpdateUser,
} from '../../../shared/preflight/judge-write';
import { type Probe, skipped } from '../../../shared/preflight/probe';
import { readGroupResource, readUserResource } from '../../../shared/preflight/read-resource';
import { equals, type ScimCall, type ScimClient } from './scim-client';

export interface RehearsalInput {
  readonly testEmail: string;
  readonly nonce: string;
  readonly withGroups: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface Rehearsal {
  readonly leftBehind: readonly string[];
  readonly testEmailUsed: boolean;
}

type Add = (probe: Probe) => Probe;

const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
const groupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const patchUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/**
 * Plays the test of J2 with a marked user and group: create, find, change, delete. Whatever happens in between, also a cancel, what
 * was made is removed again at the end, and what could not be removed is named.
 */
export async function rehearseWrites(client: ScimClient, input: RehearsalInput, add: Add): Promise<Rehearsal> {
  const call: Caller = (parts) => client.call({ purpose: 'write test', signal: input.signal, ...parts });
  const created = await call({ method: 'POST', path: '/Users', body: testUser(input.testEmail) });
  const verdict = add(judgeCreateUser(created, input.testEmail));
  const user = verdict.status === 201 ? readUserResource(jsonOf(created)) : null;
  // A cut connection may have created the user all the same: look before saying that nothing is left.
  if (user === null) return { ...(await lookForLeftover(client, input.testEmail, created, add)) };
  const made: Made = { userId: user.id, groupId: null, groupName: `scim-preflight-test-${input.nonce}` };
  try {
    add(judgeFindUser(await call({ method: 'GET', path: '/Users', query: { filter: equals('userName', input.testEmail) } }), user.id));
    if (input.withGroups) await rehearseGroup(call, made, add);
    const path = `/Users/${encodeURIComponent(user.id)}`;
    const update = await call({ method: 'PATCH', path, body: patch({ op: 'replace', path: 'active', value: false }) });
    add(judgeUpdateUser(update, await call({ method: 'GET', path })));
  } finally {
    // Without the caller's signal: a cancel must not keep the clean-up from running.
    await removeAll((parts) => client.call({ purpose: 'write test: clean up', ...parts }), made, input.testEmail, add);
  }
  return { leftBehind: made.leftBehind ?? [], testEmailUsed: true };
}

type Caller = (parts: Omit<ScimCall, 'purpose' | 'signal'>) => Promise<Exchange>;

interface Made {
  readonly userId: string;
  groupId: string | null;
  groupName: string;
  leftBehind?: readonly string[];
}

const testUser = (email: string): object => ({
  schemas: [userUrn],
  userName: email,
  name: { givenName: 'SCIM Preflight', familyName: 'Test', formatted: 'SCIM Preflight Test' },
  emails: [{ value: email, type: 'work', primary: true }],
  active: true,
});

const patch = (operation: object): object => ({ schemas: [patchUrn], Operations: [operation] });

async function rehearseGroup(call: Caller, made: Made, add: Add): Promise<void> {
  const member = { value: made.userId };
  const created = await call({
    method: 'POST',
    path: '/Groups',
    body: { schemas: [groupUrn], displayName: made.groupName, members: [member] },
  });
  add(judgeCreateGroup(created));
  const group = statusOf(created) === 201 ? readGroupResource(jsonOf(created)) : null;
  if (group === null) return;
  made.groupId = group.id;
  const path = `/Groups/${encodeURIComponent(group.id)}`;
  const read = (): Promise<Exchange> => call({ method: 'GET', path });
  const first = await read();
  add(judgeMembers('group-members', first, first, [made.userId]));
  const removed = await call({ method: 'PATCH', path, body: patch({ op: 'Remove', path: 'members', value: [member] }) });
  add(judgeMembers('remove-member', removed, await read(), []));
  const adding = patch({ op: 'Add', path: 'members', value: [member] });
  const once = await call({ method: 'PATCH', path, body: adding });
  const twice = await call({ method: 'PATCH', path, body: adding });
  const addedTwice = (statusOf(once) ?? 0) >= 200 && (statusOf(once) ?? 0) < 300 ? twice : once;
  add(judgeMembers('add-member', addedTwice, await read(), [made.userId]));
  const name = `${made.groupName}-renamed`;
  const renamed = await call({ method: 'PATCH', path, body: patch({ op: 'Replace', path: 'displayName', value: name }) });
  const after = await read();
  if (add(judgeRename(renamed, after, name)).result === 'pass') made.groupName = name;
}

async function removeAll(call: Caller, made: Made, email: string, add: Add): Promise<void> {
  const leftBehind: string[] = [];
  if (made.groupId !== null) {
    const path = `/Groups/${encodeURIComponent(made.groupId)}`;
    const deleted = await call({ method: 'DELETE', path });
    if (add(judgeDeleteGroup(deleted, await call({ method: 'GET', path }))).result !== 'pass')
      leftBehind.push(`group "${made.groupName}" (id ${made.groupId})`);
  }
  const path = `/Users/${encodeURIComponent(made.userId)}`;
  const deleted = await call({ method: 'DELETE', path });
  const verdict = add(judgeDeleteUser(deleted, await call({ method: 'GET', path }), email));
  add(deleteBehaviour(verdict));
  if (verdict.result !== 'pass') leftBehind.push(`user ${email} (id ${made.userId})${verdict.result === 'warn' ? ', deactivated' : ''}`);
  made.leftBehind = leftBehind;
  add(cleanUp(leftBehind, verdict.result === 'warn' && leftBehind.length === 1));
}

/** A deactivated test user is how the vendor works (I1); anything more is a fault. */
function cleanUp(leftBehind: readonly string[], onlyDeactivatedUser: boolean): Probe {
  const base = { code: 'clean-up', request: null, status: null } as const;
  if (leftBehind.length === 0) return { ...base, result: 'pass', meaning: 'Test user and test group are gone.', fix: null };
  return {
    ...base,
    result: onlyDeactivatedUser ? 'warn' : 'fail',
    meaning: `Left behind: ${leftBehind.join('; ')}.`,
    fix: 'Remove it by hand in the dashboard, or leave the deactivated account and do not use its e-mail again.',
  };
}

async function lookForLeftover(client: ScimClient, email: string, created: Exchange, add: Add): Promise<Rehearsal> {
  if (created.outcome.kind !== 'failed') {
    add(skipped('clean-up', 'Nothing was made.'));
    return { leftBehind: [], testEmailUsed: false };
  }
  const look = await client.call({
    method: 'GET',
    path: '/Users',
    purpose: 'write test: clean up',
    query: { filter: equals('userName', email) },
  });
  const add1 = (leftBehind: readonly string[]): Rehearsal => {
    add(cleanUp(leftBehind, false));
    return { leftBehind, testEmailUsed: leftBehind.length > 0 };
  };
  const value = jsonOf(look);
  const found = typeof value === 'object' && value !== null && 'totalResults' in value ? value.totalResults : null;
  if (found === 0) return add1([]);
  return add1([
    found === null
      ? `perhaps user ${email}: the connection broke while it was created, and the look-up failed as well`
      : `user ${email}: the connection broke while it was created`,
  ]);
}
