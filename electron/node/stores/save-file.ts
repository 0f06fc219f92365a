import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import { type FileContent, writeAskedFile } from './write-whole-file';

/** What was to be written could not be had to its end; thrown by pieces. */
export class ContentFault extends Error {
  constructor(readonly error: AppError) {
    super(error.message);
  }
}

/** Saves a file that a person asked for, from the window or the command line; answers its path, or what they can do about it. */
export async function saveFile(path: string, content: FileContent): Promise<Result<string, AppError>> {
  try {
    await writeAskedFile(path, content);
    return ok(path);
  } catch (cause) {
    return cause instanceof ContentFault ? err(cause.error) : cannotWrite(path, cause);
  }
}

/** Whether it could be saved there, asked before the long work whose result it is to hold. */
export async function canSaveFile(path: string): Promise<Result<string, AppError>> {
  try {
    const there = await stat(path).catch(() => null);
    if (there?.isDirectory() === true) throw Object.assign(new Error(), { code: 'EISDIR' });
    // A file is replaced by another of its name in the same folder; a device or a pipe is written into.
    await access(there === null || there.isFile() ? dirname(await realpath(path).catch(() => path)) : path, constants.W_OK);
    return ok(path);
  } catch (cause) {
    return cannotWrite(path, cause);
  }
}

const cannotWrite = (path: string, cause: unknown): Result<never, AppError> =>
  err({ code: 'cannot-write', path, ...words((cause as NodeJS.ErrnoException).code ?? String(cause)) });

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
