import type { Roster } from '../../../shared/jumpcloud/roster';

export interface GroupSize {
  readonly name: string;
  readonly members: number;
  readonly active: number;
}

/** All groups of a roster in the order in which they would be pushed (I8), with how many people each holds. */
export function groupSizes(roster: Pick<Roster, 'people' | 'emptyGroups'>): readonly GroupSize[] {
  const sizes = new Map<string, { members: number; active: number }>();
  for (const person of roster.people) {
    for (const name of person.groups) {
      const size = sizes.get(name) ?? { members: 0, active: 0 };
      size.members += 1;
      if (person.active) size.active += 1;
      sizes.set(name, size);
    }
  }
  for (const name of roster.emptyGroups) if (!sizes.has(name)) sizes.set(name, { members: 0, active: 0 });
  return Array.from(sizes, ([name, size]) => ({ name, ...size }));
}
