import { answersOf } from './answers';
import type { AssumptionSettings } from './assumptions';
import { type Claim, isSide, sideOf } from './claim';
import { Given } from './given';
import { type Conflict, type ConflictSide, type Decision, nothing as none } from './model';

export interface Settlement {
  readonly teams: readonly Claim[];
  readonly concurrencyGroup: Claim | null;
  readonly subOrganization: Claim | null;
  readonly conflicts: readonly Conflict[];
  /** Claims that are not given; null where there is none. */
  readonly waiting: readonly ConflictSide[] | null;
}

const nothing: Settlement = { teams: none, concurrencyGroup: null, subOrganization: null, conflicts: none, waiting: null };

const isTeam = (claim: Claim): boolean => claim.type === 'Team';

/**
 * Who wins where several groups claim places for one person (vendor-behaviour.md section 7): additive teams always, one
 * concurrency group, one sub-organisation, and never a sub-organisation from one group with a team or concurrency group from
 * another. `claims` come in the order in which they arose: what a person has stays until a decision says otherwise, and a
 * claim that waits is given once nothing stands before it any more. `waited` are those that were not given until now: settled
 * once more, the same claims and decisions come to the same.
 */
export function settle(
  claims: readonly Claim[],
  decisions: readonly Decision[],
  settings: AssumptionSettings,
  waited: readonly ConflictSide[] | null = null,
): Settlement {
  if (claims.length === 0) return nothing;
  if (claims.every(isTeam))
    return { teams: notWithheld(claims), concurrencyGroup: null, subOrganization: null, conflicts: none, waiting: null };
  const answers = answersOf(claims, decisions, settings);
  const given = new Given(claims, settings, answers);
  for (const claim of inOrderOfStanding(claims, waited)) given.offer(claim);
  // A claim comes back where what stood against it has gone. Only an answer displaces, and answers form no ring, so that this ends.
  while (!answers.isEmpty && claims.some((claim) => !given.has(claim) && given.offer(claim)));
  const waiting = claims.filter((claim) => !given.has(claim));
  return {
    teams: given.of('Team'),
    concurrencyGroup: given.of('ConcurrencyGroup')[0] ?? null,
    subOrganization: given.of('SubOrganization')[0] ?? null,
    conflicts: given.conflicts(waiting),
    waiting: waiting.length === 0 ? null : waiting.map(sideOf),
  };
}

/** A13 = other: what a mapping that is withheld from everybody would give counts in conflicts, and is given to nobody. */
const notWithheld = (claims: readonly Claim[]): readonly Claim[] =>
  claims.some((claim) => claim.withheld) ? claims.filter((claim) => !claim.withheld) : claims;

/**
 * Claims in the order in which they are placed: as they arose, but what waited until now comes after what the person has. Who
 * waits must not push out what was given meanwhile: the person keeps it until an admin decides (section 7).
 */
function inOrderOfStanding(claims: readonly Claim[], waiting: readonly ConflictSide[] | null): readonly Claim[] {
  if (waiting === null) return claims;
  const waits = (claim: Claim): boolean => waiting.some((side) => isSide(claim, side));
  return [...claims.filter((claim) => !waits(claim)), ...claims.filter(waits)];
}
