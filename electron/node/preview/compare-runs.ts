import type { ComparedPerson } from '../../../shared/ipc/preview';
import { type CountDiff, compareLists, type ListDiff } from '../../../shared/plan/compare-plans';
import { type DifferenceLine, explainDifferences } from '../../../shared/plan/explain-difference';
import type { PlanSummary } from '../../../shared/plan/plan';
import { planGroup } from '../../../shared/plan/plan-groups';
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

/** People who end otherwise; both stand on one run, so that an id is one person in both. Sorted by `userName`. */
export function comparePeopleOf(from: RunIndex, to: RunIndex): readonly ComparedPerson[] {
  const found: ComparedPerson[] = [];
  for (const id of concernedIn(from, to, 'people')) {
    const was = from.people.after(id);
    const is = to.people.after(id);
    if (was === null ? is === null : is !== null && sameView(was, is)) continue;
    const known = is === null ? from : to;
    found.push({ userName: known.people.userName(id), name: known.fullName(id), from: was, to: is });
  }
  return found.sort((a, b) => compareText(a.userName, b.userName));
}

/** What neither what-if concerns is the same in both: it is that of the run below. */
const concernedIn = (from: RunIndex, to: RunIndex, what: 'people' | 'groups'): ReadonlySet<number> =>
  new Set([...(from.concerned?.[what] ?? []), ...(to.concerned?.[what] ?? [])].sort((a, b) => a - b));

/** Places, conflicts with their answers, refusals and warnings that only one of the two has. */
export const compareListsOf = (from: RunIndex, to: RunIndex): readonly DifferenceLine[] =>
  explainDifferences({
    entities: compareOthers(from.entities, to.entities),
    conflicts: compareOthers(from.conflicts, to.conflicts),
    refusals: compareOthers(from.refusals, to.refusals),
    warnings: compareOthers(from.warnings, to.warnings),
  });

/** Most entries of a what-if are the very objects of the plan below: only the others are read. */
function compareOthers<T extends object>(from: readonly T[], to: readonly T[]): ListDiff<T> {
  const was = new Set(from);
  const is = new Set(to);
  return compareLists(
    from.filter((entry) => !is.has(entry)),
    to.filter((entry) => !was.has(entry)),
  );
}

/** Groups that end otherwise: another name, state or mapping. */
export function compareGroupsOf(from: RunIndex, to: RunIndex): readonly GroupDiff[] {
  const found: GroupDiff[] = [];
  for (const id of concernedIn(from, to, 'groups')) {
    const [was, is] = [groupIn(from.planned.outcome, id), groupIn(to.planned.outcome, id)];
    if (JSON.stringify(was) !== JSON.stringify(is))
      found.push({ displayName: is?.displayName ?? was?.displayName ?? '', from: was, to: is });
  }
  return found.sort((a, b) => compareText(a.displayName, b.displayName));
}

const groupIn = (org: Organisation, id: number) => {
  const group = groupById(org, id);
  return group === undefined ? null : planGroup(org, group);
};
