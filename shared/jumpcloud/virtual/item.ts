import { assertNever } from '../../result';
import type { RosterPerson } from '../roster';
import type { Dialect } from './dialect';
import {
  boundMembers,
  boundPeople,
  changeDirectory,
  type Directory,
  type DirectoryChange,
  findPerson,
  isHeld,
  isProvisioned,
  peopleLetGo,
} from './directory';
import { type KnownGroup, type KnownUser, type Memory, rememberedGroup, rememberedUser } from './memory';
import type { Condition, PartRange, ValueName } from './script';

/** One person, group, or both, that a part is at. */
export interface Item {
  readonly person: RosterPerson | null;
  /** The e-mail under which the service knows the person; another one only while it is being changed. */
  readonly knownAs: string;
  readonly group: ItemGroup | null;
  /** The test user and test group of J2, who are in no roster. */
  readonly isTest: boolean;
}

export interface ItemGroup {
  readonly name: string;
  /** The name under which the service knows it; another one only while it is being renamed. */
  readonly knownAs: string;
  /** Who should be in it, or who is to join or leave. */
  readonly people: readonly RosterPerson[];
}

export const labelOf = (item: Item): string => item.person?.email ?? item.group?.name ?? '';

/** What a run is about, beside its script. */
export interface Subject {
  readonly before: Directory;
  readonly after: Directory;
  readonly change: DirectoryChange | null;
  readonly testEmail: string;
  readonly testGroup: string;
  /** The check box "Enable management of User Groups and Group Membership" (J1). */
  readonly groupBox: boolean;
  /** E-mails, in lower case, of those who should be active at the service after the change (J12, J13). */
  readonly active: ReadonlySet<string>;
}

export function subjectOf(parts: Omit<Subject, 'after' | 'active'>): Subject {
  const after = parts.change === null ? parts.before : changeDirectory(parts.before, parts.change);
  const active = boundPeople(after).filter((person) => person.active);
  return { ...parts, after, active: new Set(active.map((person) => person.email.toLowerCase())) };
}

const itemOfPerson = (person: RosterPerson, knownAs = person.email): Item => ({ person, knownAs, group: null, isTest: false });
const itemOfGroup = (name: string, people: readonly RosterPerson[], knownAs = name): Item => ({
  person: null,
  knownAs: '',
  group: { name, knownAs, people },
  isTest: false,
});

/** The items of a part, made when the part begins. */
export function itemsOf(range: PartRange, subject: Subject): readonly Item[] {
  const { before, after, change } = subject;
  switch (range) {
    case 'test': {
      const person = testPerson(subject.testEmail);
      const group = { name: subject.testGroup, knownAs: subject.testGroup, people: [person] };
      return [{ person, knownAs: person.email, group, isTest: true }];
    }
    case 'people':
      return boundPeople(after).map((person) => itemOfPerson(person));
    case 'groups':
      return [...boundMembers(after)].map(([name, people]) => itemOfGroup(name, people));
    case 'person':
      return changedPerson(subject);
    case 'group': {
      if (change === null || !('group' in change)) return [];
      const name = change.kind === 'rename-group' ? change.to : change.group;
      const people =
        'email' in change ? changedPerson(subject).flatMap((item) => item.person ?? []) : (boundMembers(after).get(name) ?? []);
      return before.bound.includes(change.group) ? [itemOfGroup(name, people, change.group)] : [];
    }
    case 'person-groups':
      return changedPerson(subject).flatMap(({ person }) =>
        person === null ? [] : before.bound.filter((name) => person.groups.includes(name)).map((name) => itemOfGroup(name, [person])),
      );
    case 'people-let-go':
      return peopleLetGo(before, after).map((person) => itemOfPerson(person));
    default:
      return assertNever(range);
  }
}

/** The person whom the change is about, as they are after it; as they were, where it deletes them. Nobody where they were never pushed. */
function changedPerson({ before, after, change }: Subject): readonly Item[] {
  if (change === null || !('email' in change)) return [];
  const old = findPerson(before, change.email);
  const now = findPerson(after, change.kind === 'change-person' ? change.to : change.email) ?? old;
  if (old === undefined || now === undefined || !isProvisioned(now, after.roster.hasNames)) return [];
  return isHeld(before, old) || isHeld(after, now) ? [itemOfPerson(now, old.email)] : [];
}

