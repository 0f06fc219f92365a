import { none, type Person } from '../vendor/model';
import { personById } from '../vendor/organisation';
import type { Planned } from './planned';

/** What warnings and counts ask of a person before and after, as bits of one number. */
export const marks = {
  wasThere: 1,
  isThere: 2,
  wasAdmin: 4,
  isAdmin: 8,
  wasActive: 16,
  isActive: 32,
  /** In a sub-organisation, before or after. */
  inSubOrganization: 64,
  /** In no team, concurrency group or sub-organisation of their own, after. */
  isNowhere: 128,
  /** A new person counts as having been User. */
  otherRole: 256,
} as const;

/** Set for everybody who was looked at. */
const seen = 512;

/**
 * The marks of people by id, each made when it is first asked for: a plan's people are gone through by name several times, and in that
 * order their records lie all over memory.
 */
export function personMarks(planned: Planned): (id: number) => number {
  const known = new Uint16Array(planned.outcome.people.size);
  return (id) => {
    let found = known[id] as number;
    if (found === 0) {
      found = seen | marksOf(personById(planned.baseline, id), personById(planned.outcome, id));
      known[id] = found;
    }
    return found;
  };
}

function marksOf(was: Person | undefined, is: Person | undefined): number {
  let found = 0;
  if (was !== undefined) {
    found |= marks.wasThere;
    if (was.role === 'Admin') found |= marks.wasAdmin;
    if (was.active) found |= marks.wasActive;
    if (was.placement.subOrganization !== none) found |= marks.inSubOrganization;
  }
  if (is !== undefined) {
    found |= marks.isThere;
    if (is.role === 'Admin') found |= marks.isAdmin;
    if (is.active) found |= marks.isActive;
    if (is.placement.subOrganization !== none) found |= marks.inSubOrganization;
    if (isNowhere(is)) found |= marks.isNowhere;
    if (is.role !== (was?.role ?? 'User')) found |= marks.otherRole;
  }
  return found;
}

const isNowhere = ({ placement }: Person): boolean =>
  placement.teams.length === 0 && placement.concurrencyGroup === none && placement.subOrganization === none;
