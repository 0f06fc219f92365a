import { endsStep, inOneGo, type Steps } from '../steps';
import type { Person } from '../vendor/model';
import type { Organisation, PersonView } from '../vendor/organisation';
import { sameView } from '../vendor/view-person';
import { marks, personMarks } from './person-marks';
import { PersonNames } from './person-names';
import { PersonReasons } from './person-reasons';
import { PersonViews } from './person-views';
import type { Because, PlanPerson } from './plan';
import type { Planned } from './planned';
import { placesOf, type Renamings, renamedEntities } from './renamings';
import { replaceInSorted } from './replace-in-sorted';
import { whyNowhere } from './why-nowhere';

/** Who is in a plan, and how each person came to be there. Views are made on demand: a plan may hold 100,000 people. */
export interface PlanPeople {
  /** Ids of all people, before or after, sorted by `userName`. */
  readonly everyone: () => readonly number[];
  /** Ids of those whose `after` differs from `before`, sorted by `userName`. */
  readonly changed: readonly number[];
  readonly userName: (id: number) => string;
  /** Bits of person-marks.ts. */
  readonly marks: (id: number) => number;
  readonly before: (id: number) => PersonView | null;
  readonly after: (id: number) => PersonView | null;
  readonly because: (id: number) => readonly Because[];
  /** Makes what `before`, `after` and `because` answer for everybody at once, which is faster where everybody is asked for. */
  readonly makeAll: () => Steps<void>;
  /** Why somebody of a pushed group is in no place; null for everybody else. */
  readonly whyNowhere: (id: number) => Because | null;
  /** Why the role is what it is; null where no event changed it. */
  readonly lastRoleReason: (id: number) => Because | null;
}

/** The people of the plan that a what-if stands on, and whom it may have changed. */
export interface PeopleBelow {
  readonly people: PlanPeople;
  readonly concerned: ReadonlySet<number>;
}

/** `below`: only those whom it names are looked at, of all others that plan tells. */
export function* planPeopleSteps(planned: Planned, below: PeopleBelow | null = null): Steps<PlanPeople> {
  const { baseline, outcome } = planned;
  const renamings = renamedEntities(planned);
  const reasons = new PersonReasons(planned, renamings);
  const views = { before: new PersonViews(baseline), after: new PersonViews(outcome) };
  const marksOf = personMarks(planned, (was, is) => differs(views, renamings, was, is));
  const names = new PersonNames(planned);
  const isThere = (id: number): boolean => (marksOf(id) & (marks.wasThere | marks.isThere)) !== 0;
  const changes = (id: number): boolean => (marksOf(id) & marks.changes) !== 0;
  /** Those of whom `fits` is true, where the plan below has this list of them already. */
  function* mend(known: readonly number[], { concerned }: PeopleBelow, fits: (id: number) => boolean): Steps<readonly number[]> {
    const comes = yield* names.sort([...concerned].filter(fits));
    return replaceInSorted(known, (id) => concerned.has(id), comes, names.compare);
  }
  const sorted = below === null ? yield* names.sort(yield* filterInSteps(allIds(outcome), isThere)) : null;
  const changed = below === null ? (sorted ?? []).filter(changes) : yield* mend(below.people.changed, below, changes);
  let everyone = sorted;
  const getEveryone = (): readonly number[] => {
    everyone ??= below === null ? [] : inOneGo(mend(below.people.everyone(), below, isThere));
    return everyone;
  };
  let nowhere: ReturnType<typeof whyNowhere> | null = null;
  return {
    everyone: getEveryone,
    changed,
    userName: names.of,
    marks: marksOf,
    before: (id) => views.before.ofId(id),
    after: (id) => views.after.ofId(id),
    because: (id) => reasons.of(id),
    *makeAll() {
      yield* reasons.makeAll();
      yield* views.before.makeAll();
      yield* views.after.makeAll();
    },
    whyNowhere: (id) => {
      if ((marksOf(id) & marks.isNowhere) === 0) return null;
      nowhere ??= whyNowhere(planned);
      return nowhere(id);
    },
    lastRoleReason: (id) => reasons.ofRole(id),
  };
}

function* filterInSteps(ids: readonly number[], fits: (id: number) => boolean): Steps<readonly number[]> {
  const found: number[] = [];
  for (const [at, id] of ids.entries()) {
    if (fits(id)) found.push(id);
    if (endsStep(at)) yield;
  }
  return found;
}

/** Of people who are there, and of those who were deleted on the way: ids are dense and shared by baseline and outcome. */
export function allIds({ people }: Organisation): readonly number[] {
  const ids: number[] = [];
  for (let id = 0; id < people.size; id += 1) ids.push(id);
  return ids;
}

interface BothViews {
  readonly before: PersonViews;
  readonly after: PersonViews;
}

function differs(views: BothViews, renamings: Renamings, was: Person | undefined, is: Person | undefined): boolean {
  if (was === undefined || is === undefined) return was !== is;
  if (was.active !== is.active || was.role !== is.role) return true;
  if (was.placement === is.placement && (renamings.size === 0 || !placesOf(is).some((place) => renamings.has(place)))) return false;
  if (was.placement.teams.length !== is.placement.teams.length) return true;
  // Other ids need not be other names: an entity may have been deleted and made anew.
  return !sameView(views.before.of(was), views.after.of(is));
}

/** What happened to a person, and what did not although a group was pushed. */
export function planPerson(of: PlanPeople, id: number): PlanPerson {
  const because = of.because(id);
  const nowhere = of.whyNowhere(id);
  return {
    userName: of.userName(id),
    before: of.before(id),
    after: of.after(id),
    because: nowhere === null ? because : because.concat(nowhere),
  };
}
