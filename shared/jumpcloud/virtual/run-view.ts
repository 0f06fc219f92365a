import type { FactId } from '../facts';
import type { Explained } from './explain-problem';
import type { Method } from './script';

/** One request of a run as the window shows it: what went out, on which fact, what came back and what that meant. */
export interface RunEntry {
  /** From 0, in the order sent. */
  readonly index: number;
  readonly part: string;
  readonly stepId: string;
  readonly title: string;
  readonly facts: readonly FactId[];
  /** The e-mail or the group's name. */
  readonly about: string;
  readonly method: Method;
  /** Below the base URL, with the query as sent. */
  readonly path: string;
  readonly contentType: string | null;
  /** Formatted JSON, empty where there is no body; long ones keep their beginning. */
  readonly requestText: string;
  /** Null before the answer, and where the connection failed. */
  readonly status: number | null;
  /** Why there is no answer. */
  readonly failure: string | null;
  readonly responseText: string;
  readonly durationMs: number | null;
  /** Null before the answer. */
  readonly result: 'pass' | 'warn' | 'fail' | null;
  readonly problem: Explained | null;
}

export interface OutcomeView {
  readonly result: 'pass' | 'warn' | 'fail';
  readonly sentence: string;
  /** The first ones, each kind with its first example. */
  readonly problems: readonly (Explained & { readonly index: number | null; readonly count: number })[];
  /** J4, I1: the test e-mail, when it has been used up. */
  readonly usedTestEmail: string | null;
}

export interface RunView {
  readonly runId: number;
  readonly scriptId: string;
  readonly name: string;
  /** Where it is sent to. */
  readonly baseUrl: string;
  /** `waiting`: the next request is ready and is sent on demand. */
  readonly state: 'waiting' | 'sending' | 'done' | 'cancelled';
  /** The request that is sent next, not yet sent; null at the end. */
  readonly upcoming: RunEntry | null;
  readonly sent: number;
  readonly outcome: OutcomeView | null;
}
