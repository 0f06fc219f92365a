import { z } from 'zod';
import type { AppError } from '../app-error';
import type { InsightsFindings } from '../golive/directory-insights';
import type { Drift } from '../golive/drift';
import type { Checklist, InputName, RunSheet } from '../golive/run-sheet';
import { type Region, regionIds } from '../jumpcloud/regions';
import type { RosterProblem } from '../jumpcloud/roster';
import type { RosterDiff } from '../jumpcloud/roster-diff';
import type { CallRecord } from '../preflight/call-record';
import type { Forecast } from '../preflight/forecast';
import type { Probe, Verdict } from '../preflight/probe';
import type { Result } from '../result';
import { request } from './define';

/** The network as the admin governs it, and everything that went over it. */
export interface NetworkView {
  readonly offline: boolean;
  /** File of additional certificate authorities; null for the public ones alone. */
  readonly caFile: string | null;
  /** Newest first. */
  readonly calls: readonly CallRecord[];
  /** Older calls that are no longer listed. */
  readonly dropped: number;
}

export interface PreflightView {
  /** ISO 8601. */
  readonly at: string;
  readonly baseUrl: string;
  readonly testEmail: string | null;
  readonly wrote: boolean;
  readonly verdict: Verdict;
  readonly probes: readonly Probe[];
  readonly forecast: Forecast;
  readonly leftBehind: readonly string[];
}

export interface BurntEmail {
  readonly email: string;
  /** ISO 8601. */
  readonly at: string;
  readonly baseUrl: string;
}

export interface TenantView {
  readonly at: string;
  readonly baseUrl: string;
  readonly users: number;
  readonly activeUsers: number;
  readonly admins: number;
  /** Null where groups could not be read. */
  readonly groups: number | null;
  readonly notes: readonly string[];
  /** Against the pull before; null for the first one. */
  readonly drift: { readonly since: string; readonly drifts: readonly Drift[] } | null;
}

export type PullOutcome =
  | { readonly kind: 'done'; readonly tenant: TenantView }
  | { readonly kind: 'stopped'; readonly error: AppError; readonly usersRead: number; readonly groupsRead: number };

/** A roster that was read but not taken over yet. */
export interface RosterOffer {
  readonly offerId: string;
  readonly source: string;
  readonly people: number;
  readonly staged: number;
  readonly suspended: number;
  readonly groups: readonly { readonly name: string; readonly members: number }[];
  readonly problems: readonly RosterProblem[];
  /** Against the roster in use; null where there is none. */
  readonly diff: RosterDiff | null;
}

export interface GoLiveView {
  readonly checklist: Checklist;
  readonly inputs: readonly { readonly name: InputName; readonly present: boolean }[];
  readonly fingerprint: string;
  readonly sheet: { readonly madeAt: string; readonly fingerprint: string; readonly stale: readonly InputName[] } | null;
  readonly acceptances: RunSheet['acceptances'];
}

const workspace = z.object({ workspaceId: z.string().min(1).max(100) });
const endpoint = workspace.extend({ baseUrl: z.string().min(1).max(2000), privateNetwork: z.boolean() });
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= 268_435_456, {
  message: 'expected at most 256 MiB of bytes',
});

/** The live side: the only requests that reach the network, each on a click of the admin. */
export const liveRequests = {
  'live:network': request<NetworkView>()(z.undefined()),
  'live:set-offline': request<NetworkView>()(z.object({ offline: z.boolean() })),
  /** Opens a file dialog; `clear` goes back to the public authorities. */
  'live:choose-ca': request<Result<NetworkView, AppError>>()(z.object({ clear: z.boolean() })),

  /** The token comes from the workspace's secrets and never passes through the window. */
  'live:preflight': request<Result<PreflightView, AppError>>()(
    endpoint.extend({
      testEmail: z.string().max(320).nullable(),
      /** The organisation's name as typed, which allows writing; null reads only. */
      writeConfirmation: z.string().max(500).nullable(),
    }),
  ),
  'live:last-preflight': request<PreflightView | null>()(workspace),
  'live:burnt-emails': request<readonly BurntEmail[]>()(workspace),
  'live:cancel': request<void>()(workspace),
  /** Checks the new token at the endpoint first; only then it takes the place of the old one. */
  'live:rotate-token': request<Result<Probe, AppError>>()(endpoint.extend({ newToken: z.string().min(1).max(16_384) })),

  'live:pull': request<Result<PullOutcome, AppError>>()(endpoint.extend({ resume: z.boolean() })),
  'live:tenant': request<TenantView | null>()(workspace),

  /** Held in memory until the app ends, never written. */
  'live:set-api-key': request<void>()(workspace.extend({ apiKey: z.string().max(500) })),
  'live:has-api-key': request<boolean>()(workspace),
  'live:read-jumpcloud': request<Result<RosterOffer, AppError>>()(
    workspace.extend({
      region: z.enum(regionIds as unknown as readonly [Region, ...Region[]]),
      orgId: z.string().max(100).nullable(),
      applicationId: z.string().max(100).nullable(),
    }),
  ),
  'live:adopt-roster': request<Result<null, AppError>>()(workspace.extend({ offerId: z.string().max(100) })),

  'live:go-live': request<Result<GoLiveView, AppError>>()(workspace),
  'live:accept-danger': request<Result<GoLiveView, AppError>>()(
    workspace.extend({ id: z.string().max(200), by: z.string().trim().min(1).max(200) }),
  ),
  'live:withdraw-acceptance': request<Result<GoLiveView, AppError>>()(workspace.extend({ id: z.string().max(200) })),
  'live:make-run-sheet': request<Result<GoLiveView, AppError>>()(workspace),
  /** Asks where, and answers the path; null when the dialog was closed. */
  'live:save-run-sheet': request<Result<string | null, AppError>>()(workspace),
  'live:compare-plan': request<Result<readonly Drift[], AppError>>()(workspace),
  'live:read-insights': request<Result<InsightsFindings, AppError>>()(workspace.extend({ bytes })),
};

/** What main tells while a live job runs. */
export interface LivePushes {
  readonly 'live:probe': { readonly workspaceId: string; readonly probe: Probe };
  readonly 'live:progress': {
    readonly workspaceId: string;
    readonly job: 'pull' | 'jumpcloud';
    readonly list: string;
    readonly done: number;
    readonly total: number | null;
  };
  readonly 'live:waiting': { readonly workspaceId: string; readonly ms: number; readonly why: string };
  readonly 'live:call': CallRecord;
}
