import { z } from 'zod';
import type { AppError } from '../app-error';
import type { RosterNotice } from '../jumpcloud/roster-events';
import type { CountDiff } from '../plan/compare-plans';
import type { ChainText } from '../plan/explain-chain';
import type { DifferenceLine } from '../plan/explain-difference';
import type { Because, PlanConflict, PlanEntity, PlanGroup, PlanRefusal, PlanSummary, PlanWarning, Provenance } from '../plan/plan';
import { planFormats } from '../plan/render-plan';
import type { GroupDiff } from '../plan/state-diff';
import { type WarningCode, warningCodes } from '../plan/warning-kinds';
import type { UntouchedProof } from '../plan/what-if';
import { whatIfActionSchema } from '../plan/what-if-action';
import { type Flow, flowStatuses } from '../preview/flows';
import { type PersonKind, personKinds } from '../preview/person-kind';
import type { Picture } from '../preview/picture';
import { type PreviewDocument, previewDocument } from '../preview/preview-document';
import type { Result } from '../result';
import { type AssumptionId, assumptionIds } from '../vendor/assumptions';
import { entityTypes } from '../vendor/event';
import type { PersonView } from '../vendor/organisation';
import { request } from './define';
import { type Slice, sliceInput, workspaceInput } from './workspace-input';

/** What can be played, what was chosen, and the last run. */
export interface PreviewView {
  readonly play: PreviewDocument['play'];
  readonly roster: { readonly name: string; readonly people: number; readonly groups: number; readonly ticked: number } | null;
  readonly events: { readonly source: string; readonly count: number } | null;
  readonly rules: number;
  readonly groupProvisioning: boolean;
  readonly otherAssumptions: readonly AssumptionId[];
  readonly running: boolean;
  readonly run: RunView | null;
}

/** A finished run without its lists. */
export interface RunView {
  readonly runId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly tookMs: number;
  /** Something it was made from has changed since. */
  readonly stale: boolean;
  readonly summary: PlanSummary;
  /** People of each kind. */
  readonly kinds: Readonly<Record<PersonKind, number>>;
  readonly counts: Readonly<Record<'people' | 'groups' | 'entities' | 'conflicts' | 'refusals' | 'warnings', number>>;
  /** Worst first. */
  readonly warnings: readonly { readonly code: WarningCode; readonly count: number }[];
  readonly notices: readonly RosterNotice[];
  /** The outcome's fingerprint is told by `preview:proof`. */
  readonly provenance: Omit<Provenance, 'outcome'>;
  /** Open questions that this plan depends on, with how many effects do. */
  readonly assumptionsUsed: readonly { readonly id: AssumptionId; readonly effects: number }[];
  readonly whatIf: WhatIfView;
}

export interface WhatIfStepView {
  readonly label: string;
  /** People and groups that are otherwise than before this step. */
  readonly people: number;
  readonly groups: number;
  readonly refusals: readonly string[];
  /** False where only a whole new run with these rules can tell for certain. */
  readonly exact: boolean;
}

/** What was changed on top of the plan; `preview:proof` shows that the plan below was not. */
export interface WhatIfView {
  readonly steps: readonly WhatIfStepView[];
  readonly undo: string | null;
  readonly redo: string | null;
  readonly scenarios: readonly { readonly id: string; readonly name: string; readonly keptAt: string; readonly steps: readonly string[] }[];
}

/** Fingerprints that read every record: asked for apart, so that nothing waits for them. */
export interface PlanProof {
  /** Of the organisation as it would be, with the what-ifs. */
  readonly outcome: string;
  readonly untouched: UntouchedProof;
}

/** One side of a comparison: the plan as it is, the what-ifs of now, or a kept scenario. */
export type ComparedSide = { readonly kind: 'plan' } | { readonly kind: 'what-if' } | { readonly kind: 'scenario'; readonly id: string };

export interface ComparedPerson {
  readonly userName: string;
  readonly name: string;
  readonly from: PersonView | null;
  readonly to: PersonView | null;
}

export interface Comparison {
  readonly summary: readonly CountDiff[];
  readonly people: number;
  readonly groups: readonly GroupDiff[];
  readonly groupCount: number;
  /** Places, conflicts, refusals and warnings that only one side has. */
  readonly others: readonly DifferenceLine[];
  readonly otherCount: number;
}

export interface GroupDetail extends GroupRow {
  readonly chains: readonly ChainText[];
}

export interface PersonRow {
  readonly userName: string;
  readonly name: string;
  readonly before: PersonView | null;
  readonly after: PersonView | null;
  readonly kinds: readonly PersonKind[];
  /** The reason to show first. */
  readonly because: string;
}

export interface PersonDetail extends PersonRow {
  /** What puts the person where they would be, and what does not. */
  readonly chains: readonly ChainText[];
  /** Active groups after the run. */
  readonly groups: readonly string[];
  readonly reasons: readonly Because[];
  readonly conflicts: readonly PlanConflict[];
  readonly warnings: readonly PlanWarning[];
}

export interface RefusalRow extends PlanRefusal {
  /** The event that was refused, in a few words. */
  readonly what: string;
}

export interface GroupRow extends PlanGroup {
  readonly members: number;
  /** People whom the plan changes. */
  readonly changed: number;
}

export type RunOutcome = { readonly kind: 'done'; readonly run: RunView } | { readonly kind: 'cancelled' };

