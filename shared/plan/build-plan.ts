import { inOneGo, type Steps, telling } from '../steps';
import { assumptionIds } from '../vendor/assumptions';
import type { Group } from '../vendor/model';
import { compareText } from '../vendor/names';
import { entities, type Organisation } from '../vendor/organisation';
import { explainRefusal, refusalFix } from './explain-refusal';
import { searchWarnings } from './find-warnings';
import { marks } from './person-marks';
import type { Plan, PlanConflict, PlanEntity, PlanGroup, PlanPerson, PlanRefusal, PlanSummary, Provenance } from './plan';
import { planFormat } from './plan';
import { planConflicts } from './plan-conflicts';
import { planGroups } from './plan-groups';
import { type PlanPeople, planPeopleSteps, planPerson } from './plan-people';
import type { Planned } from './planned';

export interface BuildOptions {
  /** Everyone, not only those whose `after` differs from `before`. */
  readonly all?: boolean;
}

/** The plan of formats.md section 3: the same input gives the same bytes. */
export const buildPlan = (planned: Planned, options: BuildOptions = {}): Plan => inOneGo(buildPlanSteps(planned, options));

const rowsPerStep = 512;

export function* buildPlanSteps(planned: Planned, options: BuildOptions = {}): Steps<Plan> {
  const { head, of, ids, tail } = yield* planInParts(planned, options);
  const people: PlanPerson[] = [];
  for (const id of ids) {
    people.push(planPerson(of, id));
    if (people.length % rowsPerStep === 0) yield;
  }
  return { ...head, people, ...tail };
}

/** So many entries of a list are written at a time. */
const entriesAtOnce = 1000;

/**
 * The same bytes as `JSON.stringify(buildPlan(…))` and a line break, piece by piece: a plan of 100,000 people is then never in
 * memory whole, neither as objects nor as text. An empty piece is a step of work before the first.
 */
export function* planJson(planned: Planned, options: BuildOptions = {}): Generator<string, void, void> {
  const { head, of, ids, tail } = yield* telling(planInParts(planned, options), '');
  yield JSON.stringify(head).slice(0, -1);
  yield* listJson('people', eachPerson(of, ids));
  const { provenance: whence, ...lists } = tail;
  for (const [name, list] of Object.entries(lists)) yield* listJson(name, list);
  yield `,"provenance":${JSON.stringify(whence)}}\n`;
}

function* listJson(name: string, entries: Iterable<unknown>): Generator<string, void, void> {
  yield `,"${name}":[`;
  let chunk: unknown[] = [];
  let separator = '';
  for (const entry of entries) {
    chunk.push(entry);
    if (chunk.length < entriesAtOnce) continue;
    yield separator + JSON.stringify(chunk).slice(1, -1);
    separator = ',';
    chunk = [];
  }
  yield chunk.length === 0 ? ']' : `${separator}${JSON.stringify(chunk).slice(1)}`;
}

interface PlanParts {
  readonly head: Pick<Plan, 'format' | 'summary' | 'groups' | 'entities'>;
  readonly of: PlanPeople;
  /** Of the people in the plan. */
  readonly ids: readonly number[];
  readonly tail: Pick<Plan, 'conflicts' | 'refusals' | 'warnings' | 'provenance'>;
}

function* planInParts(planned: Planned, options: BuildOptions): Steps<PlanParts> {
  const of = yield* planPeopleSteps(planned);
  yield* of.makeAll();
  const conflicts = (yield* planConflicts(planned, of, of.everyone())).map(({ conflict }) => conflict);
  const groupList = planGroups(planned.outcome);
  const entityList = planEntities(planned.outcome);
  const refusals = planRefusals(planned);
  return {
    head: {
      format: planFormat,
      summary: planSummary(of, countPeople(of, of.changed), groupList, entityList, conflicts, refusals),
      groups: groupList,
      entities: entityList,
    },
    of,
    ids: options.all === true ? of.everyone() : of.changed,
    tail: {
      conflicts,
      refusals,
      warnings: (yield* searchWarnings(planned, of)).warnings,
      provenance: provenance(planned),
    },
  };
}

/** Made one by one as they are asked for. */
function* eachPerson(of: PlanPeople, ids: readonly number[]): Generator<PlanPerson, void, void> {
  for (const id of ids) yield planPerson(of, id);
}

export function planEntities(org: Organisation): readonly PlanEntity[] {
  return [...entities(org)]
    .filter((entity) => !entity.deleted)
    .map(({ type, name, created }): PlanEntity => ({ type, name, created }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.type, b.type));
}

export const planRefusals = (planned: Planned): readonly PlanRefusal[] =>
  planned.refusals.map(({ event, refusal }) => ({
    event,
    status: refusal.status,
    reason: explainRefusal(refusal),
    fix: refusalFix(refusal),
  }));

export type PeopleCounts = Pick<PlanSummary, 'gainAdmin' | 'loseAdmin' | 'usersCreated'>;

/** Of people whom the plan changes. */
export function countPeople(of: PlanPeople, ids: readonly number[]): PeopleCounts {
  let gainAdmin = 0;
  let loseAdmin = 0;
  let usersCreated = 0;
  for (const id of ids) {
    const is = of.marks(id);
    const admin = is & (marks.wasAdmin | marks.isAdmin);
    if (admin === marks.isAdmin) gainAdmin += 1;
    if (admin === marks.wasAdmin) loseAdmin += 1;
    if ((is & marks.wasThere) === 0) usersCreated += 1;
  }
  return { gainAdmin, loseAdmin, usersCreated };
}

export function planSummary(
  of: PlanPeople,
  { gainAdmin, loseAdmin, usersCreated }: PeopleCounts,
  groupList: Iterable<Pick<Group, 'state' | 'mappings'> | PlanGroup>,
  entityList: readonly PlanEntity[],
  conflicts: readonly PlanConflict[],
  refusals: readonly PlanRefusal[],
): PlanSummary {
  let pending = 0;
  let unmapped = 0;
  for (const group of groupList) {
    for (const mapping of group.mappings) if (mapping.status === 'Pending') pending += 1;
    if (group.state === 'active' && group.mappings.length === 0) unmapped += 1;
  }
  return {
    peopleChanged: of.changed.length,
    gainAdmin,
    loseAdmin,
    conflicts: conflicts.length,
    pending,
    unmapped,
    refusals: refusals.length,
    entitiesCreated: entityList.filter((entity) => entity.created).length,
    usersCreated,
    openConflicts: conflicts.filter((conflict) => conflict.status === 'open').length,
  };
}

const provenance = (planned: Planned): Provenance => {
  const { assumptions, ...whence } = provenanceBefore(planned);
  return { ...whence, outcome: planned.outcomeHash, assumptions };
};

/** Without the fingerprint of the outcome, which a what-if takes only when it is asked for. */
export function provenanceBefore(planned: Planned): Omit<Provenance, 'outcome'> {
  const { settings } = planned.baseline;
  return {
    events: planned.events.length,
    baselineBefore: planned.baselineBefore,
    baselineAfter: planned.baselineAfter,
    writes: planned.baselineWrites,
    assumptions: Object.fromEntries(assumptionIds.filter((id) => settings[id] === 'other').map((id) => [id, 'other' as const])),
  };
}
