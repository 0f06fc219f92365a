import { sortInSteps } from '../sort-in-steps';
import { endsStep, type Steps } from '../steps';
import type { Conflict, ConflictSide } from '../vendor/model';
import { compareText } from '../vendor/names';
import { type Organisation, personById } from '../vendor/organisation';
import { viewSide } from '../vendor/placement';
import { marks } from './person-marks';
import type { PlanConflict, PlanConflictSide } from './plan';
import type { PlanPeople } from './plan-people';
import type { Planned } from './planned';

export interface ConflictOf {
  readonly personId: number;
  readonly record: Conflict;
  readonly conflict: PlanConflict;
}

/** The conflicts of some people: by `userName`, and for one person in the order in which they arose. */
export function* planConflicts({ outcome }: Planned, of: PlanPeople, ids: Iterable<number>): Steps<readonly ConflictOf[]> {
  const inConflict: number[] = [];
  for (const id of ids) if ((of.marks(id) & marks.inConflict) !== 0) inConflict.push(id);
  const people = yield* sortInSteps(inConflict, (a, b) => compareText(of.userName(a), of.userName(b)));
  const sides = new ConflictSides(outcome);
  const found: ConflictOf[] = [];
  for (const [at, personId] of people.entries()) {
    if (endsStep(at)) yield;
    const userName = of.userName(personId);
    for (const record of personById(outcome, personId)?.conflicts ?? []) {
      const { type, current, incoming, status } = record;
      found.push({ personId, record, conflict: { userName, type, current: sides.of(current), incoming: sides.of(incoming), status } });
    }
  }
  return found;
}

/** Sides of conflicts in names, one for all whom a group asks for the same place for. */
class ConflictSides {
  /** By group id, the last that was asked for: most groups ask for one place. */
  private readonly known = new Map<number, { readonly entityId: number; readonly side: PlanConflictSide }>();

  constructor(private readonly org: Organisation) {}

  of({ groupId, entityId }: ConflictSide): PlanConflictSide {
    const known = this.known.get(groupId);
    if (known?.entityId === entityId) return known.side;
    const { displayName, entity } = viewSide(this.org, { groupId, entityId });
    const side: PlanConflictSide = { displayName, entity };
    this.known.set(groupId, { entityId, side });
    return side;
  }
}
