import { z } from 'zod';
import type { AppError } from '../app-error';
import { type LogBound, logBoundSchema } from '../mirror/log-bound';
import type { OrganisationCounts, PersonStep, ReplayRow, ReplayView } from '../mirror/replay-view';
import type { Result } from '../result';
import type { ExchangeSummary, Removal } from '../scim/exchange';
import type { MarkedLine } from '../scim/marked-json';
import { type ProfileName, profileNames } from '../scim/profile';
import { request } from './define';
import { workspaceInput } from './workspace-input';

export type JournalCheckView =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'sound' }
  | { readonly kind: 'damaged'; readonly found: string };

export interface JournalView {
  readonly bound: LogBound;
  /** Requests that the log had no room for any more. */
  readonly dropped: number;
  /** Why it was not read through at opening; null where it was, or has been since. */
  readonly unchecked: string | null;
  readonly check: JournalCheckView;
}

export interface ServerView {
  readonly state: { readonly kind: 'stopped' } | { readonly kind: 'running'; readonly baseUrl: string; readonly port: number };
  /** Where it ran last; null before the first start. */
  readonly port: number | null;
  readonly profile: ProfileName;
  readonly token: { readonly last4: string; readonly storedIn: 'keyring' | 'memory' };
  readonly counts: OrganisationCounts;
  /** Exchanges in the log. */
  readonly logged: number;
  readonly journal: JournalView;
  /** The workspace's organisation is another one by now than the one that the server began with. */
  readonly stale: boolean;
  /** What opening the journal had to say; null where all was well. */
  readonly recovery: { readonly title: string; readonly text: string } | null;
  readonly canUndoReset: boolean;
}

export type StartOutcome =
  | { readonly kind: 'started'; readonly view: ServerView }
  | {
      readonly kind: 'port-in-use';
      readonly port: number;
      readonly by: 'another-program' | 'another-workspace';
      readonly freePort: number;
    };

export interface LogRow extends ExchangeSummary {
  /** What it meant, in words. */
  readonly meaning: string;
}

export interface LogPage {
  /** Newest first. */
  readonly rows: readonly LogRow[];
  readonly total: number;
  /** `before` of the next page; null on the last one. */
  readonly nextBefore: number | null;
}

/** One side of an exchange: what the head says, and the body as marked lines or as text. */
export interface ExchangeSide {
  readonly head: readonly string[];
  readonly lines: readonly MarkedLine[] | null;
  readonly text: string;
  readonly bytes: number;
  readonly truncated: boolean;
}

export interface ShownEffect {
  /** `userName`; null for what concerns nobody in particular. */
  readonly who: string | null;
  readonly effect: string;
  readonly why: string;
  readonly assumptions: readonly string[];
}

export interface ExchangeDetail {
  readonly row: LogRow;
  readonly request: ExchangeSide;
  readonly response: ExchangeSide;
  /** The earlier exchange whose answer the changes are marked against. */
  readonly comparedWith: number | null;
  readonly effects: readonly ShownEffect[];
  readonly effectCount: number;
  /** Deviations of the profile that had a say. */
  readonly deviations: readonly { readonly name: string; readonly rfc: string; readonly vendor: string; readonly source: string }[];
}

const id = z.number().int().min(1);
const ids = z.array(id).min(1).max(100_000);
const expression = z.string().max(5000);
const portNumber = z.number().int().min(0).max(65_535);

const replaySource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids }),
  z.strictObject({ kind: z.literal('log'), expression }),
  /** Asks for a file: an export of the log, or a HAR. */
  z.strictObject({ kind: z.literal('file') }),
]);
export type ReplaySource = z.output<typeof replaySource>;

