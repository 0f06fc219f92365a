import type { RefusalRow } from '../../../shared/ipc/preview';
import { countPeople, type PeopleCounts, planEntities, planRefusals } from '../../../shared/plan/build-plan';
import type { Concerned } from '../../../shared/plan/concerned';
import { type FoundWarnings, searchWarnings, searchWarningsOver } from '../../../shared/plan/find-warnings';
import type { PlanEntity } from '../../../shared/plan/plan';
import { type ConflictOf, planConflicts } from '../../../shared/plan/plan-conflicts';
import { type PlanPeople, planPeopleSteps } from '../../../shared/plan/plan-people';
import type { Planned } from '../../../shared/plan/planned';
import { replaceInSorted } from '../../../shared/plan/replace-in-sorted';
import { describeEvent } from '../../../shared/preview/describe-event';
import { type Steps, telling } from '../../../shared/steps';
import type { VendorEvent } from '../../../shared/vendor/event';
import type { Group } from '../../../shared/vendor/model';
import { compareText } from '../../../shared/vendor/names';
import { groups } from '../../../shared/vendor/organisation';
import { AssumptionCounts } from './assumption-counts';
import { PeopleKinds } from './people-kinds';

/** What a run's index is made of. */
export interface IndexParts {
  readonly people: PlanPeople;
  /** Of those who were looked at: everybody, or those whom the what-if concerns. */
  readonly changedIds: ReadonlySet<number>;
  readonly counted: PeopleCounts;
  readonly conflictsOf: readonly ConflictOf[];
  readonly entities: readonly PlanEntity[];
  readonly refusals: readonly RefusalRow[];
  readonly found: FoundWarnings;
  readonly groups: readonly Group[];
  readonly kinds: PeopleKinds;
  readonly assumptions: AssumptionCounts;
}

/** The parts that a what-if's index takes over, and whom the what-if concerns. */
export interface PartsBelow {
  readonly planned: Planned;
  readonly parts: IndexParts;
  readonly changes: (id: number) => boolean;
  readonly concerned: Concerned;
}

/** Hundredths of the whole. */
export interface IndexProgress {
  readonly done: number;
  readonly total: 100;
}

/** Part by part in steps of some milliseconds; how far each is, as it was measured with 100,000 people. */
export function* makeIndexParts(planned: Planned, below: PartsBelow | null): Generator<IndexProgress, IndexParts, void> {
  const at = <T>(done: number, steps: Steps<T>) => telling(steps, { done, total: 100 } as const);
  const concerned = below?.concerned.people ?? null;
  const people = yield* at(
    0,
    planPeopleSteps(planned, below === null ? null : { people: below.parts.people, concerned: below.concerned.people }),
  );
  const changedIds = new Set(concerned === null ? people.changed : people.changed.filter((id) => concerned.has(id)));
  const counted = countChanged(people, changedIds, below);
  const conflictsOf = yield* at(15, findConflicts(planned, people, below));
  const found = yield* at(25, findWarnings(planned, people, below));
  const changes = (id: number): boolean => (below === null || below.concerned.people.has(id) ? changedIds.has(id) : below.changes(id));
  const kindsBelow = below === null ? null : { kinds: below.parts.kinds, concerned: below.concerned.people };
  const kinds = yield* at(70, PeopleKinds.of(planned, people, changes, kindsBelow));
  const assumptions = yield* at(90, AssumptionCounts.of(planned, below?.parts.assumptions ?? null));
  return {
    people,
    changedIds,
    counted,
    conflictsOf,
    entities: planEntities(planned.outcome),
    refusals: planRefusals(planned).map((refusal) => ({ ...refusal, what: describeEvent(planned.events[refusal.event] as VendorEvent) })),
    found,
    groups: [...groups(planned.outcome)],
    kinds,
    assumptions,
  };
}

function countChanged(people: PlanPeople, changedIds: ReadonlySet<number>, below: PartsBelow | null): PeopleCounts {
  const here = countPeople(people, [...changedIds]);
  if (below === null) return here;
  const { parts, concerned, changes } = below;
  const were = countPeople(parts.people, [...concerned.people].filter(changes));
  return {
    gainAdmin: parts.counted.gainAdmin - were.gainAdmin + here.gainAdmin,
    loseAdmin: parts.counted.loseAdmin - were.loseAdmin + here.loseAdmin,
    usersCreated: parts.counted.usersCreated - were.usersCreated + here.usersCreated,
  };
}

function* findConflicts(planned: Planned, people: PlanPeople, below: PartsBelow | null): Steps<readonly ConflictOf[]> {
  if (below === null) return yield* planConflicts(planned, people, people.everyone());
  const { concerned, parts } = below;
  const ids = [...concerned.people].sort((a, b) => a - b);
  const comes = yield* planConflicts(planned, people, ids);
  return replaceInSorted(parts.conflictsOf, ({ personId }) => concerned.people.has(personId), comes, byUserName);
}

const findWarnings = (planned: Planned, people: PlanPeople, below: PartsBelow | null): Steps<FoundWarnings> =>
  below === null
    ? searchWarnings(planned, people)
    : searchWarningsOver(planned, people, {
        planned: below.planned,
        people: below.parts.people,
        found: below.parts.found,
        concerned: below.concerned,
      });

const byUserName = (a: ConflictOf, b: ConflictOf): number =>
  compareText(a.conflict.userName, b.conflict.userName) || a.personId - b.personId;