const testPerson = (email: string): RosterPerson => ({
  email,
  firstname: 'JumpCloud',
  lastname: 'Test',
  active: true,
  groups: [],
  line: 0,
});

/** How things stand for one item at one moment. */
export interface Standing {
  readonly item: Item;
  readonly user: KnownUser | undefined;
  readonly group: KnownGroup | undefined;
  /** Ids of those who should be members and whom the service knows. */
  readonly wanted: () => readonly string[];
}

export function standingOf(item: Item, memory: Memory): Standing {
  const group = item.group === null ? undefined : rememberedGroup(memory, item.group.knownAs);
  return {
    item,
    user: item.person === null ? undefined : rememberedUser(memory, item.knownAs),
    group,
    wanted: () => (item.group?.people ?? []).flatMap((person) => rememberedUser(memory, person.email)?.id ?? []),
  };
}

export function membersToSend(standing: Standing, which: 'missing-members' | 'extra-members'): readonly string[] {
  const present = standing.group?.members ?? new Set<string>();
  const wanted = standing.wanted();
  if (which === 'missing-members') return wanted.filter((id) => !present.has(id));
  const keep = new Set(wanted);
  return [...present].filter((id) => !keep.has(id));
}

const conditionTable = {
  'group-box': (_, { groupBox }) => groupBox,
  'user-known': ({ user }) => user !== undefined,
  'user-unknown': ({ user }) => user === undefined,
  'group-known': ({ group }) => group !== undefined,
  'group-unknown': ({ group }) => group === undefined,
  'has-members': (standing) => standing.wanted().length > 0,
  'members-differ': (standing) => membersToSend(standing, 'missing-members').length + membersToSend(standing, 'extra-members').length > 0,
  'active-differs': ({ user, item }, subject) => user !== undefined && user.active !== shouldBeActive(item, subject),
  'name-differs': ({ user, item }, { after }) =>
    after.roster.hasNames &&
    user !== undefined &&
    item.person !== null &&
    (user.givenName !== item.person.firstname || user.familyName !== item.person.lastname),
  'user-name-differs': ({ user, item }) => user !== undefined && item.person !== null && item.knownAs !== item.person.email,
} as const satisfies Record<Condition, (standing: Standing, subject: Subject) => boolean>;

export const holds = (condition: Condition, standing: Standing, subject: Subject): boolean => conditionTable[condition](standing, subject);

const shouldBeActive = ({ person, isTest }: Item, { active }: Subject): boolean =>
  isTest || (person !== null && active.has(person.email.toLowerCase()));

export type Values = Readonly<Record<ValueName, string | number | boolean | readonly { readonly value: string }[]>>;

/** What the names in braces stand for. `portion` is what goes out as `{members}`. */
export function valuesOf(standing: Standing, subject: Subject, dialect: Dialect, portion: readonly string[]): Values {
  const { item, user, group } = standing;
  const { person } = item;
  const named = subject.after.roster.hasNames || item.isTest;
  const givenName = named ? (person?.firstname ?? '') : localPart(item.knownAs);
  const familyName = named ? (person?.lastname ?? '') : localPart(item.knownAs);
  const name = (email: string): string => (dialect.userName === 'email' ? email : localPart(email));
  return {
    userName: name(person?.email ?? ''),
    oldUserName: name(item.knownAs),
    email: person?.email ?? '',
    givenName,
    familyName,
    fullName: `${givenName} ${familyName}`.trim(),
    active: shouldBeActive(item, subject),
    userId: user?.id ?? '',
    displayName: item.group?.name ?? '',
    oldDisplayName: item.group?.knownAs ?? '',
    groupId: group?.id ?? '',
    members: portion.map((value) => ({ value })),
    allMembers: standing.wanted().map((value) => ({ value })),
    pageSize: dialect.pageSize,
  };
}

const localPart = (email: string): string => email.split('@')[0] ?? email;
