import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../../shared/app-error';
import type { LogBound } from '../../../shared/mirror/log-bound';
import { err, ok, type Result } from '../../../shared/result';
import { createJournal, type Journal } from './journal';
import { makeFile } from './make-file';
import { type Database, openDatabase, type StorageFault, storageFault } from './sqlite';
import { hasOurTables, journalVersion, prepareTables, readMeta } from './tables';

export interface JournalPlace {
  /** null: in memory. */
  readonly folder: string | null;
  /** The journal may not grow beyond this; what would is answered 507. */
  readonly maximumBytes?: number;
  /** How much of the log is kept; `defaultLogBound` unless told. */
  readonly logBound?: LogBound;
  /** Read through at opening up to this size; 128 MB unless told. */
  readonly checkedBytes?: number;
}

export const journalPath = (folder: string): string => join(folder, 'journal.db');

/** The journal in a folder, made where it is missing. One program at a time: a second one is told so. Damage has the code `journal-damaged`. */
export function openJournal({ folder, maximumBytes, logBound, checkedBytes = 128 * 1_048_576 }: JournalPlace): Result<Journal, AppError> {
  const path = folder === null ? ':memory:' : journalPath(folder);
  try {
    if (folder !== null) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      makeFile(path);
    }
  } catch (error) {
    return err(cannotOpen(path, storageFault(error)));
  }
  const opened = openDatabase(path);
  if (!opened.ok) return err(cannotOpen(path, opened.error));
  const database = opened.value;
  try {
    const later = laterVersion(database);
    if (later !== null) {
      database.close();
      return err(fromLater(path, later));
    }
    prepareTables(database);
    const version = readMeta(database, 'version');
    const bytes = folder === null ? 0 : statSync(path).size;
    // It takes 2 ms a megabyte, at each start. What is read of a larger one is checked as it is read, and the rest when somebody asks.
    const unchecked = bytes > checkedBytes;
    const damage = findDamage(database, folder !== null && !unchecked);
    if (damage !== null) {
      database.close();
      return err(cannotOpen(path, { kind: 'damaged', code: 'SQLITE_CORRUPT', message: damage }));
    }
    if (maximumBytes !== undefined) database.pragma(`max_page_count = ${Math.ceil(maximumBytes / 4096)}`);
    const journal = createJournal(database, logBound, unchecked ? bytes : null);
    const written = version === null ? journal.writeMeta('version', String(journalVersion)) : ok(undefined);
    if (written.ok) return ok(journal);
    journal.close();
    return err(cannotOpen(path, written.error));
  } catch (error) {
    database.close();
    const fault = storageFault(error);
    // The questions are always the same: SQLite does not understand them where the file tells of other tables.
    return err(cannotOpen(path, fault.code === 'SQLITE_ERROR' ? { ...fault, kind: 'damaged' } : fault));
  }
}

/** Read before anything is written: such a file stays byte for byte as it is. */
function laterVersion(database: Database): string | null {
  try {
    const version = readMeta(database, 'version');
    return version !== null && Number(version) > journalVersion ? version : null;
  } catch {
    // A new file, a damaged one, or one in use: told when its tables are asked for.
    return null;
  }
}

const fromLater = (path: string, version: string): AppError => ({
  code: 'journal-version',
  path,
  message: `expected a journal of version ${journalVersion} or earlier, found ${version}`,
  fix: 'It was written by a later version of the app and is left as it is: use that version, or another folder.',
});

/** What is wrong with the tables, and, where asked, what SQLite finds wrong with the structure of the file; null where it is sound. */
function findDamage(database: Database, structure: boolean): string | null {
  if (!hasOurTables(database)) return 'its tables are not as they were made';
  if (!structure) return null;
  const [row] = database.prepare('PRAGMA quick_check(1)').all() as { readonly quick_check: string }[];
  return row === undefined || row.quick_check === 'ok' ? null : row.quick_check;
}

export function cannotOpen(path: string, fault: StorageFault): AppError {
  switch (fault.kind) {
    case 'busy':
      return {
        code: 'journal-in-use',
        path,
        message: 'expected a journal that no other program has open, found one in use',
        fix: 'Close the other window or `serve` that uses it, or choose another folder.',
      };
    case 'damaged':
      return { code: 'journal-damaged', path, message: `expected a sound journal, found damage (${fault.code}: ${fault.message})` };
    case 'full':
    case 'unreadable':
      return {
        code: 'journal-unreadable',
        path,
        message:
          fault.code === 'EEXIST' || fault.code === 'ENOTDIR'
            ? 'expected a folder for the journal, found a file'
            : fault.code === 'EISDIR'
              ? 'expected a file for the journal, found a folder'
              : `expected a journal that can be read and written, found ${fault.message.startsWith(fault.code) ? '' : `${fault.code}: `}${fault.message}`,
        fix: 'Check the rights on the folder and the space on the disk, or choose another folder.',
      };
  }
}
