import { type Exchange, jsonOf, statusOf } from './exchange';
import { judged, unexpectedStatus } from './judge-access';
import type { Probe } from './probe';
import { type ListPage, readListPage, readUserResource } from './read-resource';

const pageOf = (exchange: Exchange): ListPage | null => {
  const page = statusOf(exchange) === 200 ? readListPage(jsonOf(exchange)) : null;
  return page?.ok === true ? page.value : null;
};

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** J3 and J8: the look-up of the test e-mail must find nobody. I1: the vendor keeps the account of every earlier test. */
export function judgeTestEmail(exchange: Exchange, email: string): Probe {
  if (statusOf(exchange) === 404)
    return judged('test-email', exchange, [
      'fail',
      'Expected an empty list for an unknown e-mail, found 404: JumpCloud takes that for a broken endpoint.',
      'The service must answer 200 with totalResults 0 (RFC 7644 section 3.4.2).',
    ]);
  const page = pageOf(exchange);
  if (page === null)
    return statusOf(exchange) === 200
      ? judged('test-email', exchange, [
          'fail',
          'The look-up was answered with something that is no ListResponse.',
          'Check that the address is a SCIM 2.0 endpoint.',
        ])
      : unexpectedStatus('test-email', exchange);
  const user = page.resources.map(readUserResource).find((found) => found !== null && sameText(found.userName, email));
  if (user !== undefined && user !== null && !user.active) {
    return judged('test-email', exchange, [
      'fail',
      `${email} is there already, deactivated: most likely left behind by an earlier test, because DELETE only deactivates here (I1). Test Connection fails with it (J3).`,
      "Use an address that was never tested with, such as a plus-address with today's date.",
    ]);
  }
  if (user !== undefined && user !== null)
    return judged('test-email', exchange, [
      'fail',
      `${email} belongs to an active person of the organisation: Test Connection fails with it (J3), and a write test would deactivate them.`,
      'Use an address that belongs to nobody.',
    ]);
  if (page.totalResults > 0 || page.resources.length > 0)
    return judged('test-email', exchange, [
      'fail',
      `The look-up of ${email} found ${page.totalResults} others: the filter is not honoured.`,
      'The service must apply filter=userName eq "…"; JumpCloud would take a stranger for the test user.',
    ]);
  return judged('test-email', exchange, ['pass', `Nobody has ${email}: free for one test.`, null]);
}

/** Some servers ignore filters and answer everybody: then each push lands on a stranger. */
export function judgeUserFilter(unknown: Exchange, existing: Exchange | null, userName: string): Probe {
  const nobody = pageOf(unknown);
  if (nobody === null) {
    if (statusOf(unknown) === 404)
      return judged('user-filter', unknown, [
        'fail',
        'Expected an empty list for an unknown userName, found 404.',
        'The service must answer 200 with totalResults 0 (RFC 7644 section 3.4.2).',
      ]);
    return unexpectedStatus('user-filter', unknown);
  }
  if (nobody.totalResults > 0 || nobody.resources.length > 0) {
    return judged('user-filter', unknown, [
      'fail',
      `A userName that nobody has finds ${Math.max(nobody.totalResults, nobody.resources.length)} users: the filter is ignored.`,
      'The service must apply filter=userName eq "…" (J8).',
    ]);
  }
  if (existing === null)
    return judged('user-filter', unknown, ['pass', 'An unknown userName finds nobody. There is nobody to look for yet.', null]);
  const page = pageOf(existing);
  if (page === null) return unexpectedStatus('user-filter', existing);
  const found = page.resources.map(readUserResource);
  if (!found.some((user) => user !== null && sameText(user.userName, userName))) {
    return judged('user-filter', existing, [
      'fail',
      'A person who is listed is not found by their userName: JumpCloud would create them again, and be refused with 409 for ever.',
      'The service must find whom it lists; note dots, plus signs and case in the userName.',
    ]);
  }
  if (page.totalResults !== 1)
    return judged('user-filter', existing, [
      'fail',
      `One userName finds ${page.totalResults} users.`,
      'A userName is unique (RFC 7643 section 4.1.1): the service must look for equality.',
    ]);
  return judged('user-filter', existing, ['pass', 'An unknown userName finds nobody, a known one exactly its person.', null]);
}

export function judgeGroupFilter(unknown: Exchange): Probe {
  const page = pageOf(unknown);
  if (page === null)
    return statusOf(unknown) === 404
      ? judged('group-filter', unknown, [
          'fail',
          'Expected an empty list for an unknown displayName, found 404.',
          'The service must answer 200 with totalResults 0.',
        ])
      : unexpectedStatus('group-filter', unknown);
  if (page.totalResults > 0 || page.resources.length > 0) {
    return judged('group-filter', unknown, [
      'fail',
      `A displayName that no group has finds ${Math.max(page.totalResults, page.resources.length)} groups: JumpCloud would take over a group of another name (J8, J11).`,
      'The service must apply filter=displayName eq "…".',
    ]);
  }
  return judged('group-filter', unknown, ['pass', 'An unknown displayName finds no group.', null]);
}

/** I2: 403 on groups means that group provisioning is off at the vendor. Reading may be allowed all the same (A9). */
export function judgeGroups(exchange: Exchange): Probe {
  const status = statusOf(exchange);
  if (status === 403) {
    return judged('groups', exchange, [
      'fail',
      'Group provisioning is off for this organisation (403): activation fails with the group box ticked (I2).',
      'Switch it on in Organization Settings > SCIM Group Provisioning, or ask support; or leave the group box unticked (J6).',
    ]);
  }
  if (status === 404 || status === 501)
    return judged('groups', exchange, [
      'fail',
      `The service has no groups (${status}).`,
      'Leave "Enable management of User Groups and Group Membership" unticked (J6).',
    ]);
  if (status !== 200) return unexpectedStatus('groups', exchange);
  const page = readListPage(jsonOf(exchange));
  if (!page.ok)
    return judged('groups', exchange, [
      'fail',
      `Expected a SCIM ListResponse, found ${page.error}.`,
      'Leave the group box unticked until the service answers groups properly (J6).',
    ]);
  return judged('groups', exchange, [
    'pass',
    `Groups can be read: ${page.value.totalResults}. Whether they can be written shows only a write test.`,
    null,
  ]);
}
