import { z } from 'zod';
import type { AppError } from '../app-error';
import type { Result } from '../result';
import { request } from './define';

export type WorkspaceSummary =
  | {
      readonly kind: 'ready';
      readonly id: string;
      readonly name: string;
      readonly demo: boolean;
      readonly done: number;
      readonly skipped: number;
      readonly total: number;
      /** ISO 8601. */
      readonly changedAt: string;
    }
  /** Its file was written by a newer version of the app: left as it is. */
  | { readonly kind: 'refused'; readonly id: string; readonly name: string; readonly problem: AppError };

export interface TrashEntry {
  readonly trashId: string;
  readonly name: string;
  readonly deletedAt: string;
  /** Gone for good from then on, when the app starts. */
  readonly goneAt: string;
}

/** Something happened to a file of ours that the admin should know. */
export interface StoreReport {
  readonly id: string;
  readonly at: string;
  readonly file: string;
  /** Where the damaged file was put; null where it was left. */
  readonly setAsideTo: string | null;
  /**
   * What took its place, if anything: the copy made when the workspace was last opened in order, what could be read of it, or a new
   * beginning. A file that the disk did not take holds what it held before.
   */
  readonly outcome: 'restored-copy' | 'recovered' | 'started-anew' | 'left-untouched' | 'not-written';
  readonly problem: AppError;
}

/** Whether tokens survive the end of the app. */
export type SecretKeeping =
  | { readonly kind: 'keyring'; readonly backend: string }
  /** The system has no keyring that we trust: tokens are kept until the app ends. `why` says what was found. */
  | { readonly kind: 'memory'; readonly why: string };

export interface WorkspacesView {
  /** In the order of creation. */
  readonly workspaces: readonly WorkspaceSummary[];
  readonly activeId: string | null;
  readonly trash: readonly TrashEntry[];
  readonly reports: readonly StoreReport[];
  /** The folder that holds everything the app keeps. */
  readonly folder: string;
  readonly secrets: SecretKeeping;
}

const name = z.string().trim().min(1).max(100);
const id = z.string().min(1).max(64);

/** Every one of these answers the new view; `error` says why nothing was changed. */
type Changed = Result<WorkspacesView, AppError>;

export const workspaceRequests = {
  'workspaces:list': request<WorkspacesView>()(z.undefined()),
  /** The new one becomes the active one, as with `duplicate` and `demo`. */
  'workspaces:create': request<Changed>()(z.object({ name })),
  /** Opens the demo workspace; makes it first where it is not there. */
  'workspaces:demo': request<Changed>()(z.undefined()),
  'workspaces:rename': request<Changed>()(z.object({ workspaceId: id, name })),
  /** With documents and progress, without the token. */
  'workspaces:duplicate': request<Changed>()(z.object({ workspaceId: id, name })),
  /** Into the trash; `restore` takes it back. The token is forgotten when the trash is emptied. */
  'workspaces:delete': request<Changed>()(z.object({ workspaceId: id })),
  'workspaces:restore': request<Changed>()(z.object({ trashId: id.max(200) })),
  'workspaces:delete-for-good': request<Changed>()(z.object({ trashId: id.max(200) })),
  'workspaces:open': request<Changed>()(z.object({ workspaceId: id })),
  'workspaces:dismiss-report': request<WorkspacesView>()(z.object({ reportId: id })),
  /** Shows the folder, or a set-aside file, in the system's file manager. */
  'workspaces:show-files': request<void>()(z.object({ reportId: id.nullable() })),
};

export interface WorkspacePushes {
  readonly 'workspaces:changed': WorkspacesView;
}
