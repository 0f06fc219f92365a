import type { Roster, RosterPerson } from './roster';

export interface BoundRoster {
  readonly roster: Roster;
  /** People all of whose groups are left out: JumpCloud provisions people through the groups bound to the application (J12). */
  readonly unprovisioned: readonly string[];
}

/**
 * The part of a roster that JumpCloud pushes when some groups are not bound to the application. A person without any group
 * stays, as in a roster file that names none: how such people are bound is not in the file.
 */
export function keepBound(roster: Roster, unbound: ReadonlySet<string>): BoundRoster {
  if (unbound.size === 0) return { roster, unprovisioned: [] };
  const people: RosterPerson[] = [];
  const unprovisioned: string[] = [];
  for (const person of roster.people) {
    const groups = person.groups.filter((group) => !unbound.has(group));
    if (groups.length === person.groups.length) people.push(person);
    else if (groups.length === 0) unprovisioned.push(person.email);
    else people.push({ ...person, groups });
  }
  return { roster: { ...roster, people, emptyGroups: roster.emptyGroups.filter((group) => !unbound.has(group)) }, unprovisioned };
}
