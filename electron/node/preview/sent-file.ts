import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';

export type FilePart = Uint8Array<ArrayBuffer>;

/** Imports are stopped there before their text is read. */
const maxBytes = 268_435_456;

/** The file that the window is sending: one at a time, the begin of another drops it. */
export class SentFile {
  private file: { readonly id: string; readonly parts: FilePart[]; bytes: number } | null = null;

  add(fileId: string, offset: number, part: FilePart): Result<null, AppError> {
    if (offset === 0) this.file = { id: fileId, parts: [], bytes: 0 };
    const { file } = this;
    if (file === null || file.id !== fileId) return err(gone);
    if (offset !== file.bytes)
      return err({ code: 'part-missing', message: `Expected the part at byte ${file.bytes}, found the one at ${offset}.`, fix: again });
    if (file.bytes + part.byteLength > maxBytes) {
      this.file = null;
      return err({ code: 'file-too-large', message: 'Expected a file of at most 256 MiB.' });
    }
    file.parts.push(part);
    file.bytes += part.byteLength;
    return ok(null);
  }

  /** Hands the file over; it is not held any longer. */
  take(fileId: string): Result<readonly FilePart[], AppError> {
    const { file } = this;
    if (file === null || file.id !== fileId) return err(gone);
    this.file = null;
    return ok(file.parts);
  }
}

const again = 'Open the file again.';
const gone: AppError = { code: 'file-gone', message: 'Expected the file that was opened last; it is no longer held.', fix: again };
