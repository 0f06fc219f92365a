import type { ConflictType } from '../../shared/vendor/event';
import { type Claim, type ConflictFact, entityById, type Facts, type Fold, is, isApproved, sameUser, type UserFact } from './facts';

/** Everything the approved mappings of a person's groups ask for, in the order in which it came about. */
export function claimsOf(facts: Facts, user: UserFact): Claim[] {
  // A6 = other: a deactivated person has no assignments.
  if (!user.active && is(facts, 'A6')) return [];
  const claims: Claim[] = [];
  for (const group of facts.groups) {
    const member = group.deleted ? undefined : group.members.find((each) => sameUser(each.userName, user.userName));
    if (member === undefined) continue;
    for (const mapping of group.mappings) {
      if (!isApproved(mapping) || mapping.entity === null || entityById(facts, mapping.entity).deleted) continue;
      const at = Math.max(member.at, mapping.approvedAt);
      claims.push({ group: group.id, entity: mapping.entity, type: mapping.type, at, mappedAt: mapping.createdAt });
    }
  }
  // A18 = other: `LambdatestGroup` competes like a group, as long as nothing was set by hand after it.
  const last = user.manual.filter((fact) => fact.type === 'ConcurrencyGroup').at(-1);
  if (is(facts, 'A18') && last?.kind === 'attribute' && last.entity !== null && !entityById(facts, last.entity).deleted)
    claims.push({ group: null, entity: last.entity, type: 'ConcurrencyGroup', at: last.at, mappedAt: last.at });
  const given = (claim: Claim): boolean =>
    claim.at <= facts.loadedAt && facts.givenBy.some((each) => each.group === claim.group && sameUser(each.userName, user.userName));
  return claims.sort((a, b) => Number(given(b)) - Number(given(a)) || inOrder(facts, a, b));
}

/** The pushed first is current; A5 = other: of two that came with one sync, the one whose mapping is older. */
function inOrder(facts: Facts, a: Claim, b: Claim): number {
  if (is(facts, 'A5')) {
    const round = (at: number): number => facts.syncs.filter((sync) => sync < at).length;
    return round(a.at) - round(b.at) || a.mappedAt - b.mappedAt || a.at - b.at;
  }
  return a.at - b.at || a.mappedAt - b.mappedAt;
}

/** Section 7: which type of conflict two claims of one person are, if any. */
export function clash(facts: Facts, a: Claim, b: Claim): ConflictType | null {
  if (a.entity === b.entity) return null;
  if (a.type === 'ConcurrencyGroup' && b.type === 'ConcurrencyGroup') return 'exclusiveGroup';
  if (a.type === 'SubOrganization' && b.type === 'SubOrganization') return 'exclusiveSubOrg';
  if ((a.type === 'SubOrganization') === (b.type === 'SubOrganization')) return null;
  // A15: one group mapped to a sub-organisation and to another place.
  return a.group === b.group && !is(facts, 'A15') ? null : 'crossType';
}

/**
 * The person keeps what they have until an admin decides (section 7): going through the claims in order, one that nothing accepted
 * stands against is accepted; else the remembered decisions say who wins; else it waits. What waits, or has lost to something
 * that is not accepted any more, is taken up again while nothing accepted stands against it.
 */
