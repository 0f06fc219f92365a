import type { AssumptionSettings } from './assumptions';
import { type Claim, clash, isSide } from './claim';
import type { ConflictType } from './event';
import type { Decision } from './model';

/** What an admin's remembered answers say about the claims of one person. */
export interface Answers {
  readonly isEmpty: boolean;
  readonly beats: (winner: Claim, loser: Claim) => boolean;
  /** By Use Incoming rather than Keep Current. */
  readonly cameIn: (winner: Claim, loser: Claim) => boolean;
}

const none: Answers = { isEmpty: true, beats: () => false, cameIn: () => false };

/**
 * Keep Current and Use Incoming, remembered for the combination (section 7): two groups, or within one group two places, and the
 * type of conflict; with A11 = other, every two claims of the type that have no answer of their own, of which the one that arose later
 * is the incoming one. The newest answer counts. Answers that chase each other in a ring cannot all count: the oldest is asked again.
 */
export function answersOf(claims: readonly Claim[], decisions: readonly Decision[], settings: AssumptionSettings): Answers {
  if (decisions.length === 0) return none;
  const beaten = new Map<Claim, Map<Claim, Decision['use']>>();
  const reaches = (from: Claim, to: Claim): boolean =>
    from === to || [...(beaten.get(from)?.keys() ?? [])].some((next) => reaches(next, to));
  const add = (winner: Claim, loser: Claim, use: Decision['use']): void => {
    if (!reaches(loser, winner)) beaten.set(winner, new Map([...(beaten.get(winner) ?? []), [loser, use]]));
  };
  let unanswered = pairsOf(claims, settings);
  const newestFirst = [...decisions].reverse();
  for (const decision of newestFirst)
    unanswered = unanswered.filter(({ first, second, type }) => {
      if (type !== decision.type) return true;
      if (decides(decision, first, second)) add(first, second, decision.use);
      else if (decides(decision, second, first)) add(second, first, decision.use);
      else return true;
      return false;
    });
  if (settings.A11 === 'other')
    for (const { type: answered, use } of newestFirst)
      unanswered = unanswered.filter(({ first, second, type }) => {
        if (type !== answered) return true;
        if (use === 'incoming') add(second, first, use);
        else add(first, second, use);
        return false;
      });
  return {
    isEmpty: false,
    beats: (winner, loser) => beaten.get(winner)?.has(loser) ?? false,
    cameIn: (winner, loser) => beaten.get(winner)?.get(loser) === 'incoming',
  };
}

/** Within one group its two places tell the sides apart. */
function decides({ winner, loser }: Decision, a: Claim, b: Claim): boolean {
  if (a.groupId === b.groupId) return isSide(a, winner) && isSide(b, loser);
  return a.groupId === winner.groupId && b.groupId === loser.groupId;
}

interface Pair {
  /** The one that arose first. */
  readonly first: Claim;
  readonly second: Claim;
  readonly type: ConflictType;
}

/** Claims that compete. */
function pairsOf(claims: readonly Claim[], settings: AssumptionSettings): readonly Pair[] {
  return claims.flatMap((first, at) =>
    claims.slice(at + 1).flatMap((second): readonly Pair[] => {
      const type = clash(first, second, settings);
      return type === null ? [] : [{ first, second, type }];
    }),
  );
}
