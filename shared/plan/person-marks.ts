import type { Role } from '../vendor/event';
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
  /** `after` differs from `before`. */
  changes: 512,
  /** Open or over. */
  inConflict: 1024,
} as const;

/** Set for everybody who was looked at. */
const seen = 2048;

/**
 * The marks of people by id, each made when it is first asked for: a plan's people are gone through by name several times, and in that
 * order their records lie all over memory.
 */
export function personMarks(
  planned: Planned,
  differs: (was: Person | undefined, is: Person | undefined) => boolean,
): (id: number) => number {
  const known = new Uint16Array(planned.outcome.people.size);
  return (id) => {
    let found = known[id] as number;
    if (found === 0) {
      const was = personById(planned.baseline, id);
      const is = personById(planned.outcome, id);
      found = seen | marksBefore(was) | marksAfter(is, was?.role ?? 'User');
      if (differs(was, is)) found |= marks.changes;
      known[id] = found;
    }
    return found;
  };
}

function marksBefore(was: Person | undefined): number {
  if (was === undefined) return 0;
  let found: number = marks.wasThere;
  if (was.role === 'Admin') found |= marks.wasAdmin;
  if (was.active) found |= marks.wasActive;
  if (was.placement.subOrganization !== none) found |= marks.inSubOrganization;
  return found;
}

function marksAfter(is: Person | undefined, roleBefore: Role): number {
  if (is === undefined) return 0;
  let found: number = marks.isThere;
  if (is.role === 'Admin') found |= marks.isAdmin;
  if (is.active) found |= marks.isActive;
  if (is.placement.subOrganization !== none) found |= marks.inSubOrganization;
  if (isNowhere(is)) found |= marks.isNowhere;
  if (is.conflicts.length > 0) found |= marks.inConflict;
  if (is.role !== roleBefore) found |= marks.otherRole;
  return found;
}

const isNowhere = ({ placement }: Person): boolean =>
  placement.teams.length === 0 && placement.concurrencyGroup === none && placement.subOrganization === none;
