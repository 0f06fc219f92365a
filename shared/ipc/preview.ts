import { z } from 'zod';
import type { AppError } from '../app-error';
import type { RosterNotice } from '../jumpcloud/roster-events';
import type { Because, PlanConflict, PlanEntity, PlanGroup, PlanRefusal, PlanSummary, PlanWarning, Provenance } from '../plan/plan';
import { planFormats } from '../plan/render-plan';
import { type WarningCode, warningCodes } from '../plan/warning-kinds';
import { type PersonKind, personKinds } from '../preview/person-kind';
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
  readonly provenance: Provenance;
  /** Open questions that this plan depends on, with how many effects do. */
  readonly assumptionsUsed: readonly { readonly id: AssumptionId; readonly effects: number }[];
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
  /** Asks where, and answers the path; null when the dialog was closed. */
  'preview:export': request<Result<string | null, AppError>>()(
    workspaceInput.extend({ format: z.enum(planFormats), everybody: z.boolean() }),
  ),
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
