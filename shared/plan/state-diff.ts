import type { Person } from '../vendor/model';
import { none } from '../vendor/model';
import { compareText } from '../vendor/names';
import { groupById, type Organisation, type PersonView, personById } from '../vendor/organisation';
import { sameView, viewPerson } from '../vendor/view-person';
import type { PlanGroup } from './plan';
import { planGroup } from './plan-groups';

export interface PersonDiff {
  readonly userName: string;
  readonly from: PersonView | null;
  readonly to: PersonView | null;
}

export interface GroupDiff {
  readonly displayName: string;
  readonly from: PlanGroup | null;
  readonly to: PlanGroup | null;
}

export interface StateDiff {
  readonly people: readonly PersonDiff[];
  readonly groups: readonly GroupDiff[];
}

/** What may differ between two states, by id; `entities` are those with another name. */
export interface Touched {
  readonly people: ReadonlySet<number>;
  readonly groups: ReadonlySet<number>;
  readonly entities: ReadonlySet<number>;
}

/** How two states of one organisation differ, where one is a fork of the other; costs what was touched. */
export function diffStates(from: Organisation, to: Organisation, touched: Touched): StateDiff {
  const ids = touched.entities.size === 0 ? touched.people : new Set([...touched.people, ...peopleIn(to, touched.entities)]);
  const people: PersonDiff[] = [];
  for (const id of ids) {
    const was = viewIn(from, id);
    const is = viewIn(to, id);
    if (was === null ? is === null : is !== null && sameView(was, is)) continue;
    people.push({ userName: (personById(to, id) ?? personById(from, id))?.userName ?? '', from: was, to: is });
  }
  const groups: GroupDiff[] = [];
  for (const id of touched.groups) {
    const was = groupIn(from, id);
    const is = groupIn(to, id);
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    groups.push({ displayName: is?.displayName ?? was?.displayName ?? '', from: was, to: is });
  }
  return {
    people: people.sort((a, b) => compareText(a.userName, b.userName)),
    groups: groups.sort((a, b) => compareText(a.displayName, b.displayName)),
  };
}

const viewIn = (org: Organisation, id: number): PersonView | null => {
  const person = personById(org, id);
  return person === undefined ? null : viewPerson(org, person);
};

const groupIn = (org: Organisation, id: number): PlanGroup | null => {
  const group = groupById(org, id);
  return group === undefined ? null : planGroup(org, group);
};

function* peopleIn(org: Organisation, entities: ReadonlySet<number>): Generator<number, void, void> {
  for (const person of org.people.values()) if (isIn(person, entities)) yield person.id;
}

const isIn = ({ placement }: Person, entities: ReadonlySet<number>): boolean =>
  (placement.concurrencyGroup !== none && entities.has(placement.concurrencyGroup)) ||
  (placement.subOrganization !== none && entities.has(placement.subOrganization)) ||
  placement.teams.some((team) => entities.has(team));
