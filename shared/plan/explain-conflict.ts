import type { ConflictView } from '../vendor/effect';
import { type ConflictType, conflictTypes } from '../vendor/event';
import { type ConflictStatus, conflictStatuses } from '../vendor/model';
import { entityTypeWords } from './explain-rule';

export const conflictTypeWords: Readonly<Record<ConflictType, string>> = {
  exclusiveGroup: 'two concurrency groups for one person',
  exclusiveSubOrg: 'two sub-organisations for one person',
  crossType: 'a sub-organisation from one group, a team or concurrency group from another',
};

type Side = ConflictView['current'];

/** One side of a conflict in words, and what opens and ends the sentence about an open one. */
interface SideWords {
  readonly side: Side;
  readonly words: string;
  readonly waits: string;
  readonly stays: Readonly<Record<ConflictType, string>>;
}

/** Conflicts in words. What is said of a side is kept: a group may stand against thousands of places. */
export class ConflictWords {
  /** By group. */
  private readonly known = new Map<number, SideWords>();

  effect({ type, status }: ConflictView): string {
    return effects[type][status];
  }

  why({ type, status, current, incoming }: ConflictView): string {
    const holds = this.of(current);
    const asks = this.of(incoming);
    if (status === 'open') return holds.stays[type] + asks.waits;
    return `${conflictTypeWords[type]}: ${outcomes[status](holds.words, asks.words)}`;
  }

  private of(side: Side): SideWords {
    const known = this.known.get(side.groupId);
    if (known !== undefined && readAlike(known.side, side)) return known;
    const from = side.displayName === null ? 'LambdatestGroup' : `group ${side.displayName}`;
    const words = `${entityTypeWords[side.entity.type]} ${side.entity.name} (${from})`;
    const made: SideWords = {
      side,
      words,
      waits: `; ${words} waits for an admin's Keep Current or Use Incoming`,
      stays: byType((type) => `${conflictTypeWords[type]}: stays with ${words}`),
    };
    this.known.set(side.groupId, made);
    return made;
  }
}

/** Of two sides of one group, which may have been renamed since, or have led elsewhere. */
const readAlike = (a: Side, b: Side): boolean =>
  a.displayName === b.displayName && a.entity.name === b.entity.name && a.entity.type === b.entity.type;

const outcomes: Readonly<Record<Exclude<ConflictStatus, 'open'>, (current: string, incoming: string) => string>> = {
  keptCurrent: (current, incoming) => `an admin kept ${current} against ${incoming}`,
  usedIncoming: (current, incoming) => `an admin chose ${incoming} over ${current}`,
  autoResolved: (current, incoming) => `${current} against ${incoming} is over: one side no longer asks`,
};

function byType<T>(of: (type: ConflictType) => T): Readonly<Record<ConflictType, T>> {
  return Object.fromEntries(conflictTypes.map((type) => [type, of(type)])) as Record<ConflictType, T>;
}

const effects = byType(
  (type) => Object.fromEntries(conflictStatuses.map((status) => [status, `conflict ${type} ${status}`])) as Record<ConflictStatus, string>,
);
