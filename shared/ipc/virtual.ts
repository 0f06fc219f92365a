import { z } from 'zod';
import type { AppError } from '../app-error';
import type { FactId } from '../jumpcloud/facts';
import type { Dialect } from '../jumpcloud/virtual/dialect';
import type { ChangeKind } from '../jumpcloud/virtual/directory';
import type { RunEntry, RunView } from '../jumpcloud/virtual/run-view';
import type { Ask, Script } from '../jumpcloud/virtual/script';
import { virtualDocument } from '../jumpcloud/virtual/virtual-document';
import type { Result } from '../result';
import { request } from './define';
import { type Slice, sliceInput, workspaceInput } from './workspace-input';

export interface ScriptCard {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly asks: readonly Ask[];
  readonly change: ChangeKind | null;
  /** What the steps rest on. */
  readonly facts: readonly FactId[];
  readonly steps: number;
  /** Another than the built-in one. */
  readonly edited: boolean;
  /** Switches something at the local server, so that it cannot run elsewhere. */
  readonly localOnly: boolean;
}

/** JumpCloud as the rehearsal holds it at the moment. */
export interface DirectoryView {
  readonly people: number;
  /** Bound groups, in the order in which they are pushed, with how many would be members. */
  readonly bound: readonly { readonly name: string; readonly members: number }[];
  /** Groups that are not bound. */
  readonly unbound: readonly string[];
  /** Changes were rehearsed: it is no longer the roster as imported. */
  readonly changed: boolean;
}

export interface VirtualView {
  readonly scripts: readonly ScriptCard[];
  /** Null where no roster was imported: only the tests can be rehearsed. */
  readonly directory: DirectoryView | null;
  readonly dialect: Dialect;
  readonly groupBox: boolean;
  readonly suggestedTestEmail: string;
  readonly usedTestEmails: readonly string[];
  /** The local server's base URL while it runs. */
  readonly localBaseUrl: string | null;
  readonly run: RunView | null;
}

export interface PersonChoice {
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly groups: readonly string[];
  readonly active: boolean;
}

const name = z.string().min(1).max(20_000);
const email = z.string().min(1).max(320);

/** Where it is sent to: the local server, or another one that the admin named. */
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('local') }),
  z.strictObject({
    kind: z.literal('other'),
    baseUrl: z.string().min(1).max(2000),
    token: z.string().max(16_384),
    /** The host, where the admin confirmed that it is a server of their own network. */
    confirmedHost: z.string().max(500).nullable(),
  }),
]);
export type VirtualTarget = z.output<typeof target>;

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['join', 'leave']), email, group: name }),
  z.strictObject({ kind: z.literal('rename-group'), group: name, to: name }),
  z.strictObject({
    kind: z.literal('change-person'),
    email,
    firstname: z.string().max(500),
    lastname: z.string().max(500),
    to: email,
  }),
  z.strictObject({ kind: z.enum(['suspend', 'resume', 'delete-person']), email }),
  z.strictObject({ kind: z.enum(['bind', 'unbind', 'delete-group']), group: name }),
]);

const scriptId = z.string().min(1).max(100);

/** The virtual JumpCloud: it sends what the real one is assumed to send, to a server of this machine or the own network. */
export const virtualRequests = {
  'virtual:view': request<Result<VirtualView, AppError>>()(workspaceInput),
  'virtual:set': request<Result<VirtualView, AppError>>()(
    workspaceInput.extend({ dialect: virtualDocument.schema.shape.dialect.optional(), groupBox: z.boolean().optional() }),
  ),
  /** A script as text to edit, and as what it is. */
  'virtual:script': request<Result<{ readonly text: string; readonly script: Script }, AppError>>()(workspaceInput.extend({ scriptId })),
  'virtual:save-script': request<Result<VirtualView, AppError>>()(workspaceInput.extend({ scriptId, text: z.string().max(1_000_000) })),
  'virtual:restore-script': request<Result<VirtualView, AppError>>()(workspaceInput.extend({ scriptId })),
  'virtual:people': request<Result<Slice<PersonChoice>, AppError>>()(sliceInput.extend({ group: name.nullable() })),
  /** Makes the first request ready; nothing is sent. */
  'virtual:start': request<Result<RunView, AppError>>()(
    workspaceInput.extend({ scriptId, target, change: change.nullable(), testEmail: z.string().max(320) }),
  ),
  /** Sends one request, or all that are left; answers when that is done. */
  'virtual:step': request<Result<RunView, AppError>>()(workspaceInput),
  'virtual:run': request<Result<RunView, AppError>>()(workspaceInput),
  'virtual:cancel': request<Result<RunView, AppError>>()(workspaceInput),
  'virtual:entries': request<readonly RunEntry[]>()(
    workspaceInput.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
  ),
  /** Back to the roster as imported, and every id forgotten. */
  'virtual:forget': request<Result<VirtualView, AppError>>()(workspaceInput),
};

export interface VirtualPushes {
  /** While a sequence runs, a few times a second. */
  readonly 'virtual:run': { readonly workspaceId: string; readonly run: RunView };
}
