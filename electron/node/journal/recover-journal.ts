import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checksum } from './checksum';
import { type EntryRow, isSound, readableEntry } from './entry-row';
import { exchangesIn, isReadable } from './exchange-pack';
import { wholeRow } from './exchange-row';
import { makeFile } from './make-file';
import { readRows } from './read-rows';
import { repairHeader } from './repair-header';
import { type Database, openDatabase } from './sqlite';
import { journalVersion, prepareTables, releaseTables } from './tables';
import { readable } from './text-columns';

/** A damaged journal: where it was put, and what could be read of it. */
export interface Recovery {
  /** The damaged file, untouched. */
  readonly setAside: string;
  /** Changes that stand: up to here the organisation is as it was. */
  readonly entries: number;
  readonly exchanges: number;
  /** Changes that could be read but come after one that could not: they are in the file that was set aside. */
  readonly strayEntries: number;
  /** False where not even the organisation that the journal began with could be read. */
  readonly organisation: boolean;
}

interface SnapshotRow {
  readonly seq: number;
  readonly at: number;
  readonly checksum: string;
  readonly body: string;
}

type Row = Record<string, string | number | null>;

interface Salvage {
  readonly snapshots: readonly SnapshotRow[];
  readonly entries: readonly EntryRow[];
  readonly exchanges: readonly Row[];
}

const companions = ['', '-wal', '-shm'] as const;

/**
 * Puts a damaged journal aside under a name with the time, and starts a new one in its place with what can be read: the newest
 * sound snapshot, the entries on top of it up to the first that is missing, and the log. The damaged file itself is only copied.
 */
export function recoverJournal(path: string, at: number): Recovery {
  const setAside = freeName(path.replace(/\.db$/, `.damaged-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}`));
  move(path, setAside);
  try {
    const salvage = salvageFrom(setAside);
    const kept = whatStands(salvage);
    writeAnew(path, kept);
    return {
      setAside,
      entries: kept.entries.length,
      exchanges: kept.exchanges.reduce((sum, row) => sum + exchangesIn(row), 0),
      strayEntries: salvage.entries.length - kept.entries.length,
      organisation: kept.snapshots.length > 0,
    };
  } catch (error) {
    // A full disk: half of a new journal must not be taken for the whole of it.
    for (const suffix of companions) rmSync(path + suffix, { force: true });
    move(setAside, path);
    throw error;
  }
}

function move(from: string, to: string): void {
  for (const suffix of companions) if (existsSync(from + suffix)) renameSync(from + suffix, to + suffix);
}

function freeName(base: string): string {
  for (let count = 0; ; count += 1) {
    const name = `${base}${count === 0 ? '' : `-${count}`}.db`;
    if (!existsSync(name)) return name;
  }
}

/** From a copy, since opening a file with a write-ahead log writes to it. */
function salvageFrom(damaged: string): Salvage {
  const folder = mkdtempSync(join(tmpdir(), 'scim-preflight-salvage-'));
  try {
    const copyTo = (name: string): string => {
      const copy = join(folder, name);
      for (const suffix of companions) if (existsSync(damaged + suffix)) copyFileSync(damaged + suffix, copy + suffix);
      return copy;
    };
    const read = readAll(copyTo('as-it-is.db'));
    if (read.snapshots.length > 0) return read;
    // Perhaps only the first page is gone, and with it the way to all others; or the end, which SQLite takes for the loss of everything.
    const copy = copyTo('repaired.db');
    repairHeader(copy);
    return readAll(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const nothing: Salvage = { snapshots: [], entries: [], exchanges: [] };

function readAll(path: string): Salvage {
  const opened = openDatabase(path);
  if (!opened.ok) return nothing;
  const database = opened.value;
  try {
    const snapshots = readRows<SnapshotRow>(database, 'snapshots', 'seq', readable('seq, at, checksum, body')).rows;
    const entries = readRows<EntryRow>(database, 'entries', 'seq', readableEntry).rows;
    const exchanges = readRows<Row>(database, 'exchanges', 'id', wholeRow).rows;
    return {
      snapshots: snapshots.filter((row) => typeof row.body === 'string' && checksum(row.body) === row.checksum),
      entries: entries.filter(isSound),
      exchanges: exchanges.filter(isReadable),
    };
  } finally {
    database.close();
  }
}

/** Of the sound snapshots those from which the entries lead on without a gap to the newest one; and the entries that follow. */
function whatStands({ snapshots, entries, exchanges }: Salvage): Salvage {
  const newest = snapshots.at(-1);
  if (newest === undefined) return { snapshots: [], entries: [], exchanges };
  const there = new Set(entries.map((entry) => entry.seq));
  let first = newest.seq;
  while (there.has(first)) first -= 1;
  let last = newest.seq;
  while (there.has(last + 1)) last += 1;
  const kept = snapshots.filter((snapshot) => snapshot.seq >= first);
  const from = kept[0]?.seq ?? newest.seq;
  return { snapshots: kept, entries: entries.filter((entry) => entry.seq > from && entry.seq <= last), exchanges };
}

function writeAnew(path: string, { snapshots, entries, exchanges }: Salvage): void {
  makeFile(path);
  const opened = openDatabase(path);
  if (!opened.ok) throw new Error(opened.error.message);
  const database = opened.value;
  try {
    prepareTables(database);
    database.exec('PRAGMA synchronous = FULL');
    database.exec('BEGIN');
    insertAll(database, 'snapshots', snapshots as readonly unknown[] as readonly Row[]);
    insertAll(database, 'entries', entries as readonly unknown[] as readonly Row[]);
    insertAll(database, 'exchanges', exchanges);
    insertAll(database, 'meta', [{ name: 'version', value: String(journalVersion) }]);
    database.exec('COMMIT');
    releaseTables(database);
  } finally {
    database.close();
  }
}

/** Bytes that were read as an ArrayBuffer are bound as a Buffer. */
const asBound = (value: unknown): unknown => (value instanceof ArrayBuffer ? Buffer.from(value) : (value ?? null));

function insertAll(database: Database, table: string, rows: readonly Row[]): void {
  const first = rows[0];
  if (first === undefined) return;
  const names = Object.keys(first).filter((name) => /^[a-z_]+$/.test(name) && name !== '_metadata');
  const statement = database.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
  for (const row of rows) {
    try {
      statement.run(names.map((name) => asBound(row[name])));
    } catch {
      // A row of the log that broke on the way (a column that must not be empty is): it stays in the file set aside.
    }
  }
}
