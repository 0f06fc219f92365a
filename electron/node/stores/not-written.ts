import type { AppError } from '../../../shared/app-error';

/** A file of ours that the disk did not take: it is full, read-only or somebody else's. Writes are whole or not at all. */
export const notWritten = (what: string, path: string, error: unknown): AppError => ({
  code: 'not-written',
  message: `${what} could not be written: ${error instanceof Error ? error.message : String(error)}`,
  path,
  fix: 'Check that the disk has room and that the folder may be written to. What was kept before is unharmed.',
});
