import type { Person } from './model';
import { none } from './model';
import { compareText } from './names';
import type { Organisation, PersonView } from './organisation';
import { must } from './organisation';

/** What a person has, in the words of a plan (formats.md section 3): teams by name, the default group by its name. */
export function viewPerson(org: Organisation, person: Person): PersonView {
  const { teams, concurrencyGroup, subOrganization } = person.placement;
  const names = teams.map((id) => must(org.entities.get(id)).name);
  return {
    active: person.active,
    role: person.role,
    teams: names.length > 1 ? names.sort(compareText) : names,
    concurrencyGroup: concurrencyGroup === none ? org.defaultConcurrencyGroup : must(org.entities.get(concurrencyGroup)).name,
    subOrganization: subOrganization === none ? null : must(org.entities.get(subOrganization)).name,
  };
}

export const sameView = (a: PersonView, b: PersonView): boolean =>
  a.active === b.active &&
  a.role === b.role &&
  a.concurrencyGroup === b.concurrencyGroup &&
  a.subOrganization === b.subOrganization &&
  a.teams.length === b.teams.length &&
  a.teams.every((team, at) => team === b.teams[at]);
