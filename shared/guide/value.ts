import type { Console } from './console';
import type { MarkedText } from './step';
import type { StepId } from './step-id';
import type { ValueId } from './value-id';

/** A field in a console, with all labels that it goes by: the newest first. */
export interface FieldPlace {
  readonly step: StepId;
  readonly console: Exclude<Console, 'both'>;
  /** How to get there: `SSO application › SSO`. Newer and older labels are both given. */
  readonly path: string;
  readonly labels: readonly string[];
}

export type ValueOrigin =
  /** Copied from a field of a console. */
  | { readonly kind: 'copied'; readonly from: FieldPlace }
  /** Chosen by the admin. */
  | { readonly kind: 'decided'; readonly step: StepId; readonly advice: MarkedText };

export interface ValueDefinition {
  readonly id: ValueId;
  /** Our name for it. */
  readonly name: string;
  readonly what: MarkedText;
  readonly example: string;
  readonly secret: boolean;
  readonly origin: ValueOrigin;
  /** Steps at which the guide meets it again; there it is compared. */
  readonly again: readonly FieldPlace[];
  readonly pasteInto: readonly FieldPlace[];
  /** How a wrong one would show. */
  readonly verifiedBy: MarkedText;
}

export const originStep = (origin: ValueOrigin): StepId => (origin.kind === 'copied' ? origin.from.step : origin.step);
