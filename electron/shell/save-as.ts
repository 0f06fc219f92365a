import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type SaveDialogOptions } from 'electron';
import type { AppError } from '../../shared/app-error';
import { ok, type Result } from '../../shared/result';
import { saveFile } from '../node/stores/save-file';
import type { FileContent } from '../node/stores/write-whole-file';

export interface FileToName {
  readonly title: string;
  /** Suggested, in the downloads folder. */
  readonly fileName: string;
  /** "Calendar", ["ics"]. */
  readonly kind: readonly [name: string, extensions: readonly string[]];
}

export interface SaveAs extends FileToName {
  readonly content: FileContent;
}

/** Asks where to save; answers the path, or null when the dialog was closed. */
export async function askWhere(window: BrowserWindow | null, { title, fileName, kind }: FileToName): Promise<string | null> {
  const options: SaveDialogOptions = {
    title,
    defaultPath: join(app.getPath('downloads'), fileName),
    filters: [{ name: kind[0], extensions: [...kind[1]] }],
  };
  const { canceled, filePath } = window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return canceled || filePath === undefined || filePath === '' ? null : filePath;
}

/** Asks where, and writes the file whole; answers the path, or null when the dialog was closed. */
export async function saveAs(window: BrowserWindow | null, { content, ...file }: SaveAs): Promise<Result<string | null, AppError>> {
  const path = await askWhere(window, file);
  return path === null ? ok(null) : saveFile(path, content);
}
