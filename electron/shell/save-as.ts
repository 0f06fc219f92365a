import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type SaveDialogOptions } from 'electron';
import type { AppError } from '../../shared/app-error';
import { err, ok, type Result } from '../../shared/result';
import { writeWholeFile } from '../node/stores/write-whole-file';

export interface SaveAs {
  readonly title: string;
  /** Suggested, in the downloads folder. */
  readonly fileName: string;
  /** "Calendar", ["ics"]. */
  readonly kind: readonly [name: string, extensions: readonly string[]];
  /** Pieces are written one after the other: what is too long for one text. */
  readonly content: string | Uint8Array | Iterable<string>;
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
  try {
    await writeWholeFile(filePath, content);
    return ok(filePath);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    return err({
      code: 'not-saved',
      message: code === 'ENOSPC' ? 'The disk is full.' : `The file could not be written (${code}).`,
      path: filePath,
      fix: code === 'ENOSPC' ? 'Make room, or choose another disk.' : 'Choose another folder, or check its permissions.',
    });
  }
}
