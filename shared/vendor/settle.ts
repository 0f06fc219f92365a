import type { AssumptionSettings } from './assumptions';
import type { ConflictType, EntityType } from './event';
import type { Conflict, ConflictSide, ConflictStatus, Decision, Mapping } from './model';

/** One group asking for one place for one person: a membership and an approved mapping together. */
export interface Claim {
  /** `none` for `LambdatestGroup` (A18 = other). */
  readonly groupId: number;
  readonly mapping: Mapping | null;
  readonly type: EntityType;
  readonly entityId: number;
  /** A13 = other: asks, but is given to nobody for now. */
  readonly withheld: boolean;
}

export interface Settlement {
  readonly teams: readonly Claim[];
  readonly concurrencyGroup: Claim | null;
  readonly subOrganization: Claim | null;
  readonly conflicts: readonly Conflict[];
}

const nothing: Settlement = { teams: [], concurrencyGroup: null, subOrganization: null, conflicts: [] };

/** A claim that is not given: held back by others, or displaced by one that an admin preferred. */
interface Waiting {
  readonly claim: Claim;
  /** While any of these is given, the claim waits. */
  readonly behind: readonly Claim[];
  /** null where it waits behind a claim for another reason than a conflict of its own. */
  readonly conflict: Conflict | null;
}

/**
 * Who wins where several groups claim places for one person (vendor-behaviour.md section 7): additive teams always, one
 * concurrency group, one sub-organisation, and never a sub-organisation from one group with a team or concurrency group from
 * another. `claims` come in the order in which they arose: what a person has stays until a decision says otherwise, and a
 * claim that waits is given once nothing stands before it any more. `waited` are those that waited until now. Pure: the same claims
 * and decisions settle alike.
 */
export function settle(
  claims: readonly Claim[],
  decisions: readonly Decision[],
  settings: AssumptionSettings,
  waited: readonly ConflictSide[] | null = null,
): Settlement {
  if (claims.length === 0) return nothing;
  if (claims.every((claim) => claim.type === 'Team')) return { ...nothing, teams: notWithheld(claims) };
  const given = new Given(settings);
  const waiting: Waiting[] = [];

  const place = (claim: Claim): void => {
    const blockers = given.blockersOf(claim);
    const first = blockers[0];
    if (first === undefined) {
      given.give(claim);
      return;
    }
    const stronger = blockers.find((blocker) => remembered(blocker, claim, decisions, settings) !== 'incoming');
    if (stronger !== undefined) {
      const status = remembered(stronger, claim, decisions, settings) === 'current' ? 'keptCurrent' : 'open';
      const behind = [stronger, ...blockers.filter((blocker) => blocker !== stronger)];
      waiting.push({ claim, behind, conflict: conflictOf(stronger, claim, status, behind) });
      return;
    }
    const decided = conflictOf(first, claim, 'usedIncoming', blockers);
    for (const blocker of blockers) {
      waiting.push({ claim: blocker, behind: [claim], conflict: blocker === first ? decided : null });
      for (const shadowed of given.take(blocker)) waiting.push({ claim: shadowed, behind: [], conflict: null });
    }
    given.give(claim);
  };

  for (const claim of inOrderOfStanding(claims, waited)) place(claim);
  // Each pass frees one claim; a claim is displaced at most once a decision, so this bound is never met in practice.
  for (let pass = 0; pass < claims.length * 4; pass += 1) {
    const free = waiting.findIndex((entry) => !entry.behind.some((claim) => given.has(claim)));
    if (free === -1) break;
    const [entry] = waiting.splice(free, 1);
    if (entry !== undefined) place(entry.claim);
  }
  waiting.sort((a, b) => claims.indexOf(a.claim) - claims.indexOf(b.claim));
  return { ...given.places(), conflicts: waiting.flatMap((entry) => presentConflict(entry, given, decisions, settings) ?? []) };
}

/** A13 = other: what a mapping that is withheld from everybody would give counts in conflicts, and is given to nobody. */
const notWithheld = (claims: readonly Claim[]): readonly Claim[] =>
  claims.some((claim) => claim.withheld) ? claims.filter((claim) => !claim.withheld) : claims;

const unlessWithheld = (claim: Claim | null): Claim | null => (claim?.withheld === true ? null : claim);

/** What holds a claim back now: others may have been given since it was first held back. */
function presentConflict(entry: Waiting, given: Given, decisions: readonly Decision[], settings: AssumptionSettings): Conflict | null {
  const { claim, conflict } = entry;
  if (conflict === null || conflict.status === 'usedIncoming') return conflict;
  const blockers = given.blockersOf(claim);
  const stronger = blockers.find((blocker) => remembered(blocker, claim, decisions, settings) !== 'incoming');
  if (stronger === undefined) return conflict;
  const status = remembered(stronger, claim, decisions, settings) === 'current' ? 'keptCurrent' : 'open';
  return conflictOf(stronger, claim, status, [stronger, ...blockers.filter((blocker) => blocker !== stronger)]);
}

/**
 * Claims in the order in which they are placed: as they arose, but what waited until now comes after what the person has. Who
 * waits must not push out what was given meanwhile: the person keeps it until an admin decides (section 7).
 */
function inOrderOfStanding(claims: readonly Claim[], waiting: readonly ConflictSide[] | null): readonly Claim[] {
  if (waiting === null) return claims;
  const waits = (claim: Claim): boolean => waiting.some((side) => side.groupId === claim.groupId && side.entityId === claim.entityId);
  return [...claims.filter((claim) => !waits(claim)), ...claims.filter(waits)];
}

