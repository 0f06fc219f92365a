import { assertNever } from '../../result';
import { type Roster, type RosterPerson, rosterGroups } from '../roster';

/** JumpCloud's side: who is there, and which groups are bound to the application (jumpcloud-behaviour.md section 1, J11). */
export interface Directory {
  readonly roster: Roster;
  /** Names, in the order in which they are pushed (I8). */
  readonly bound: readonly string[];
  /** E-mails, in lower case, of people without any group from the start: how they are bound is not in a roster, so they are pushed. */
  readonly ungrouped: ReadonlySet<string>;
}

/** JumpCloud as the roster describes it, with all groups bound but those left out. */
export function directoryOf(roster: Roster, unbound: readonly string[]): Directory {
  const left = new Set(unbound);
  const ungrouped = roster.people.filter((person) => person.groups.length === 0).map((person) => person.email.toLowerCase());
  const bound = [...rosterGroups(roster), ...roster.emptyGroups].filter((name) => !left.has(name));
  return { roster, bound: [...new Set(bound)], ungrouped: new Set(ungrouped) };
}

/** What an admin does in JumpCloud that makes it send something. */
export type DirectoryChange =
  | { readonly kind: 'join' | 'leave'; readonly email: string; readonly group: string }
  | { readonly kind: 'rename-group'; readonly group: string; readonly to: string }
  | { readonly kind: 'change-person'; readonly email: string; readonly firstname: string; readonly lastname: string; readonly to: string }
  | { readonly kind: 'suspend' | 'resume' | 'delete-person'; readonly email: string }
  | { readonly kind: 'bind' | 'unbind' | 'delete-group'; readonly group: string };

export type ChangeKind = DirectoryChange['kind'];
export const changeKinds = [
  'join',
  'leave',
  'rename-group',
  'change-person',
  'suspend',
  'resume',
  'delete-person',
  'bind',
  'unbind',
  'delete-group',
] as const satisfies readonly ChangeKind[];

const sameEmail = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const findPerson = (directory: Directory, email: string): RosterPerson | undefined =>
  directory.roster.people.find((person) => sameEmail(person.email, email));

/** The directory after the change. A change that finds nobody changes nothing. */
export function changeDirectory(directory: Directory, change: DirectoryChange): Directory {
  switch (change.kind) {
    case 'join':
      return withPerson(directory, change.email, (person) =>
        person.groups.includes(change.group) ? person : { ...person, groups: [...person.groups, change.group] },
      );
    case 'leave':
      return withPerson(directory, change.email, (person) => ({
        ...person,
        groups: person.groups.filter((name) => name !== change.group),
      }));
    case 'rename-group': {
      const renamed = (name: string): string => (name === change.group ? change.to : name);
      const people = directory.roster.people.map((person) =>
        person.groups.includes(change.group) ? { ...person, groups: person.groups.map(renamed) } : person,
      );
      const emptyGroups = directory.roster.emptyGroups.map(renamed);
      return { ...directory, roster: { ...directory.roster, people, emptyGroups }, bound: directory.bound.map(renamed) };
    }
    case 'change-person': {
      const { firstname, lastname, to } = change;
      const changed = withPerson(directory, change.email, (person) => ({ ...person, email: to, firstname, lastname }));
      const rename = (email: string): string => (sameEmail(email, change.email) ? to.toLowerCase() : email);
      return { ...changed, ungrouped: new Set([...directory.ungrouped].map(rename)) };
    }
    case 'suspend':
    case 'resume':
      return withPerson(directory, change.email, (person) => ({ ...person, active: change.kind === 'resume' }));
    case 'delete-person': {
      const people = directory.roster.people.filter((person) => !sameEmail(person.email, change.email));
      return { ...directory, roster: { ...directory.roster, people } };
    }
    case 'bind':
      return directory.bound.includes(change.group) ? directory : { ...directory, bound: [...directory.bound, change.group] };
    case 'unbind':
      return { ...directory, bound: directory.bound.filter((name) => name !== change.group) };
    case 'delete-group': {
      const people = directory.roster.people.map((person) =>
        person.groups.includes(change.group) ? { ...person, groups: person.groups.filter((name) => name !== change.group) } : person,
      );
      const emptyGroups = directory.roster.emptyGroups.filter((name) => name !== change.group);
      const bound = directory.bound.filter((name) => name !== change.group);
      return { ...directory, roster: { ...directory.roster, people, emptyGroups }, bound };
    }
    default:
      return assertNever(change);
  }
}

function withPerson(directory: Directory, email: string, edit: (person: RosterPerson) => RosterPerson): Directory {
  const people = directory.roster.people.map((person) => (sameEmail(person.email, email) ? edit(person) : person));
  return { ...directory, roster: { ...directory.roster, people } };
}

/** J13, J18: staged people and those without both names are left out; a roster without names says nothing about them. */
export function isProvisioned(person: RosterPerson, hasNames: boolean): boolean {
  return person.staged !== true && (!hasNames || (person.firstname !== '' && person.lastname !== ''));
}

/** In the order of the roster: everyone to push who is in a bound group (J11). */
export function boundPeople(directory: Directory): readonly RosterPerson[] {
  const bound = new Set(directory.bound);
  return directory.roster.people.filter(
    (person) =>
      isProvisioned(person, directory.roster.hasNames) &&
      (person.groups.some((group) => bound.has(group)) || directory.ungrouped.has(person.email.toLowerCase())),
  );
}

/** Those whom one of the bound groups holds, or who never were in a group. */
export function isHeld(directory: Directory, person: RosterPerson): boolean {
  return person.groups.some((group) => directory.bound.includes(group)) || directory.ungrouped.has(person.email.toLowerCase());
}

/** Members to push for each bound group, in one pass over the roster. */
export function boundMembers(directory: Directory): ReadonlyMap<string, readonly RosterPerson[]> {
  const members = new Map<string, RosterPerson[]>(directory.bound.map((name) => [name, []]));
  for (const person of directory.roster.people) {
    if (!isProvisioned(person, directory.roster.hasNames)) continue;
    for (const group of person.groups) members.get(group)?.push(person);
  }
  return members;
}

/** J12: people whom the change leaves with no bound group, in the order of the roster. They are to be deactivated. */
export function peopleLetGo(before: Directory, after: Directory): readonly RosterPerson[] {
  const held = new Set(boundPeople(after).map((person) => person.email.toLowerCase()));
  const still = new Set(after.roster.people.map((person) => person.email.toLowerCase()));
  return boundPeople(before).filter((person) => still.has(person.email.toLowerCase()) && !held.has(person.email.toLowerCase()));
}
