import type { ConflictView } from './effect';
import type { Gift } from './give-place';
import type { Conflict, Person } from './model';
import { none } from './model';
import type { Organisation } from './organisation';
import { isApproved, must, writePerson } from './organisation';
import { reportConflict, viewConflict } from './placement';
import type { Run } from './run';

/** What stands against a place, told once for all with whom it does. */
export interface Against {
  readonly conflict: Conflict;
  readonly view: ConflictView;
  /** Of those who have no other. */
  readonly alone: readonly Conflict[];
}

/**
 * Notes the conflict of somebody who has just joined and has a place that stands against the group's. It comes to the same as settling
 * all claims of the person (placement.ts): the new one arose last and waits, so that what was given, and what waited for it, stays. False,
 * and nothing done, for everybody else: whoever has something set by hand, an answer remembered, or a conflict behind them.
 */
export function holdBack(run: Run, personId: number, gift: Gift): boolean {
  const { org } = run;
  const person = must(org.people.get(personId));
  if (person.manual !== null || person.decisions.length > 0 || (!person.active && org.settings.A6 === 'other')) return false;
  const standing = standingAgainst(org, person, gift);
  if (standing === none || !person.conflicts.every(isOpen)) return false;
  const { conflict, view, alone } = against(org, gift, standing);
  const written = writePerson(org, personId);
  written.waiting = person.waiting === null ? gift.waitsAlone : [...person.waiting, gift.side];
  written.conflicts = person.conflicts.length === 0 ? alone : [...person.conflicts, conflict];
  reportConflict(run, written, conflict, view);
  return true;
}

const isOpen = (conflict: Conflict): boolean => conflict.status === 'open';

/** The only place of the person that stands against the gift; `none` where there is no such one, or may be more. */
function standingAgainst(org: Organisation, { placement }: Person, { entity }: Gift): number {
  const { concurrencyGroup, subOrganization } = placement;
  if (subOrganization === none) return entity.type === 'Team' || concurrencyGroup === entity.id ? none : concurrencyGroup;
  // The sub-organisation's own group may give a concurrency group beside it (A15).
  const { ownerId } = must(org.entities.get(subOrganization));
  return ownerId !== none && must(org.groups.get(ownerId)).mappings.filter(isApproved).length === 1 ? subOrganization : none;
}

function against(org: Organisation, { side, entity, against: known }: Gift, standing: number): Against {
  const found = known.get(standing);
  if (found !== undefined) return found;
  const other = must(org.entities.get(standing));
  const current = { groupId: other.ownerId, entityId: standing };
  const type = other.type === entity.type ? 'exclusiveGroup' : 'crossType';
  const conflict: Conflict = { type, current, incoming: side, status: 'open', blockers: [current] };
  const made: Against = { conflict, view: viewConflict(org, conflict), alone: [conflict] };
  known.set(standing, made);
  return made;
}