/** The sides that a settlement leaves waiting. */
export function waitingSides(settlement: Settlement): readonly ConflictSide[] | null {
  const waiting = settlement.conflicts.filter((conflict) => conflict.status === 'open' || conflict.status === 'keptCurrent');
  return waiting.length === 0 ? null : waiting.map((conflict) => conflict.incoming);
}

/** The places given so far; they never compete with each other. */
class Given {
  private readonly inOrder: Claim[] = [];
  private readonly teams: Claim[] = [];
  private concurrencyGroup: Claim | null = null;
  private subOrganization: Claim | null = null;

  constructor(private readonly settings: AssumptionSettings) {}

  places(): Omit<Settlement, 'conflicts'> {
    return {
      teams: notWithheld(this.teams),
      concurrencyGroup: unlessWithheld(this.concurrencyGroup),
      subOrganization: unlessWithheld(this.subOrganization),
    };
  }

  has(claim: Claim): boolean {
    return claim === this.concurrencyGroup || claim === this.subOrganization || this.teams.includes(claim);
  }

  give(claim: Claim): void {
    this.inOrder.push(claim);
    if (claim.type === 'Team') this.teams.push(claim);
    else if (claim.type === 'ConcurrencyGroup') this.concurrencyGroup = claim;
    else this.subOrganization = claim;
  }

  /** Takes a claim back, and with a sub-organisation the places of its own group that were invalid beside it (A15): answers those. */
  take(claim: Claim): readonly Claim[] {
    const at = this.inOrder.indexOf(claim);
    if (at !== -1) this.inOrder.splice(at, 1);
    if (claim === this.concurrencyGroup) this.concurrencyGroup = null;
    else if (this.teams.includes(claim)) this.teams.splice(this.teams.indexOf(claim), 1);
    if (claim !== this.subOrganization) return [];
    const shadowed = [...this.teams, ...(this.concurrencyGroup === null ? [] : [this.concurrencyGroup])].filter((one) =>
      this.isShadowed(one),
    );
    this.subOrganization = null;
    for (const one of shadowed) this.take(one);
    return shadowed;
  }

  /** Those that stand against a claim: a sub-organisation first, then in the order in which they were given. */
  blockersOf(claim: Claim): Claim[] {
    const { subOrganization, concurrencyGroup } = this;
    const blockers: Claim[] = [];
    if (subOrganization !== null) {
      const competes =
        claim.type === 'SubOrganization' ? subOrganization.entityId !== claim.entityId : this.areOfTwoGroups(subOrganization, claim);
      if (competes) blockers.push(subOrganization);
    }
    if (claim.type === 'ConcurrencyGroup') {
      if (concurrencyGroup === null || concurrencyGroup.entityId === claim.entityId) return blockers;
      if (!this.isShadowed(concurrencyGroup) || concurrencyGroup.groupId === claim.groupId) blockers.push(concurrencyGroup);
    }
    if (claim.type === 'SubOrganization') {
      for (const place of this.inOrder) {
        if (place.type === 'SubOrganization' || !this.areOfTwoGroups(place, claim)) continue;
        if (!this.isShadowed(place) || (place.type === 'ConcurrencyGroup' && place.groupId === claim.groupId)) blockers.push(place);
      }
    }
    return blockers;
  }

  /** A15: places from one and the same group do not compete, the sub-organisation simply holds. */
  private areOfTwoGroups(a: Claim, b: Claim): boolean {
    return a.groupId !== b.groupId || this.settings.A15 === 'other';
  }

  /** Invalid beside the sub-organisation of its own group (A15). */
  private isShadowed(claim: Claim): boolean {
    return this.subOrganization !== null && !this.areOfTwoGroups(this.subOrganization, claim);
  }
}

export function typeOf(current: Claim, incoming: Claim): ConflictType {
  if (current.type !== incoming.type) return 'crossType';
  return incoming.type === 'SubOrganization' ? 'exclusiveSubOrg' : 'exclusiveGroup';
}

/** The admin's remembered answer for this pair, where there is one (A11). */
function remembered(
  current: Claim,
  incoming: Claim,
  decisions: readonly Decision[],
  settings: AssumptionSettings,
): 'current' | 'incoming' | null {
  if (decisions.length === 0) return null;
  const type = typeOf(current, incoming);
  for (let at = decisions.length - 1; at >= 0; at -= 1) {
    const decision = decisions[at] as Decision;
    if (decision.type !== type) continue;
    // A15 = other: two places of one group; winner and loser are the same then.
    if (settings.A11 === 'other' || current.groupId === incoming.groupId) {
      if (settings.A11 === 'other' || (decision.winner === current.groupId && decision.loser === current.groupId)) return decision.use;
      continue;
    }
    if (decision.winner === incoming.groupId && decision.loser === current.groupId) return 'incoming';
    if (decision.winner === current.groupId && decision.loser === incoming.groupId) return 'current';
  }
  return null;
}

const side = (claim: Claim): ConflictSide => ({ groupId: claim.groupId, entityId: claim.entityId });

const conflictOf = (current: Claim, incoming: Claim, status: ConflictStatus, blockers: readonly Claim[]): Conflict => ({
  type: typeOf(current, incoming),
  current: side(current),
  incoming: side(incoming),
  status,
  blockers: blockers.map((blocker) => blocker.groupId),
});
