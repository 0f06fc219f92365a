import { z } from 'zod';
import type { AppError } from '../app-error';
import type { ValueFacts } from '../guide/checks/read-values';
import { stepIds } from '../guide/step-id';
import { plainValueIds } from '../guide/value-id';
import { type Workspace, workspaceSchema } from '../guide/workspace';
import { type Region, regionIds } from '../jumpcloud/regions';
import type { Result } from '../result';
import { request } from './define';

/**
 * One workspace as it is kept, and what main knows about it. The window concludes the rest with the same pure functions as main:
 * `readValues` (shared/guide/checks/read-values.ts), `deriveProgress` (shared/guide/progress.ts).
 */
export interface GuideView {
  readonly workspace: Workspace;
  /** Where the token is, if it is held (`facts.tokenHeld`); after a restart without a keyring it must be entered again. */
  readonly tokenStoredIn: 'keyring' | 'memory';
  readonly facts: ValueFacts;
}

const inWorkspace = z.object({ workspaceId: z.string().min(1).max(64) });
const step = z.enum(stepIds);
const value = z.enum(plainValueIds as unknown as readonly [(typeof plainValueIds)[number]]);
const secret = z.literal('bearer-token');
const text = z.string().max(4000);
const secretText = z.string().max(16_384);

type Changed = Result<GuideView, AppError>;

export const guideRequests = {
  'guide:view': request<Changed>()(inWorkspace),
  'guide:go-to-step': request<Changed>()(inWorkspace.extend({ step })),
  'guide:set-region': request<Changed>()(inWorkspace.extend({ region: z.enum(regionIds as unknown as readonly [Region, ...Region[]]) })),
  'guide:set-note': request<Changed>()(inWorkspace.extend({ step, note: z.string().max(10_000) })),
  /** Ticks or unticks `seen` checks of the step. */
  'guide:set-seen': request<Changed>()(inWorkspace.extend({ step, checks: z.array(z.string().max(100)).max(50), seen: z.boolean() })),
  /** Skips the step or calls it done against its checks; null takes that back. */
  'guide:set-verdict': request<Changed>()(
    inWorkspace.extend({
      step,
      verdict: z.object({ kind: z.enum(['skipped', 'done-anyway']), reason: z.string().trim().min(1).max(500) }).nullable(),
    }),
  ),
  /** Kept as typed; an empty text clears it. A changed text clears its ticks and comparisons. */
  'guide:set-value': request<Changed>()(inWorkspace.extend({ value, text })),
  /** Undo: values and steps exactly as an earlier view had them, ticks and comparisons included. */
  'guide:put-back': request<Changed>()(inWorkspace.extend({ values: workspaceSchema.shape.values, steps: workspaceSchema.shape.steps })),
  'guide:set-pasted': request<Changed>()(inWorkspace.extend({ value: z.union([value, secret]), step, pasted: z.boolean() })),
  /** What stands there when the guide meets the value again; null: it was compared by eye and is the same. */
  'guide:compare-value': request<Changed>()(inWorkspace.extend({ value, step, found: text.nullable() })),
  'guide:forget-comparison': request<Changed>()(inWorkspace.extend({ value: z.union([value, secret]), step })),
  /** The token goes to the keyring (or memory) and does not come back; an empty text forgets it. */
  'guide:set-token': request<Changed>()(inWorkspace.extend({ text: secretText })),
  /** Takes back that the token was forgotten, with its ticks; only within a minute, for it is in main's memory alone. */
  'guide:restore-token': request<Changed>()(inWorkspace),
  /** Null: compared by eye, by its last four characters. */
  'guide:compare-token': request<Changed>()(inWorkspace.extend({ step, found: secretText.nullable() })),
  /** Onto the clipboard by main, for a minute; false where it is not held any more. */
  'guide:copy-token': request<boolean>()(inWorkspace),
  /** Notes that the test e-mail was used in a Test Connection: it cannot be used again (I1). */
  'guide:burn-test-email': request<Changed>()(inWorkspace),
  'guide:unburn-test-email': request<Changed>()(inWorkspace.extend({ email: z.string().max(320) })),
};

export interface GuidePushes {
  /** Sent whenever a workspace changes, whoever changed it. */
  readonly 'guide:changed': GuideView;
}
