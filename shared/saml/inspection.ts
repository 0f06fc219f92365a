import type { Check, Verdict } from './check';
import type { AssertionView, Read, ResponseView } from './response';

/** All that inspecting one response found. */
export interface Inspection {
  readonly verdict: Verdict;
  /** Read from verified bytes, else null. */
  readonly nameId: string | null;
  /** Read from verified bytes, else empty. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly checks: readonly Check[];
  /** For people who look for the cause; the parts say whether a verified signature covers them. */
  readonly response: Read<ResponseView> | null;
  readonly assertion: Read<AssertionView> | null;
}
