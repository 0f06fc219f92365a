import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import { type FileContent, writeAskedFile } from './write-whole-file';

/** Saves a file that a person asked for, from the window or the command line; answers its path, or what they can do about it. */
export async function saveFile(path: string, content: FileContent): Promise<Result<string, AppError>> {
  try {
    await writeAskedFile(path, content);
    return ok(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    return err({ code: 'cannot-write', path, ...words(code) });
  }
}

function words(code: string): Pick<AppError, 'message' | 'fix'> {
  switch (code) {
    case 'ENOSPC':
      return { message: 'The disk is full.', fix: 'Make room, or choose another disk.' };
    case 'ENOENT':
      return { message: 'Expected a folder to write into; found none.', fix: 'Check the path, or make the folder first.' };
    case 'EISDIR':
      return { message: 'Expected a name for a file; found a folder.', fix: 'Name a file in it.' };
    default:
      return { message: `The file could not be written (${code}).`, fix: 'Choose another folder, or check its permissions.' };
  }
}
