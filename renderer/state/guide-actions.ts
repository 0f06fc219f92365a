import type { StepId } from '../../shared/guide/step-id';
import type { PlainValueId, ValueId } from '../../shared/guide/value-id';
import type { StoredStep, Workspace } from '../../shared/guide/workspace';
import type { Region } from '../../shared/jumpcloud/regions';

/** What the admin can change in guide and ledger. Every change can be taken back, the token's excepted: it has a toast of its own. */
export interface GuideActions {
  /** As typed, keystroke by keystroke. */
  readonly type: (id: PlainValueId, text: string) => void;
  /** Pasted, mended or cleared: a change of its own for undo. */
  readonly put: (id: PlainValueId, text: string) => void;
  /** Several at once: one change for undo. */
  readonly putAll: (texts: readonly (readonly [PlainValueId, string])[]) => void;
  readonly setPasted: (id: ValueId, step: StepId, pasted: boolean) => void;
  /** `found` null: compared by eye. */
  readonly compare: (id: PlainValueId, step: StepId, found: string | null) => void;
  readonly forgetComparison: (id: ValueId, step: StepId) => void;
  readonly setSeen: (step: StepId, checks: readonly string[], seen: boolean) => void;
  readonly setVerdict: (step: StepId, verdict: { readonly kind: 'skipped' | 'done-anyway'; readonly reason: string } | null) => void;
  readonly setNote: (step: StepId, note: string) => void;
  readonly goToStep: (step: StepId) => void;
  readonly setRegion: (region: Region) => void;
  readonly setToken: (text: string) => Promise<boolean>;
  /** With a way back on the screen for a moment. */
  readonly forgetToken: () => void;
  readonly compareToken: (step: StepId, found: string | null) => void;
  readonly copyToken: () => Promise<boolean>;
  readonly burnTestEmail: () => void;
  readonly unburnTestEmail: (email: string) => void;
  /** Ends a run of typing, so that the next keystroke is a change of its own for undo. */
  readonly pause: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** What undo keeps: everything that guide and ledger change, tokens excepted. */
export interface GuideSnapshot {
  readonly values: Workspace['values'];
  readonly steps: Readonly<Partial<Record<StepId, StoredStep>>>;
}
