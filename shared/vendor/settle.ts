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

interface Held {
  readonly claim: Claim;
  readonly type: ConflictType;
  readonly blockers: readonly Claim[];
  readonly status: ConflictStatus;
}

/**
 * Who wins where several groups claim places for one person (vendor-behaviour.md section 7): additive teams always, one
 * concurrency group, one sub-organisation, and never a sub-organisation from one group with a team or concurrency group from
 * another. `claims` come in the order in which they arose: what a person has stays until a decision says otherwise, and a
 * claim that was held back is given once nothing holds it back any more. Pure: the same claims and decisions settle alike.
 */
export function settle(claims: readonly Claim[], decisions: readonly Decision[], settings: AssumptionSettings): Settlement {
  if (claims.length === 0) return nothing;
  if (claims.every((claim) => claim.type === 'Team' && !claim.withheld)) return { ...nothing, teams: claims };
  const teams: Claim[] = [];
  let concurrencyGroup: Claim | null = null;
  let subOrganization: Claim | null = null;
  const held: Held[] = [];
  const settled: Conflict[] = [];

  // A15: places from one and the same group do not compete, the sub-organisation simply holds.
  const competes = (a: Claim, b: Claim): boolean => a.groupId !== b.groupId || settings.A15 === 'other';

  const blockersOf = (claim: Claim): Claim[] => {
    switch (claim.type) {
      case 'Team':
        return subOrganization !== null && competes(subOrganization, claim) ? [subOrganization] : [];
      case 'ConcurrencyGroup': {
        const blockers: Claim[] = subOrganization !== null && competes(subOrganization, claim) ? [subOrganization] : [];
        if (concurrencyGroup !== null && concurrencyGroup.entityId !== claim.entityId) blockers.push(concurrencyGroup);
        return blockers;
      }
      case 'SubOrganization': {
        const blockers: Claim[] = subOrganization !== null && subOrganization.entityId !== claim.entityId ? [subOrganization] : [];
        if (concurrencyGroup !== null && competes(concurrencyGroup, claim)) blockers.push(concurrencyGroup);
        for (const team of teams) if (competes(team, claim)) blockers.push(team);
        return blockers;
      }
    }
  };

  const isGiven = (claim: Claim): boolean => claim === concurrencyGroup || claim === subOrganization || teams.includes(claim);

  const take = (claim: Claim): void => {
    if (claim === concurrencyGroup) concurrencyGroup = null;
    else if (claim === subOrganization) subOrganization = null;
    else if (teams.includes(claim)) teams.splice(teams.indexOf(claim), 1);
  };

  const give = (claim: Claim): void => {
    if (claim.withheld) return;
    if (claim.type === 'Team') teams.push(claim);
    else if (claim.type === 'ConcurrencyGroup') concurrencyGroup = claim;
    else subOrganization = claim;
  };

  const place = (claim: Claim): void => {
    const blockers = blockersOf(claim);
    const first = blockers[0];
    if (first === undefined) {
      give(claim);
      return;
    }
    const stronger = blockers.find((blocker) => remembered(blocker, claim, decisions, settings) !== 'incoming');
    if (stronger === undefined) {
      for (const blocker of blockers) take(blocker);
      settled.push(conflict(typeOf(first, claim), first, claim, 'usedIncoming', blockers));
      give(claim);
      return;
    }
    const status = remembered(stronger, claim, decisions, settings) === 'current' ? 'keptCurrent' : 'open';
    held.push({
      claim,
      type: typeOf(stronger, claim),
      blockers: [stronger, ...blockers.filter((blocker) => blocker !== stronger)],
      status,
    });
  };

  for (const claim of claims) place(claim);
  for (let pass = 0; pass < claims.length; pass += 1) {
    const free = held.findIndex((entry) => !entry.blockers.some(isGiven));
    if (free === -1) break;
    const [entry] = held.splice(free, 1);
    if (entry !== undefined) place(entry.claim);
  }
  const open = held.map((entry) => conflict(entry.type, entry.blockers[0] as Claim, entry.claim, entry.status, entry.blockers));
  return { teams, concurrencyGroup, subOrganization, conflicts: [...settled, ...open] };
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
    if (settings.A11 === 'other') return decision.use;
    if (decision.winner === incoming.groupId && decision.loser === current.groupId) return 'incoming';
    if (decision.winner === current.groupId && decision.loser === incoming.groupId) return 'current';
  }
  return null;
}

const side = (claim: Claim): ConflictSide => ({ groupId: claim.groupId, entityId: claim.entityId });

const conflict = (type: ConflictType, current: Claim, incoming: Claim, status: ConflictStatus, blockers: readonly Claim[]): Conflict => ({
  type,
  current: side(current),
  incoming: side(incoming),
  status,
  blockers: blockers.map((blocker) => blocker.groupId),
});
