import type { ConflictType } from '../../shared/vendor/event';
import { type Card, type Claim, entityById, type Facts, type Fold, is, isApproved, type Side, sameUser, type UserFact } from './facts';

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
  const preferred = preferences(facts, user, claims);
  let accepted: Claim[] = [];
  const rivalsOf = (claim: Claim): Claim[] => rivals(facts, claims, accepted, claim);
  const offer = (claim: Claim): boolean => {
    const against = rivalsOf(claim);
    if (!against.every((rival) => isPreferred(preferred, claim, rival))) return false;
    accepted = [...accepted.filter((other) => !against.includes(other)), claim];
    return true;
  };
  // What the person did not have at the last moment comes after what they had: it must not push that out unasked.
  const before = facts.history.at(-1)?.folds.get(user.userName);
  const waited = (claim: Claim): boolean =>
    (before?.claims ?? []).some((each) => sameSide(each, claim)) && !before!.accepted.some((each) => sameSide(each, claim));
  for (const claim of [...claims.filter((each) => !waited(each)), ...claims.filter(waited)]) offer(claim);
  while (claims.filter((claim) => !accepted.includes(claim)).some((claim) => offer(claim)));
  const cards = claims
    .filter((claim) => !accepted.includes(claim))
    .flatMap((incoming): Card[] => {
      const against = rivalsOf(incoming);
      // An answer that somebody else shall be there leaves nothing to ask.
      if (against.some((rival) => isPreferred(preferred, rival, incoming))) return [];
      const current = against.find((rival) => !isPreferred(preferred, incoming, rival))!;
      const others = against.filter((rival) => rival !== current);
      return [{ type: clash(facts, current, incoming)!, current, others, incoming }];
    });
  return { claims, accepted, given: accepted, cards };
}

/** What is accepted and stands against a claim: the sub-organisation first, then what came first (A5). */
function rivals(facts: Facts, claims: readonly Claim[], accepted: readonly Claim[], claim: Claim): Claim[] {
  const later = (other: Claim): number => (other.type === 'SubOrganization' ? 0 : 1);
  return claims.filter((other) => accepted.includes(other) && clash(facts, other, claim) !== null).sort((a, b) => later(a) - later(b));
}

const sameSide = (a: Side, b: Side): boolean => a.group === b.group && a.entity === b.entity;

/** One claim that the admin wants rather than another. */
interface Preference {
  readonly better: Claim;
  readonly worse: Claim;
}

const isPreferred = (preferred: readonly Preference[], better: Claim, worse: Claim): boolean =>
  preferred.some((each) => each.better === better && each.worse === worse);

/**
 * Section 7: the answer is remembered for that combination, by default the person, the two groups and the type (A11). Choices: two
 * places of one group are told apart by what they are; the last answer counts; one that later answers contradict in a ring does not.
 */
function preferences(facts: Facts, user: UserFact, claims: readonly Claim[]): Preference[] {
  const preferred: Preference[] = [];
  const judged: string[] = [];
  const leadsTo = (from: Claim, to: Claim): boolean =>
    from === to || preferred.some((each) => each.better === from && leadsTo(each.worse, to));
  const lastFirst = facts.decisions.filter((decision) => sameUser(decision.userName, user.userName)).reverse();
  const forEachPair = (type: ConflictType, answer: (earlier: Claim, later: Claim) => Preference | null): void => {
    for (const [at, earlier] of claims.entries())
      for (const later of claims.slice(at + 1)) {
        const pair = `${at} ${claims.indexOf(later)}`;
        const found = judged.includes(pair) || clash(facts, earlier, later) !== type ? null : answer(earlier, later);
        if (found === null) continue;
        judged.push(pair);
        if (!leadsTo(found.worse, found.better)) preferred.push(found);
      }
  };
  for (const { type, winner, loser } of lastFirst) {
    const are = (better: Claim, worse: Claim): boolean =>
      better.group === worse.group
        ? sameSide(better, winner) && sameSide(worse, loser)
        : better.group === winner.group && worse.group === loser.group;
    forEachPair(type, (a, b) => (are(a, b) ? { better: a, worse: b } : are(b, a) ? { better: b, worse: a } : null));
  }
  // A11 = other: the person and the type. Choice: the one that came later is the incoming one.
  if (is(facts, 'A11'))
    for (const { type, use } of lastFirst)
      forEachPair(type, (earlier, later) => (use === 'incoming' ? { better: later, worse: earlier } : { better: earlier, worse: later }));
  return preferred;
}