export const groupStatuses = ['Approved', 'Auto-Approved', 'Pending', 'Rejected', 'unmapped', 'deleted'] as const;

const flowFilter = workspaceInput.extend({
  /** In the names of groups, rules and targets. */
  search: z.string().max(500),
  status: z.enum(flowStatuses).nullable(),
  /** Only flows with people whom an open conflict keeps elsewhere. */
  conflictsOnly: z.boolean(),
});

const comparedSide = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plan') }),
  z.strictObject({ kind: z.literal('what-if') }),
  z.strictObject({ kind: z.literal('scenario'), id: z.string().max(100) }),
]);

/** The preview: what pushing does to each person. Nothing is written anywhere; lists come in slices. */
export const previewRequests = {
  'preview:view': request<Result<PreviewView, AppError>>()(workspaceInput),
  'preview:choose': request<Result<PreviewView, AppError>>()(
    workspaceInput.extend({
      play: previewDocument.schema.shape.play.optional(),
      otherAssumptions: z.array(z.enum(assumptionIds as readonly [AssumptionId, ...AssumptionId[]])).optional(),
    }),
  ),
  /** Answers when the run is over; `preview:progress` tells how far it is. */
  'preview:run': request<Result<RunOutcome, AppError>>()(workspaceInput),
  'preview:cancel': request<Result<null, AppError>>()(workspaceInput),
  'preview:people': request<Result<Slice<PersonRow>, AppError>>()(
    sliceInput.extend({
      /** null for everybody the plan changes; `all` for everybody. */
      kind: z.enum([...personKinds, 'all']).nullable(),
      group: z.string().max(20_000).nullable(),
      sort: z.enum(['userName', 'name', 'role', 'concurrencyGroup', 'subOrganization', 'teams']),
      descending: z.boolean(),
    }),
  ),
  'preview:person': request<Result<PersonDetail | null, AppError>>()(workspaceInput.extend({ userName: z.string().max(20_000) })),
  'preview:groups': request<Result<Slice<GroupRow>, AppError>>()(
    sliceInput.extend({ status: z.enum(groupStatuses).nullable(), sort: z.enum(['displayName', 'members']), descending: z.boolean() }),
  ),
  'preview:entities': request<Result<Slice<PlanEntity>, AppError>>()(
    sliceInput.extend({ type: z.enum(entityTypes).nullable(), createdOnly: z.boolean() }),
  ),
  'preview:conflicts': request<Result<Slice<PlanConflict>, AppError>>()(sliceInput),
  'preview:refusals': request<Result<Slice<RefusalRow>, AppError>>()(sliceInput),
  'preview:warnings': request<Result<Slice<PlanWarning>, AppError>>()(
    sliceInput.extend({ code: z.enum(warningCodes as readonly [WarningCode, ...WarningCode[]]).nullable() }),
  ),
  'preview:group': request<Result<GroupDetail | null, AppError>>()(workspaceInput.extend({ displayName: z.string().max(20_000) })),
  'preview:group-names': request<Result<readonly string[], AppError>>()(workspaceInput),
  'preview:picture': request<Result<Picture, AppError>>()(flowFilter.extend({ most: z.number().int().min(5).max(100) })),
  'preview:flows': request<Result<Slice<Flow>, AppError>>()(
    flowFilter.extend({ offset: sliceInput.shape.offset, limit: sliceInput.shape.limit }),
  ),

  /** Plays one change on top of the plan; the plan below stays as it is. */
  'preview:what-if': request<Result<RunView, AppError>>()(workspaceInput.extend({ action: whatIfActionSchema })),
  /** Of what is shown now; takes a while with a large organisation, and other requests are answered meanwhile. */
  'preview:proof': request<Result<PlanProof, AppError>>()(workspaceInput),
  'preview:what-if-undo': request<Result<RunView, AppError>>()(workspaceInput),
  'preview:what-if-redo': request<Result<RunView, AppError>>()(workspaceInput),
  'preview:what-if-clear': request<Result<RunView, AppError>>()(workspaceInput),
  'preview:keep-scenario': request<Result<RunView, AppError>>()(workspaceInput.extend({ name: z.string().trim().min(1).max(200) })),
  /** In place of the what-ifs of now. */
  'preview:open-scenario': request<Result<RunView, AppError>>()(workspaceInput.extend({ id: z.string().max(100) })),
  'preview:remove-scenario': request<Result<RunView, AppError>>()(workspaceInput.extend({ id: z.string().max(100) })),
  'preview:compare': request<Result<Comparison, AppError>>()(workspaceInput.extend({ from: comparedSide, to: comparedSide })),
  'preview:compared-people': request<Result<Slice<ComparedPerson>, AppError>>()(
    sliceInput.extend({ from: comparedSide, to: comparedSide }),
  ),

  /** Asks where, and answers the path; null when the dialog was closed or the export was called off. */
  'preview:export': request<Result<string | null, AppError>>()(
    workspaceInput.extend({ format: z.enum(planFormats), everybody: z.boolean() }),
  ),
  'preview:cancel-export': request<Result<null, AppError>>()(workspaceInput),
};

export interface PreviewPushes {
  readonly 'preview:progress': {
    readonly workspaceId: string;
    readonly stage: 'loading' | 'playing' | 'comparing';
    readonly done: number;
    readonly total: number;
  };
  /** The worker ended unexpectedly; the next request starts another. What was kept on disk is kept. */
  readonly 'preview:stopped': { readonly reason: string };
}
