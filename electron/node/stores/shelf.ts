import type { RecordFile } from './record-file';

/** A workspace in the trash. */
export interface Trashed {
  readonly trashId: string;
  readonly workspaceId: string;
  readonly deletedAt: string;
  readonly record: RecordFile;
}

/** Where workspaces are kept: a folder each, and a trash. The only place that knows the layout on the disk. */
export interface Shelf {
  /** The folder that holds everything. */
  readonly root: string;
  /** Ids of the workspaces there are, in no order. */
  readonly list: () => readonly string[];
  readonly folderOf: (workspaceId: string) => string;
  /** The workspace's state, and the copy of it from the last good start. */
  readonly recordOf: (workspaceId: string) => RecordFile;
  readonly copyOf: (workspaceId: string) => RecordFile;
  /** What the app itself remembers: which workspace is open. */
  readonly appRecord: () => { readonly file: RecordFile; readonly copy: RecordFile };
  /** All files of one workspace into a new one; its record is written by the caller afterwards. */
  readonly duplicate: (from: string, to: string) => void;
  readonly trash: (workspaceId: string, at: Date) => string;
  /** Answers the id that it has again. */
  readonly restore: (trashId: string) => string;
  readonly trashed: () => readonly Trashed[];
  readonly destroy: (trashId: string) => void;
  readonly setAside: (path: string, at: Date) => string;
}
