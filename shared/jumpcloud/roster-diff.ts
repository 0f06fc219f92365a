import type { Roster, RosterPerson } from './roster';

/** What importing again would change. */
export type RosterChange =
  | { readonly kind: 'joined'; readonly email: string; readonly groups: readonly string[] }
  | { readonly kind: 'left'; readonly email: string; readonly groups: readonly string[] }
  | {
      readonly kind: 'changed';
      readonly email: string;
      readonly fields: readonly FieldChange[];
      readonly groupsAdded: readonly string[];
      readonly groupsRemoved: readonly string[];
    };

export interface FieldChange {
  readonly field: 'email' | 'firstname' | 'lastname' | 'state' | 'role';
  readonly before: string;
  readonly after: string;
}

export interface RosterDiff {
  readonly changes: readonly RosterChange[];
  readonly groupsAppeared: readonly string[];
  /** Groups that nobody is in any more: dead, or unbound (J12). */
  readonly groupsGone: readonly string[];
  readonly unchanged: number;
}

/** People are the same by e-mail without case. Sorted by e-mail. */
export function diffRosters(before: Roster, after: Roster): RosterDiff {
  const old = new Map(before.people.map((person) => [person.email.toLowerCase(), person]));
  const current = new Map(after.people.map((person) => [person.email.toLowerCase(), person]));
  const changes: RosterChange[] = [];
  let unchanged = 0;
  for (const [key, person] of current) {
    const earlier = old.get(key);
    if (earlier === undefined) {
      changes.push({ kind: 'joined', email: person.email, groups: person.groups });
      continue;
    }
    const fields = fieldChanges(earlier, person);
    const had = new Set(earlier.groups);
    const has = new Set(person.groups);
    const groupsAdded = person.groups.filter((group) => !had.has(group));
    const groupsRemoved = earlier.groups.filter((group) => !has.has(group));
    if (fields.length + groupsAdded.length + groupsRemoved.length === 0) unchanged += 1;
    else changes.push({ kind: 'changed', email: person.email, fields, groupsAdded, groupsRemoved });
  }
  for (const [key, person] of old) if (!current.has(key)) changes.push({ kind: 'left', email: person.email, groups: person.groups });
  changes.sort((a, b) => (a.email < b.email ? -1 : a.email > b.email ? 1 : 0));
  const oldGroups = groupsOf(before);
  const newGroups = groupsOf(after);
  return {
    changes,
    groupsAppeared: [...newGroups].filter((group) => !oldGroups.has(group)),
    groupsGone: [...oldGroups].filter((group) => !newGroups.has(group)),
    unchanged,
  };
}

const groupsOf = (roster: Roster): ReadonlySet<string> =>
  new Set([...roster.people.flatMap((person) => person.groups), ...roster.emptyGroups]);

const stateOf = (person: RosterPerson): string => (person.staged === true ? 'staged' : person.active ? 'active' : 'suspended');

function fieldChanges(before: RosterPerson, after: RosterPerson): readonly FieldChange[] {
  const pairs: readonly (readonly [FieldChange['field'], string, string])[] = [
    ['email', before.email, after.email],
    ['firstname', before.firstname, after.firstname],
    ['lastname', before.lastname, after.lastname],
    ['state', stateOf(before), stateOf(after)],
    ['role', before.role ?? '', after.role ?? ''],
  ];
  return pairs.filter(([, old, now]) => old !== now).map(([field, old, now]) => ({ field, before: old, after: now }));
}
