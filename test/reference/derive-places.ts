import type { EntityType } from '../../shared/vendor/event';
import { type Claim, entityById, type Facts, type Fold, is, type ManualFact, type Moment, type UserFact } from './facts';
import { claimsOf, foldClaims } from './fold-claims';

/** The folds of everybody. */
function foldEverybody(facts: Facts): ReadonlyMap<string, Fold> {
  const folds = new Map(facts.users.map((user) => [user.userName, foldClaims(facts, user, claimsOf(facts, user))]));
  if (!is(facts, 'A13')) return folds;
  // A13 = other: while somebody has an open conflict across types, the whole incoming mapping is withheld from everybody.
  const withheld = [...folds.values()].flatMap((fold) => fold.cards.flatMap((card) => (card.type === 'crossType' ? [card.incoming] : [])));
  const isWithheld = (claim: Claim): boolean => withheld.some((each) => each.group === claim.group && each.entity === claim.entity);
  return new Map([...folds].map(([userName, fold]) => [userName, { ...fold, given: fold.accepted.filter((claim) => !isWithheld(claim)) }]));
}

/** Writes down what everybody has now. */
export function mark(facts: Facts, sync: boolean): void {
  facts.now += 1;
  facts.history.push({ at: facts.now, sync, folds: foldEverybody(facts) });
  facts.now += 1;
}

export interface Places {
  readonly teams: readonly number[];
  readonly concurrencyGroup: number | null;
  readonly subOrganization: number | null;
}

/** Where a person is now: what SCIM gives, and what was set by hand as far as it still stands. */
export function placesOf(facts: Facts, user: UserFact): Places {
  const fold = facts.history.at(-1)!.folds.get(user.userName)!;
  // A6 = other: a deactivated person has no assignments.
  if (!user.active && is(facts, 'A6')) return { teams: [], concurrencyGroup: null, subOrganization: null };
  const subOrganization = slot(facts, user, fold, 'SubOrganization');
  // Section 4: who is in a sub-organisation has left the parent's pool; team and concurrency-group places there are invalid.
  if (subOrganization !== null) return { teams: [], concurrencyGroup: null, subOrganization };
  return { teams: teamsOf(facts, user, fold), concurrencyGroup: slot(facts, user, fold, 'ConcurrencyGroup'), subOrganization };
}

const since = (facts: Facts, at: number): readonly Moment[] => facts.history.filter((moment) => moment.at > at);
const gives = (moment: Moment, user: UserFact, entity: number): boolean =>
  moment.folds.get(user.userName)?.given.some((claim) => claim.entity === entity) ?? false;

function teamsOf(facts: Facts, user: UserFact, fold: Fold): number[] {
  const teams = fold.given.filter((claim) => claim.type === 'Team').map((claim) => claim.entity);
  const all = new Set([...teams, ...user.manual.filter((fact) => fact.type === 'Team').map((fact) => fact.entity!)]);
  return [...all].filter((team) => !entityById(facts, team).deleted && isIn(facts, user, team, teams.includes(team)));
}

/** Section 7: a removal by hand holds until the next sync, or until the mapping gave the team anew. */
function isIn(facts: Facts, user: UserFact, team: number, mapped: boolean): boolean {
  const acts = user.manual.filter((fact) => fact.entity === team);
  const removal = acts.filter((fact) => fact.act === 'unassign').at(-1);
  const undone = removal === undefined || acts.indexOf(removal) < acts.indexOf(acts.filter((fact) => fact.act === 'assign').at(-1)!);
  if (mapped && (undone || since(facts, removal.at).some((moment) => moment.sync || !gives(moment, user, team)))) return true;
  const last = acts.at(-1);
  if (last?.act !== 'assign') return false;
  // Choice: an assignment that only takes back a removal is the mapping's, not the hand's.
  if (last.kind === 'hand' && tookBack(facts, user, acts, last)) return false;
  // A20 = default: once a mapping gives the team, the person is in it through the mapping alone.
  return is(facts, 'A20') || !since(facts, last.at).some((moment) => gives(moment, user, team));
}

function tookBack(facts: Facts, user: UserFact, acts: readonly ManualFact[], last: ManualFact): boolean {
  const before = acts.at(acts.indexOf(last) - 1);
  if (acts.indexOf(last) === 0 || before?.act !== 'unassign') return false;
  return facts.history
    .filter((moment) => moment.at > before.at && moment.at < last.at)
    .every((moment) => gives(moment, user, last.entity!) && !moment.sync);
}

/**
 * One exclusive place. What was last set by hand stands until SCIM puts its own above it: at the next sync, or when a mapping
 * begins to claim the person (section 7). From then on it is SCIM's, and A12 says what is left when that goes.
 */
function slot(facts: Facts, user: UserFact, fold: Fold, type: EntityType): number | null {
  const claimed = fold.given.find((claim) => claim.type === type)?.entity ?? null;
  const last = user.manual.filter((fact) => fact.type === type).at(-1);
  if (last === undefined || (last.entity !== null && entityById(facts, last.entity).deleted)) return claimed;
  // A18 = other: `LambdatestGroup` is a claim among claims.
  if (last.kind === 'attribute' && is(facts, 'A18') && last.entity !== null) return claimed;
  let stands = last.kind !== 'attribute';
  let overridden = false;
  for (const moment of since(facts, last.at)) {
    const then = moment.folds.get(user.userName);
    if (moment.sync) stands = false;
    if (then?.claims.some((claim) => claim.type === type && claim.at > last.at)) stands = false;
    if (!stands && then?.given.some((claim) => claim.type === type)) overridden = true;
  }
  if (stands) return last.entity;
  return claimed ?? (overridden && !is(facts, 'A12') ? null : last.entity);
}
