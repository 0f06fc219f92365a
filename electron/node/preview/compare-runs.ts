import type { ComparedPerson } from '../../../shared/ipc/preview';
import { planGroup } from '../../../shared/plan/build-plan';
import type { CountDiff } from '../../../shared/plan/compare-plans';
import type { PlanSummary } from '../../../shared/plan/plan';
import type { GroupDiff } from '../../../shared/plan/state-diff';
import { compareText } from '../../../shared/vendor/names';
import { groupById, type Organisation } from '../../../shared/vendor/organisation';
import { sameView } from '../../../shared/vendor/view-person';
import type { RunIndex } from './run-index';

/** Counts of two runs that differ. */
export function compareSummaries(from: RunIndex, to: RunIndex): readonly CountDiff[] {
  const [a, b] = [from.view.summary, to.view.summary];
  return (Object.keys(a) as (keyof PlanSummary)[])
    .filter((count) => a[count] !== b[count])
    .map((count) => ({ count, from: a[count], to: b[count] }));
}

/** People who end otherwise; both runs stand on one baseline, so that an id is one person in both. Sorted by `userName`. */
export function comparePeopleOf(from: RunIndex, to: RunIndex): readonly ComparedPerson[] {
  const size = Math.max(from.planned.outcome.people.size, to.planned.outcome.people.size);
  const found: ComparedPerson[] = [];
  for (let id = 0; id < size; id += 1) {
    // The same record, not only an equal one: nothing was written to it in either.
    if (from.planned.outcome.people.get(id) === to.planned.outcome.people.get(id) && !renames(from, to)) continue;
    const was = from.people.after(id);
    const is = to.people.after(id);
    if (was === null ? is === null : is !== null && sameView(was, is)) continue;
    const known = is === null ? from : to;
    found.push({ userName: known.people.userName(id), name: known.fullName(id), from: was, to: is });
  }
  return found.sort((a, b) => compareText(a.userName, b.userName));
}

/** A place with another name shows in people whose own records are the same. */
function renames({ planned: { outcome: a } }: RunIndex, { planned: { outcome: b } }: RunIndex): boolean {
  if (a.entities.size !== b.entities.size) return true;
  for (let id = 0; id < a.entities.size; id += 1) if (a.entities.get(id)?.name !== b.entities.get(id)?.name) return true;
  return false;
}

/** Groups that end otherwise: another name, state or mapping. */
export function compareGroupsOf({ planned: { outcome: from } }: RunIndex, { planned: { outcome: to } }: RunIndex): readonly GroupDiff[] {
  const found: GroupDiff[] = [];
  for (let id = 0; id < Math.max(from.groups.size, to.groups.size); id += 1) {
    const [was, is] = [groupIn(from, id), groupIn(to, id)];
    if (JSON.stringify(was) !== JSON.stringify(is))
      found.push({ displayName: is?.displayName ?? was?.displayName ?? '', from: was, to: is });
  }
  return found.sort((a, b) => compareText(a.displayName, b.displayName));
}

const groupIn = (org: Organisation, id: number) => {
  const group = groupById(org, id);
  return group === undefined ? null : planGroup(org, group);
};
