/** A small JSON file that is written at every change, at once: whatever was said before a kill is there after it. */
export interface RecordFile {
  readonly path: string;
  /** As it stands; null where there is no file. */
  readonly readText: () => string | null;
  /** On the disk when it returns. */
  readonly write: (value: Readonly<Record<string, unknown>>) => void;
}

/** `name` without its ending. electron-store in the app (electron/shell/stores), a map in tests. */
export type OpenRecordFile = (folder: string, name: string) => RecordFile;
