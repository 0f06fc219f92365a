import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type SaveDialogOptions } from 'electron';
import type { AppError } from '../../shared/app-error';
import { ok, type Result } from '../../shared/result';
import { saveFile } from '../node/stores/save-file';
import type { FileContent } from '../node/stores/write-whole-file';

export interface SaveAs {
  readonly title: string;
  /** Suggested, in the downloads folder. */
  readonly fileName: string;
  /** "Calendar", ["ics"]. */
  readonly kind: readonly [name: string, extensions: readonly string[]];
  readonly content: FileContent;
}

/** Asks where, and writes the file whole; answers the path, or null when the dialog was closed. */
export async function saveAs(
  window: BrowserWindow | null,
  { title, fileName, kind, content }: SaveAs,
): Promise<Result<string | null, AppError>> {
  const options: SaveDialogOptions = {
    title,
    defaultPath: join(app.getPath('downloads'), fileName),
    filters: [{ name: kind[0], extensions: [...kind[1]] }],
  };
  const { canceled, filePath } = window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (canceled || filePath === undefined || filePath === '') return ok(null);
  return saveFile(filePath, content);
}
