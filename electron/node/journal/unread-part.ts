import type { AppError } from '../../../shared/app-error';
import { isStorageError, storageFault } from './sqlite';

/** What is told where an open journal cannot be read at one place, while its server goes on. Throws again what is no fault of the file. */
export function unreadPart(path: string, error: unknown): AppError {
  if (!isStorageError(error)) throw error;
  const { code, message } = storageFault(error);
  return {
    code: 'journal-damaged',
    path,
    message: `Part of the journal cannot be read (${code}: ${message}).`,
    fix: 'Choose “Check the whole journal” in the ⋯ menu of the server screen: it finds the damage and recovers what is sound.',
  };
}
