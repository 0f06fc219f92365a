import { type Exchange, jsonOf, statusOf } from './exchange';
import { judged, unexpectedStatus } from './judge-access';
import type { Probe, ProbeCode } from './probe';
import { errorDetail, readGroupResource, readListPage, readUserResource } from './read-resource';

/** Without writing, only the vendor's own documents tell what DELETE does (vendor-behaviour.md section 2). */
export function judgeDeleteUnasked(isVendor: boolean): Probe {
  const base = { code: 'delete-behaviour', request: null, status: null } as const;
  if (!isVendor) return { ...base, result: 'skipped', meaning: 'Not asked: what DELETE does shows only a write test.', fix: null };
  return {
    ...base,
    result: 'warn',
    meaning:
      'Documented: DELETE only deactivates here, so the test e-mail stays behind as a deactivated account (I1) and is burnt for the next test (J4).',
    fix: 'Note the test e-mail as used, and take a fresh one for every further test.',
  };
}

/** RFC 7644 section 3.3: 201 with the resource. The vendor answers 400 for a person of another organisation. */
export function judgeCreateUser(exchange: Exchange, email: string): Probe {
  const code = 'create-test-user';
  const status = statusOf(exchange);
  const user = readUserResource(jsonOf(exchange));
  if (status === 201 && user !== null) {
    if (!user.idIsString)
      return judged(code, exchange, ['fail', 'Created, but its id is not a string (J5).', 'The service must answer "id" as a string.']);
    return judged(code, exchange, ['pass', `Created ${email} with id ${user.id}.`, null]);
  }
  if (status === 201)
    return judged(code, exchange, [
      'fail',
      'Answered 201 without the created user: JumpCloud learns no id.',
      'The service must answer the whole resource (RFC 7644 section 3.3).',
    ]);
  const detail = errorDetail(jsonOf(exchange));
  if (status === 200)
    return judged(code, exchange, [
      'warn',
      'Answered 200: somebody with this e-mail was there and was updated.',
      'Check who that is, and use a fresh test e-mail.',
    ]);
  if (status === 409)
    return judged(code, exchange, [
      'fail',
      `Refused with 409, although the look-up found nobody.${sayDetail(detail)}`,
      'The service knows the address in a place that the look-up does not see; use another address and tell its support.',
    ]);
  if (status === 400)
    return judged(code, exchange, [
      'fail',
      `Refused with 400.${sayDetail(detail)}`,
      'At the vendor: the address is in another organisation (invite through team invite first), or it is not a valid e-mail.',
    ]);
  return unexpectedStatus(code, exchange);
}

export function judgeFindUser(exchange: Exchange, id: string): Probe {
  const code = 'find-test-user';
  if (statusOf(exchange) !== 200) return unexpectedStatus(code, exchange);
  const page = readListPage(jsonOf(exchange));
  const found = page.ok ? page.value.resources.map(readUserResource).filter((user) => user !== null) : [];
  if (found.length === 1 && found[0]?.id === id)
    return judged(code, exchange, ['pass', 'The look-up by userName finds exactly the new user.', null]);
  const fix = 'JumpCloud looks up before it creates (J8): the service must find whom it just created, at once.';
  return judged(code, exchange, [
    'fail',
    found.length === 0
      ? 'The user just created is not found: the next push would create them again and meet 409 for ever.'
      : `The look-up finds ${found.length} users, or another id.`,
    fix,
  ]);
}

/** J17: an update is one `replace` with a path; 200 with the user or 204. */
export function judgeUpdateUser(exchange: Exchange, after: Exchange): Probe {
  const code = 'update-test-user';
  const status = statusOf(exchange);
  if (status !== 200 && status !== 204) return unexpectedStatus(code, exchange);
  const user = readUserResource(jsonOf(after));
  if (user === null || user.active)
    return judged(code, exchange, [
      'fail',
      `Answered ${status} to PATCH active=false, yet the user is still active.`,
      'The service must apply PATCH replace with a path (RFC 7644 section 3.5.2.3): suspending people would do nothing.',
    ]);
  return judged(code, exchange, ['pass', 'PATCH replace active=false was applied.', null]);
}

export function judgeCreateGroup(exchange: Exchange): Probe {
  const code = 'create-test-group';
  const status = statusOf(exchange);
  const group = readGroupResource(jsonOf(exchange));
  if (status === 403)
    return judged(code, exchange, [
      'fail',
      'Group provisioning is off (403): activation fails with the group box ticked (J6, I2).',
      'Switch it on in Organization Settings > SCIM Group Provisioning, or ask support; or leave the box unticked.',
    ]);
  if (status === 404 || status === 405 || status === 501)
    return judged(code, exchange, ['fail', `The service does not create groups (${status}).`, 'Leave the group box unticked (J6).']);
  if (status !== 201) return unexpectedStatus(code, exchange);
  if (group === null)
    return judged(code, exchange, [
      'fail',
      'Answered 201 without the created group: JumpCloud learns no id.',
      'The service must answer the whole resource.',
    ]);
  if (!group.idIsString)
    return judged(code, exchange, ['fail', 'Created, but its id is not a string (J5).', 'The service must answer "id" as a string.']);
  return judged(code, exchange, ['pass', `Created with id ${group.id}.`, null]);
}

