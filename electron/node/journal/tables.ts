import type { Database } from './sqlite';
import { readable, withTexts } from './text-columns';

/** Raised when the tables change; a file of a later version is left alone. */
export const journalVersion = 1;

/**
 * `entries` is the truth: what changed the organisation, in order, on top of the newest snapshot. `exchanges` is the log, which
 * may be cleared without changing anybody.
 */
const tables = [
  'CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE snapshots (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, checksum TEXT NOT NULL, body TEXT NOT NULL)',
  'CREATE TABLE entries (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, exchange_id INTEGER, crc INTEGER NOT NULL, body TEXT NOT NULL)',
  `CREATE TABLE exchanges (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, query TEXT NOT NULL,
  status INTEGER NOT NULL, duration_us INTEGER NOT NULL, scim_type TEXT, client TEXT NOT NULL, people TEXT NOT NULL,
  group_name TEXT, event_count INTEGER NOT NULL, effect_count INTEGER NOT NULL, request_bytes INTEGER NOT NULL,
  response_bytes INTEGER NOT NULL, request_text TEXT, response_text TEXT, details TEXT NOT NULL, entry_seq INTEGER,
  pinned INTEGER NOT NULL DEFAULT 0, removal INTEGER)`,
] as const;

/**
 * WAL: a commit is one append. `synchronous` is chosen for each commit (see `Journal.commit`). The file is this process's alone
 * until it is closed or the process ends, however it ends.
 */
export function prepareTables(database: Database): void {
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  for (const table of tables) database.exec(table.replace('CREATE TABLE', 'CREATE TABLE IF NOT EXISTS'));
}

/**
 * Whether the file says of its tables what was said when they were made. SQLite believes it: a letter that flipped there makes a column
 * of another name or kind, and a table that looks empty. Only to be asked of a file of this version.
 */
export function hasOurTables(database: Database): boolean {
  const rows = database
    .prepare("SELECT CAST(sql AS BLOB) AS body FROM sqlite_schema WHERE type = 'table' ORDER BY rootpage")
    .all() as object[];
  const said = rows.map((row) => withTexts<{ readonly body: string }>(row).body);
  return said.length === tables.length && tables.every((table) => said.includes(table));
}

/**
 * Gives the file back. The binding keeps its handle, and with it the exclusive lock, for as long as a prepared statement is anywhere
 * in memory: the same program could not open the journal again. Leaving WAL lets go of the lock (SQLite, "PRAGMA locking_mode").
 */
export function releaseTables(database: Database): void {
  database.pragma('journal_mode = DELETE');
  database.pragma('locking_mode = NORMAL');
  database.prepare('SELECT count(*) FROM meta').get();
}

/** What the journal notes of itself under a name; null where it notes nothing. */
export function readMeta(database: Database, name: string): string | null {
  const row = database.prepare(`SELECT ${readable('value')} FROM meta WHERE name = ?`).get(name) as object | undefined;
  return row === undefined ? null : withTexts<{ readonly value: string }>(row).value;
}
