import type { MarkedText } from '../step';
import type { ValueId } from '../value-id';

/** `error`: it cannot work. `warning`: it often does not. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** What one click does about it. */
export type Fix =
  /** The text with everything mechanical repaired; after it no finding with such a fix is left. */
  | { readonly kind: 'replace'; readonly text: string }
  /** Another text in its place: a proposal, such as a fresh test e-mail. */
  | { readonly kind: 'suggest'; readonly text: string }
  /** It belongs into another field. */
  | { readonly kind: 'move'; readonly to: ValueId; readonly text: string };

/** One thing found about a value, ready to be told: what was expected, what was found, and where in the text. */
export interface Finding {
  /** Stable and unique among the findings of one value: `trailing-slash`. */
  readonly code: string;
  readonly severity: Severity;
  /** In a few words. */
  readonly title: string;
  readonly expected: string;
  readonly found: string;
  /** Index of the first character and length, in UTF-16 units; null where it is about the whole. */
  readonly at: { readonly index: number; readonly length: number } | null;
  /** What to do; with a fix, what the click does. */
  readonly remedy: MarkedText;
  readonly fix: Fix | null;
  /** Fact that it rests on: `J5`. */
  readonly source: string | null;
}

/** What the checks say about one value. */
export interface ValueReading {
  readonly value: ValueId;
  readonly state: 'empty' | 'ok' | 'warned' | 'wrong';
  /** Worst first. */
  readonly findings: readonly Finding[];
}
