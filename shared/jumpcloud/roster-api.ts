import { isEmail } from '../email';
import { type GraphEntry, type SystemUser, systemUserId, type UserGroup } from './api-shapes';
import { quoted, rowError, rowWarning } from './read-roster-row';
import type { Roster, RosterPerson, RosterProblem } from './roster';

/** Everything read from JumpCloud; `memberships` by group id, nested groups already resolved (`/membership`). */
export interface JumpCloudDirectory {
  readonly users: readonly SystemUser[];
  readonly groups: readonly UserGroup[];
  readonly memberships: ReadonlyMap<string, readonly GraphEntry[]>;
}

/**
 * A roster from JumpCloud's answers: each person's groups in the order of the group list. States as J13: STAGED is not provisioned,
 * SUSPENDED is deactivated. Where a user has no state (older answers), `suspended` decides.
 */
export function rosterFromDirectory(directory: JumpCloudDirectory): Roster {
  const problems: RosterProblem[] = [];
  const groupsOf = new Map<string, string[]>();
  const known = new Set(directory.users.map(systemUserId));
  const held = new Set<string>();
  const names = new Set<string>();
  directory.groups.forEach((group, index) => {
    if (names.has(group.name)) {
      problems.push(
        rowWarning(
          index + 1,
          'duplicate-group',
          `Two JumpCloud groups are named ${quoted(group.name)}: the vendor keeps one name once (409), so their members are read as one group.`,
          'Rename one of them in JumpCloud.',
        ),
      );
    }
    names.add(group.name);
    const strangers = addMembers(group, directory.memberships.get(group.id) ?? [], known, groupsOf, held);
    if (strangers > 0) {
      problems.push(
        rowWarning(
          index + 1,
          'unknown-member',
          `${strangers} members of ${quoted(group.name)} are not in the list of users, so they are left out.`,
          'Read users and groups again at one time, with a key that sees all users.',
        ),
      );
    }
  });
  const people = readUsers(directory.users, groupsOf, problems);
  return { people, emptyGroups: [...names].filter((name) => !held.has(name)), hasNames: true, problems };
}

function addMembers(
  group: UserGroup,
  members: readonly GraphEntry[],
  known: ReadonlySet<string>,
  groupsOf: Map<string, string[]>,
  held: Set<string>,
): number {
  let strangers = 0;
  for (const member of members) {
    if (member.type !== 'user') continue;
    if (!known.has(member.id)) {
      strangers += 1;
      continue;
    }
    held.add(group.name);
    const list = groupsOf.get(member.id);
    if (list === undefined) groupsOf.set(member.id, [group.name]);
    else if (!list.includes(group.name)) list.push(group.name);
  }
  return strangers;
}

function readUsers(
  users: readonly SystemUser[],
  groupsOf: ReadonlyMap<string, readonly string[]>,
  problems: RosterProblem[],
): readonly RosterPerson[] {
  const people: RosterPerson[] = [];
  const entryOf = new Map<string, number>();
  users.forEach((user, index) => {
    const line = index + 1;
    const email = (user.email ?? '').trim();
    const who = quoted(user.username ?? systemUserId(user));
    if (email === '')
      problems.push(
        rowError(line, 'no-email', `The user ${who} has no e-mail address.`, 'Add one in JumpCloud: the vendor needs it as userName (I9).'),
      );
    else if (!isEmail(email))
      problems.push(
        rowError(line, 'bad-email', `Expected an e-mail address for ${who}, found ${quoted(email)}.`, 'Correct it in JumpCloud (I9).'),
      );
    else {
      const earlier = entryOf.get(email.toLowerCase());
      if (earlier !== undefined) {
        problems.push(
          rowError(
            line,
            'duplicate-email',
            `${quoted(email)} belongs to user ${earlier} of the list already, without regard to case.`,
            'Give one of the two another address in JumpCloud.',
          ),
        );
        return;
      }
      entryOf.set(email.toLowerCase(), line);
      const person = readUser(user, email, line, groupsOf.get(systemUserId(user)) ?? []);
      if (person.firstname === '' || person.lastname === '') {
        problems.push(
          rowWarning(
            line,
            'missing-name',
            `${quoted(email)} lacks a first or last name: JumpCloud does not provision a person without both (J18).`,
            'Fill in the name in JumpCloud before activating.',
          ),
        );
      }
      people.push(person);
    }
  });
  return people;
}

function readUser(user: SystemUser, email: string, line: number, groups: readonly string[]): RosterPerson {
  const state = (user.state ?? '').toUpperCase();
  return {
    email,
    firstname: (user.firstname ?? '').trim(),
    lastname: (user.lastname ?? '').trim(),
    active: state === '' ? user.suspended !== true : state === 'ACTIVATED' && user.suspended !== true,
    ...(state === 'STAGED' ? { staged: true } : {}),
    groups,
    line,
  };
}