/** After a change of members the group is read again: an answer of 200 alone proves nothing (fault met in the field). */
export function judgeMembers(
  code: Extract<ProbeCode, 'group-members' | 'remove-member' | 'add-member'>,
  change: Exchange,
  after: Exchange,
  expected: readonly string[],
): Probe {
  const status = statusOf(change);
  if (status !== 200 && status !== 204) return unexpectedStatus(code, change);
  if (statusOf(after) !== 200) return unexpectedStatus(code, after);
  const members = readGroupResource(jsonOf(after))?.memberIds ?? (expected.length === 0 ? [] : null);
  if (members === null)
    return judged(code, after, [
      'fail',
      'The group comes without its members (J17).',
      'The service must answer members in a group, or JumpCloud cannot compare.',
    ]);
  const same = members.length === expected.length && expected.every((id) => members.includes(id));
  if (same) return judged(code, change, ['pass', successes[code], null]);
  return judged(code, change, [
    'fail',
    `Answered ${status}, yet the group now has ${members.length} members instead of ${expected.length}.`,
    fixes[code],
  ]);
}

const successes = {
  'group-members': 'The group lists its member.',
  'remove-member': 'Remove with a value array took the member out, and only them.',
  'add-member': 'Adding twice leaves the member in once.',
} as const;

const fixes = {
  'group-members': 'The service must store and answer members (J17).',
  'remove-member': 'The service must read Remove with path "members" and a value array (J9), and neither ignore it nor empty the group.',
  'add-member': 'Adding a member must be repeatable (J17).',
} as const;

export function judgeRename(exchange: Exchange, after: Exchange, name: string): Probe {
  const code = 'rename-group';
  const status = statusOf(exchange);
  if (status !== 200 && status !== 204) return unexpectedStatus(code, exchange);
  if (readGroupResource(jsonOf(after))?.displayName === name)
    return judged(code, exchange, ['pass', 'PATCH replace displayName was applied.', null]);
  return judged(code, exchange, [
    'fail',
    `Answered ${status}, yet the group keeps its old name.`,
    'JumpCloud sends renames (J11): the service must apply them.',
  ]);
}

export function judgeDeleteGroup(exchange: Exchange, after: Exchange): Probe {
  const code = 'delete-test-group';
  const status = statusOf(exchange);
  if (status !== 204 && status !== 200) return unexpectedStatus(code, exchange);
  if (statusOf(after) === 404) return judged(code, exchange, ['pass', 'Deleted, and not found any more.', null]);
  return judged(code, exchange, [
    'fail',
    `Answered ${status} to DELETE, yet the group is still there (${statusOf(after) ?? 'no answer'}).`,
    'Remove the group by hand. JumpCloud needs group delete to work (J6).',
  ]);
}

/** J2: where DELETE is not supported, JumpCloud deactivates instead, and the user must be removed by hand. */
export function judgeDeleteUser(exchange: Exchange, after: Exchange, email: string): Probe {
  const code = 'delete-test-user';
  const status = statusOf(exchange);
  if (status === 405 || status === 501)
    return judged(code, exchange, [
      'warn',
      `DELETE is not supported (${status}): the test user is only deactivated (J2).`,
      `Remove ${email} by hand.`,
    ]);
  if (status !== 204 && status !== 200) return unexpectedStatus(code, exchange);
  if (statusOf(after) === 404) return judged(code, exchange, ['pass', 'Deleted, and not found any more.', null]);
  if (readUserResource(jsonOf(after))?.active === false)
    return judged(code, exchange, [
      'warn',
      'DELETE only deactivates: the test user stays as a deactivated account (I1).',
      `${email} is burnt: use a fresh address for JumpCloud's own test (J3, J4).`,
    ]);
  return judged(code, exchange, [
    'fail',
    `Answered ${status} to DELETE, yet the user is still there and active.`,
    `Deactivate ${email} by hand: people who leave would keep their access.`,
  ]);
}

/** The same fact as `delete-test-user`, for those who read only this line. */
export function deleteBehaviour(deleted: Probe): Probe {
  const meaning =
    deleted.result === 'pass'
      ? 'DELETE removes a user.'
      : deleted.result === 'warn'
        ? deleted.meaning
        : 'DELETE does not work as JumpCloud needs it.';
  return { code: 'delete-behaviour', result: deleted.result, request: deleted.request, status: deleted.status, meaning, fix: deleted.fix };
}

const sayDetail = (detail: string): string => (detail === '' ? '' : ` It says: "${detail}".`);
