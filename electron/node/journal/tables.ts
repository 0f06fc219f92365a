import type { Database } from './sqlite';

/** Raised when the tables change; a file of a later version is left alone. */
export const journalVersion = 1;

/**
 * `entries` is the truth: what changed the organisation, in order, on top of the newest snapshot. `exchanges` is the log, which
 * may be cleared without changing anybody.
 */
const tables = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS snapshots (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, checksum TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS entries (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, exchange_id INTEGER, crc INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS exchanges (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, query TEXT NOT NULL,
  status INTEGER NOT NULL, duration_us INTEGER NOT NULL, scim_type TEXT, client TEXT NOT NULL, people TEXT NOT NULL,
  group_name TEXT, event_count INTEGER NOT NULL, effect_count INTEGER NOT NULL, request_bytes INTEGER NOT NULL,
  response_bytes INTEGER NOT NULL, request_text TEXT, response_text TEXT, details TEXT NOT NULL, entry_seq INTEGER,
  pinned INTEGER NOT NULL DEFAULT 0, removal INTEGER);
`;

/**
 * WAL: a commit is one append. `synchronous` is chosen for each commit (see `Journal.commit`). The file is this process's alone
 * until it is closed or the process ends, however it ends.
 */
export function prepareTables(database: Database): void {
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  database.exec(tables);
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
