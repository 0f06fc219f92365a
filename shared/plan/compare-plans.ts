import { compareText } from '../vendor/names';
import type { PersonView } from '../vendor/organisation';
import { sameView } from '../vendor/view-person';
import type { Because, Plan, PlanConflict, PlanEntity, PlanGroup, PlanPerson, PlanRefusal, PlanSummary, PlanWarning } from './plan';
import type { GroupDiff, PersonDiff } from './state-diff';

export interface CountDiff {
  readonly count: keyof PlanSummary;
  readonly from: number;
  readonly to: number;
}

export interface ListDiff<T> {
  readonly onlyFrom: readonly T[];
  readonly onlyTo: readonly T[];
}

/** Somebody who ends alike in both plans, but for other reasons. */
export interface ReasonsDiff {
  readonly userName: string;
  readonly from: readonly Because[];
  readonly to: readonly Because[];
}

/** What two plans say differently. Plans of two baselines can be compared too, but then `from` may speak of another organisation. */
export interface PlanDiff {
  readonly sameBaseline: boolean;
  readonly summary: readonly CountDiff[];
  readonly people: readonly PersonDiff[];
  readonly reasons: readonly ReasonsDiff[];
  readonly groups: readonly GroupDiff[];
  readonly entities: ListDiff<PlanEntity>;
  readonly conflicts: ListDiff<PlanConflict>;
  readonly refusals: ListDiff<PlanRefusal>;
  readonly warnings: ListDiff<PlanWarning>;
}

export function comparePlans(from: Plan, to: Plan): PlanDiff {
  return {
    sameBaseline: from.provenance.baselineBefore === to.provenance.baselineBefore,
    summary: (Object.keys(from.summary) as (keyof PlanSummary)[])
      .filter((count) => from.summary[count] !== to.summary[count])
      .map((count) => ({ count, from: from.summary[count], to: to.summary[count] })),
    people: comparePeople(from.people, to.people),
    reasons: compareReasons(from.people, to.people),
    groups: compareGroups(from.groups, to.groups),
    entities: compareLists(from.entities, to.entities),
    conflicts: compareLists(from.conflicts, to.conflicts),
    refusals: compareLists(from.refusals, to.refusals),
    warnings: compareLists(from.warnings, to.warnings),
  };
}

/** True where the two plans say the same of everything. */
export const isSamePlan = (diff: PlanDiff): boolean =>
  diff.sameBaseline &&
  diff.summary.length + diff.people.length + diff.reasons.length + diff.groups.length === 0 &&
  [diff.entities, diff.conflicts, diff.refusals, diff.warnings].every(({ onlyFrom, onlyTo }) => onlyFrom.length + onlyTo.length === 0);

/** A person who is in one plan only changes nowhere in the other: there they stay what they were before. */
function comparePeople(from: readonly PlanPerson[], to: readonly PlanPerson[]): readonly PersonDiff[] {
  const others = new Map(to.map((person) => [person.userName, person]));
  const found: PersonDiff[] = [];
  const add = (userName: string, was: PersonView | null, is: PersonView | null): void => {
    if (was === null ? is !== null : is === null || !sameView(was, is)) found.push({ userName, from: was, to: is });
  };
  for (const person of from) {
    const other = others.get(person.userName);
    others.delete(person.userName);
    add(person.userName, person.after, other === undefined ? person.before : other.after);
  }
  for (const person of others.values()) add(person.userName, person.before, person.after);
  return found.sort((a, b) => compareText(a.userName, b.userName));
}

function compareReasons(from: readonly PlanPerson[], to: readonly PlanPerson[]): readonly ReasonsDiff[] {
  const others = new Map(to.map((person) => [person.userName, person]));
  const found: ReasonsDiff[] = [];
  const add = ({ userName }: PlanPerson, was: readonly Because[], is: readonly Because[]): void => {
    if (JSON.stringify(was) !== JSON.stringify(is)) found.push({ userName, from: was, to: is });
  };
  for (const person of from) {
    const other = others.get(person.userName);
    others.delete(person.userName);
    if (!endsOtherwise(person, other)) add(person, person.because, other?.because ?? []);
  }
  for (const person of others.values()) if (!endsOtherwise(person, undefined)) add(person, [], person.because);
  return found.sort((a, b) => compareText(a.userName, b.userName));
}

const endsOtherwise = (person: PlanPerson, other: PlanPerson | undefined): boolean => {
  const is = other === undefined ? person.before : other.after;
  return person.after === null ? is !== null : is === null || !sameView(person.after, is);
};

function compareGroups(from: readonly PlanGroup[], to: readonly PlanGroup[]): readonly GroupDiff[] {
  const others = new Map(to.map((group) => [group.displayName, group]));
  const found: GroupDiff[] = [];
  for (const group of from) {
    const other = others.get(group.displayName) ?? null;
    others.delete(group.displayName);
    if (JSON.stringify(group) !== JSON.stringify(other)) found.push({ displayName: group.displayName, from: group, to: other });
  }
  for (const group of others.values()) found.push({ displayName: group.displayName, from: null, to: group });
  return found.sort((a, b) => compareText(a.displayName, b.displayName));
}

/** Entries that are in one list only; one that is there twice counts twice. */
export function compareLists<T extends object>(from: readonly T[], to: readonly T[]): ListDiff<T> {
  const left = new Map<string, { readonly entry: T; count: number }>();
  for (const entry of to) {
    const key = JSON.stringify(entry);
    const known = left.get(key);
    if (known === undefined) left.set(key, { entry, count: 1 });
    else known.count += 1;
  }
  const onlyFrom: T[] = [];
  for (const entry of from) {
    const known = left.get(JSON.stringify(entry));
    if (known === undefined || known.count === 0) onlyFrom.push(entry);
    else known.count -= 1;
  }
  const onlyTo: T[] = [];
  for (const { entry, count } of left.values()) for (let n = 0; n < count; n += 1) onlyTo.push(entry);
  return { onlyFrom, onlyTo };
}
