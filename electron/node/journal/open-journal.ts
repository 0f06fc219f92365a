import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import { createJournal, type Journal } from './journal';
import { openDatabase, type StorageFault, storageFault } from './sqlite';
import { journalVersion, prepareTables } from './tables';

export const journalFile = 'journal.db';

/** A damaged journal: where it was put, and what could be read of it. */
export interface Recovery {
  readonly setAside: string;
  readonly entries: number;
  readonly exchanges: number;
  /** What could not be read, in words. */
  readonly lost: string;
}

export interface OpenedJournal {
  readonly journal: Journal;
  readonly recovery: Recovery | null;
}

/** The journal in a folder, made where it is missing; null: in memory. One program at a time: a second one is told so. */
export function openJournal(folder: string | null, _at: number): Result<OpenedJournal, AppError> {
  const path = folder === null ? ':memory:' : join(folder, journalFile);
  try {
    if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return err(cannotOpen(path, storageFault(error)));
  }
  const opened = openDatabase(path);
  if (!opened.ok) return err(cannotOpen(path, opened.error));
  const database = opened.value;
  try {
    // Held until it is closed or the process ends, however it ends.
    database.pragma('locking_mode = EXCLUSIVE');
    prepareTables(database);
    const journal = createJournal(database);
    const version = journal.readMeta('version');
    if (version !== null && Number(version) > journalVersion) {
      journal.close();
      return err({
        code: 'journal-version',
        path,
        message: `expected a journal of version ${journalVersion} or earlier, found ${version}`,
        fix: 'It was written by a later version of the app and is left as it is: use that version, or another folder.',
      });
    }
    if (version === null) journal.writeMeta('version', String(journalVersion));
    return ok({ journal, recovery: null });
  } catch (error) {
    database.close();
    return err(cannotOpen(path, storageFault(error)));
  }
}

const cannotOpen = (path: string, fault: StorageFault): AppError =>
  fault.kind === 'busy'
    ? {
        code: 'journal-in-use',
        path,
        message: 'expected a journal that no other program has open, found one in use',
        fix: 'Close the other window or `serve` that uses it, or choose another folder.',
      }
    : {
        code: 'journal-unreadable',
        path,
        message: `expected a journal that can be read and written, found ${fault.code}: ${fault.message}`,
        fix: 'Check the rights on the folder and the space on the disk, or choose another folder.',
      };