/** The embedded SCIM server of a workspace: its life, its log, and playing requests again. */
export const serverRequests = {
  'server:view': request<Result<ServerView, AppError>>()(workspaceInput),
  /** `port` null: the remembered one, or any free one. */
  'server:start': request<Result<StartOutcome, AppError>>()(workspaceInput.extend({ port: portNumber.nullable() })),
  'server:stop': request<Result<ServerView, AppError>>()(workspaceInput),
  'server:set-profile': request<Result<ServerView, AppError>>()(workspaceInput.extend({ profile: z.enum(profileNames) })),
  /** Onto the clipboard, without passing through the window. */
  'server:copy-token': request<Result<true, AppError>>()(workspaceInput),
  'server:new-token': request<Result<ServerView, AppError>>()(workspaceInput),
  'server:set-group-provisioning': request<Result<ServerView, AppError>>()(workspaceInput.extend({ on: z.boolean() })),
  /** How much of the log is kept. */
  'server:set-log-bound': request<Result<ServerView, AppError>>()(workspaceInput.extend({ bound: logBoundSchema })),
  /** Begins to read the whole journal through; how far it is comes with `server:changed`. */
  'server:check-journal': request<Result<ServerView, AppError>>()(workspaceInput),
  'server:leave-check': request<Result<ServerView, AppError>>()(workspaceInput),
  /** After a check that found damage: the journal is set aside, and what can be read of it goes on. */
  'server:recover-journal': request<Result<ServerView, AppError>>()(workspaceInput),
  /** The workspace's organisation anew, an empty log; the old journal is kept until the next reset. */
  'server:reset': request<Result<ServerView, AppError>>()(workspaceInput),
  'server:undo-reset': request<Result<ServerView, AppError>>()(workspaceInput),

  'server:log': request<Result<LogPage, AppError>>()(
    workspaceInput.extend({ expression, before: id.nullable(), limit: z.number().int().min(1).max(500) }),
  ),
  'server:exchange': request<Result<ExchangeDetail | null, AppError>>()(workspaceInput.extend({ id })),
  'server:pin': request<Result<true, AppError>>()(workspaceInput.extend({ id, pinned: z.boolean() })),
  'server:remove': request<Result<Removal, AppError>>()(workspaceInput.extend({ ids })),
  'server:clear': request<Result<Removal, AppError>>()(workspaceInput),
  'server:undo-removal': request<Result<number, AppError>>()(workspaceInput.extend({ removalId: z.number().int() })),
  /** Asks where, and answers the path; null when the dialog was closed. `ids` null: all that match. */
  'server:export': request<Result<string | null, AppError>>()(
    workspaceInput.extend({ format: z.enum(['har', 'json']), ids: ids.nullable(), expression }),
  ),
  'server:copy-curl': request<Result<true, AppError>>()(workspaceInput.extend({ id })),

  /** Makes a replay ready; nothing is played. Null when the file dialog was closed. */
  'server:replay': request<Result<ReplayView | null, AppError>>()(
    workspaceInput.extend({ source: replaySource, target: z.enum(['live', 'fresh']), watch: z.string().max(320).nullable() }),
  ),
  'server:replay-step': request<Result<ReplayView, AppError>>()(workspaceInput),
  /** To the end, to the first answer that differs, or to the first request that changes the watched person. */
  'server:replay-run': request<Result<ReplayView, AppError>>()(workspaceInput.extend({ until: z.enum(['end', 'difference', 'watched']) })),
  'server:replay-stop': request<Result<ReplayView, AppError>>()(workspaceInput),
  'server:replay-close': request<Result<null, AppError>>()(workspaceInput),
  'server:replay-view': request<Result<ReplayView | null, AppError>>()(workspaceInput),
  'server:replay-rows': request<Result<readonly ReplayRow[], AppError>>()(
    workspaceInput.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
  ),
  /** What changed a person, in order, over the whole journal: the first is where it began. */
  'server:history': request<Result<readonly PersonStep[], AppError>>()(workspaceInput.extend({ userName: z.string().min(1).max(320) })),
};

export interface ServerPushes {
  /** New exchanges, or a change of the server itself; a few times a second at most. */
  readonly 'server:changed': { readonly workspaceId: string; readonly view: ServerView; readonly lastId: number };
  readonly 'server:replay': { readonly workspaceId: string; readonly replay: ReplayView };
}
