import { endsStep, type Steps } from '../steps';
import type { Role } from '../vendor/event';
import { none, type Person } from '../vendor/model';
import { type Organisation, type PersonView, personById } from '../vendor/organisation';
import { viewPerson } from '../vendor/view-person';

const variants = { Admin: 0, User: 1, Guest: 2 } as const satisfies Record<Role, number>;
/** Each role, active and not. */
const variantsInAll = 6;

/** What people have, in words. Whoever has the same role and the same place, or none, shares one view: most people do. */
export class PersonViews {
  /** By place, role and whether active. */
  private readonly shared = new Map<number, PersonView>();

  /** By person id, once all were made. */
  private all: readonly (PersonView | null)[] | null = null;

  constructor(private readonly org: Organisation) {}

  /** Everybody's, in the order in which their records lie in memory. */
  *makeAll(): Steps<void> {
    if (this.all !== null) return;
    const all: (PersonView | null)[] = [];
    for (let id = 0; id < this.org.people.size; id += 1) {
      all.push(this.ofId(id));
      if (endsStep(id)) yield;
    }
    this.all = all;
  }

  /** null for somebody who is not there. */
  ofId(id: number): PersonView | null {
    if (this.all !== null) return this.all[id] ?? null;
    const person = personById(this.org, id);
    return person === undefined ? null : this.of(person);
  }

  of(person: Person): PersonView {
    const place = onlyPlace(person);
    if (place === null) return viewPerson(this.org, person);
    const key = (place + 1) * variantsInAll + 2 * variants[person.role] + (person.active ? 1 : 0);
    let view = this.shared.get(key);
    if (view === undefined) {
      view = viewPerson(this.org, person);
      this.shared.set(key, view);
    }
    return view;
  }
}

/** `none` for somebody in no place, null for somebody in several. */
function onlyPlace({ placement: { teams, concurrencyGroup, subOrganization } }: Person): number | null {
  if (teams.length > 1) return null;
  const team = teams.length === 0 ? none : (teams[0] as number);
  if (concurrencyGroup === none && subOrganization === none) return team;
  if (team !== none || (concurrencyGroup !== none && subOrganization !== none)) return null;
  return concurrencyGroup === none ? subOrganization : concurrencyGroup;
}
