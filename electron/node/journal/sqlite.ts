import Libsql from 'libsql';
import { err, ok, type Result } from '../../../shared/result';

/** The one door to the native SQLite binding. */
export type Database = Libsql.Database;
export type Statement = Libsql.Statement<unknown[]>;

/** What SQLite could not do, and its own name for it (`SQLITE_FULL`). */
export interface StorageFault {
  readonly kind: 'full' | 'busy' | 'damaged' | 'unreadable';
  readonly code: string;
  readonly message: string;
}

const kinds: readonly (readonly [RegExp, StorageFault['kind']])[] = [
  [/^SQLITE_FULL|^ENOSPC/, 'full'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'busy'],
  [/^SQLITE_CORRUPT|^SQLITE_NOTADB|^JOURNAL_DAMAGED/, 'damaged'],
];

/** What SQLite reads without complaint, and yet is not what was written: a sum that does not add up, an entry that is missing. */
export class JournalDamage extends Error {
  readonly code = 'JOURNAL_DAMAGED';
}

/** A fault of the disk or the file, and none of ours. */
export const isStorageError = (error: unknown): boolean =>
  error instanceof JournalDamage || (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_'));

export function storageFault(error: unknown): StorageFault {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'SQLITE_UNKNOWN';
  const message = error instanceof Error ? error.message : String(error);
  const text = /database disk image is malformed|file is not a database/.test(message) ? 'SQLITE_CORRUPT' : code;
  return { kind: kinds.find(([pattern]) => pattern.test(text))?.[1] ?? 'unreadable', code, message };
}

/** `:memory:` or a file; the file is made where it is missing. */
export function openDatabase(path: string): Result<Database, StorageFault> {
  try {
    return ok(new Libsql(path));
  } catch (error) {
    return err(storageFault(error));
  }
}
