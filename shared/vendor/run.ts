import type { Effect } from './effect';
import type { Organisation } from './organisation';

/** One event being applied: where it goes, its index, and the effects it has had so far. */
export interface Run {
  readonly org: Organisation;
  /** Index of the event in the run, as the plan's `event`. */
  readonly event: number;
  readonly effects: Effect[];
  /** A13 = other: groups whose mappings must be looked at again before the event is over. */
  readonly recheck: Set<number>;
}

export const startRun = (org: Organisation, event: number): Run => ({ org, event, effects: [], recheck: new Set() });

/** The next operation number: gives memberships and approvals their order. */
export function nextSeq(org: Organisation): number {
  org.seq += 1;
  return org.seq;
}