export function foldClaims(facts: Facts, user: UserFact, claims: readonly Claim[]): Fold {
  let accepted: Claim[] = [];
  const displacedBy = new Map<Claim, Claim>();
  const used: ConflictFact[] = [];
  const tried = new Set<string>();
  const offer = (claim: Claim): boolean => {
    const rivals = rivalsOf(facts, accepted, claim);
    const judged = rivals.map((current) => judge(facts, user, current, claim));
    if (judged.some((conflict) => conflict.status !== 'usedIncoming')) return false;
    // Answers may chase each other round: each counts once.
    const key = [claim, ...rivals].map((each) => claims.indexOf(each)).join(' ');
    if (rivals.length > 0 && tried.has(key)) return false;
    tried.add(key);
    used.push(...judged);
    for (const rival of rivals) displacedBy.set(rival, claim);
    displacedBy.delete(claim);
    // With a sub-organisation go the places of its own group that were invalid beside it (A15): they are offered again.
    const beside = accepted.filter((other) => isInvalid(facts, accepted, other));
    accepted = [...accepted.filter((other) => !rivals.includes(other)), claim];
    accepted = accepted.filter((other) => !beside.includes(other) || isInvalid(facts, accepted, other));
    return true;
  };
  const mayBeOffered = (claim: Claim): boolean => !accepted.includes(claim) && !accepted.includes(displacedBy.get(claim)!);
  // What waited at the last moment comes after what the person had: it must not push that out unasked.
  const before = facts.history.at(-1)?.folds.get(user.userName)?.waiting ?? [];
  const waited = (claim: Claim): boolean => before.some((each) => each.group === claim.group && each.entity === claim.entity);
  for (const claim of [...claims.filter((each) => !waited(each)), ...claims.filter(waited)]) offer(claim);
  while (claims.filter(mayBeOffered).some((claim) => offer(claim)));
  const waiting = claims.filter((claim) => mayBeOffered(claim) && rivalsOf(facts, accepted, claim).length > 0);
  const open = waiting.flatMap((claim) => rivalsOf(facts, accepted, claim).map((current) => judge(facts, user, current, claim)));
  return { claims, accepted, given: accepted, waiting, conflicts: [...used, ...open] };
}

/** What is accepted and stands against a claim: the sub-organisation first, then what was accepted first (A5). */
function rivalsOf(facts: Facts, accepted: readonly Claim[], claim: Claim): Claim[] {
  const later = (other: Claim): number => (other.type === 'SubOrganization' ? 0 : 1);
  return accepted
    .filter((other) => clash(facts, other, claim) !== null && (other.group === claim.group || !isInvalid(facts, accepted, other)))
    .sort((a, b) => later(a) - later(b));
}

/** A15: invalid beside the sub-organisation that the same group gives. */
const isInvalid = (facts: Facts, accepted: readonly Claim[], claim: Claim): boolean =>
  claim.type !== 'SubOrganization' &&
  accepted.some((other) => other.type === 'SubOrganization' && other.group === claim.group && clash(facts, other, claim) === null);

function judge(facts: Facts, user: UserFact, current: Claim, incoming: Claim): ConflictFact {
  const type = clash(facts, current, incoming)!;
  const card = (status: ConflictFact['status']): ConflictFact => ({ type, current, incoming, status });
  for (const decision of [...facts.decisions].reverse()) {
    if (!sameUser(decision.userName, user.userName) || decision.type !== type) continue;
    // A11 = other: the answer holds for the person and the type, whatever the groups.
    // Two places of one group: there is no other way to tell the sides apart.
    if (is(facts, 'A11') || (current.group === incoming.group && decision.winner === decision.loser && decision.winner === current.group))
      return card(decision.use === 'incoming' ? 'usedIncoming' : 'keptCurrent');
    if (decision.winner === incoming.group && decision.loser === current.group) return card('usedIncoming');
    if (decision.winner === current.group && decision.loser === incoming.group) return card('keptCurrent');
  }
  return card('open');
}

/** One card a claim that waits: what holds it back, the first without an answer to the fore. */
export interface Card {
  readonly type: ConflictType;
  readonly current: Claim;
  readonly others: readonly Claim[];
  readonly incoming: Claim;
}

export function openCards(fold: Fold): Card[] {
  return fold.waiting.flatMap((incoming) => {
    const against = fold.conflicts.filter((conflict) => conflict.incoming === incoming && fold.accepted.includes(conflict.current));
    const first = against.find((conflict) => conflict.status !== 'usedIncoming');
    if (first?.status !== 'open') return [];
    const others = against.filter((conflict) => conflict !== first).map((conflict) => conflict.current);
    return [{ type: first.type, current: first.current, others, incoming }];
  });
}
