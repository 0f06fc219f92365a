import type { Console, ConsoleLink } from './console';
import type { StepId } from './step-id';
import type { ValueId } from './value-id';

/**
 * Text of a step may mark two things: `**Save**` is a label as the console shows it, and backquotes set what is typed as it stands.
 * `parseWords` (words.ts) takes it apart.
 */
export type MarkedText = string;

/** Where a statement is known from: a fact's number (J5, I1, A2), a section, or a public thread. */
export interface Source {
  /** `J5`, `I1`, `vendor §3`, `seed`, or `owner/repo#123`. */
  readonly id: string;
  /** Only for threads: where to read it. */
  readonly url?: string;
}

export interface Instruction {
  readonly text: MarkedText;
  /** Not in the vendor's guide: a gap that we filled from the facts. */
  readonly ours?: true;
}

/** What goes wrong at this step, how one recognises it, and what to do. */
export interface Pitfall {
  readonly id: string;
  readonly trouble: MarkedText;
  readonly fix: MarkedText;
  readonly sources: readonly Source[];
  readonly ours?: true;
}

/** One thing that must hold before the step is done. */
export type StepCheck =
  /** The value is there and has no error. */
  | { readonly kind: 'value'; readonly value: ValueId }
  /** The value was pasted in this step's console, as ticked. */
  | { readonly kind: 'pasted'; readonly value: ValueId }
  /** The value was met a second time and compared. */
  | { readonly kind: 'confirmed'; readonly value: ValueId }
  /** The admin has seen it in the console, and ticks it. */
  | { readonly kind: 'seen'; readonly id: string; readonly text: MarkedText; readonly ours?: true };

export interface Step {
  readonly id: StepId;
  readonly title: string;
  readonly console: Console;
  /** What is achieved, in a sentence. */
  readonly summary: MarkedText;
  readonly links: readonly ConsoleLink[];
  readonly instructions: readonly Instruction[];
  /** To be pasted here, from the ledger. */
  readonly valuesIn: readonly ValueId[];
  /** To be copied or decided here, into the ledger. */
  readonly valuesOut: readonly ValueId[];
  /** Met here again: compared, not asked again. */
  readonly valuesAgain: readonly ValueId[];
  readonly why: MarkedText;
  readonly pitfalls: readonly Pitfall[];
  readonly checks: readonly StepCheck[];
  readonly doneWhen: MarkedText;
  /** Steps without which this one cannot be finished. Missing values of `valuesIn` block by themselves. */
  readonly needs: readonly StepId[];
}
