import type { Answers } from './answers';
import type { AssumptionSettings } from './assumptions';
import { type Claim, clash, sideOf } from './claim';
import type { EntityType } from './event';
import type { Conflict, ConflictStatus } from './model';

/** The places given so far; they never compete with each other. */
export class Given {
  /** Few: a list is smaller than a set, and as fast. */
  private given: Claim[] = [];

  constructor(
    /** In the order in which they arose. */
    private readonly claims: readonly Claim[],
    private readonly settings: AssumptionSettings,
    private readonly answers: Answers,
  ) {}

  has(claim: Claim): boolean {
    return this.given.includes(claim);
  }

  /** What is given of a type, but for what is withheld from everybody (A13 = other): that counts in conflicts only. */
  of(type: EntityType): readonly Claim[] {
    return this.claims.filter((claim) => claim.type === type && !claim.withheld && this.has(claim));
  }

  /** Given where nothing stands against it, or only what remembered answers put behind it. */
  offer(claim: Claim): boolean {
    const stands = (rival: Claim): boolean => clash(rival, claim, this.settings) !== null;
    if (this.given.some((rival) => stands(rival) && !this.answers.beats(claim, rival))) return false;
    if (!this.answers.isEmpty) this.given = this.given.filter((rival) => !stands(rival));
    this.given.push(claim);
    return true;
  }

  /** What holds back those that are not given: one conflict each, and one for all that gave way to the same claim. */
  conflicts(waiting: readonly Claim[]): readonly Conflict[] {
    if (this.answers.isEmpty) return waiting.flatMap((claim) => this.openConflict(claim, this.rivalsOf(claim)));
    const lostTo = new Map(waiting.map((claim) => [claim, this.rivalsOf(claim).find((rival) => this.answers.beats(rival, claim))]));
    return waiting.flatMap((claim): readonly Conflict[] => {
      const winner = lostTo.get(claim);
      const rivals = this.rivalsOf(claim);
      if (winner === undefined) return this.openConflict(claim, rivals);
      if (!this.answers.cameIn(winner, claim)) return [this.conflict(winner, claim, 'keptCurrent', rivals)];
      const together = waiting.filter((other) => lostTo.get(other) === winner && this.answers.cameIn(winner, other));
      return together[0] === claim ? [this.conflict(claim, winner, 'usedIncoming', together)] : [];
    });
  }

  private openConflict(claim: Claim, rivals: readonly Claim[]): readonly Conflict[] {
    const current = rivals.find((rival) => !this.answers.beats(claim, rival));
    return current === undefined ? [] : [this.conflict(current, claim, 'open', rivals)];
  }

  private conflict(current: Claim, incoming: Claim, status: ConflictStatus, blockers: readonly Claim[]): Conflict {
    const type = clash(current, incoming, this.settings) ?? 'exclusiveGroup';
    const inOrder = [current, ...blockers.filter((blocker) => blocker !== current)];
    return { type, current: sideOf(current), incoming: sideOf(incoming), status, blockers: inOrder.map(sideOf) };
  }

  /** Those that stand against a claim: a sub-organisation first, then in the order in which they arose. */
  private rivalsOf(claim: Claim): readonly Claim[] {
    const rivals = this.claims.filter((other) => this.has(other) && clash(other, claim, this.settings) !== null);
    return rivals.length < 2 ? rivals : [...rivals.filter(isSubOrganization), ...rivals.filter((rival) => !isSubOrganization(rival))];
  }
}

const isSubOrganization = (claim: Claim): boolean => claim.type === 'SubOrganization';
