import { checksum } from './checksum';
import { type EntryRow, isSound, readableEntry } from './entry-row';
import { isReadable } from './exchange-pack';
import { wholeRow } from './exchange-row';
import { type Database, storageFault } from './sqlite';
import { readable, withExactTexts, withTexts } from './text-columns';

/** What is read in one step: some milliseconds. */
const rowsAtOnce = 200;

export interface CheckProgress {
  /** Records read so far, of about so many. */
  readonly done: number;
  readonly total: number;
}

/** Yields how many records it has read; returns the first damage in words, null where there is none. */
type Reading = Generator<number, string | null>;

/**
 * Reads every record of the journal once, compares it with its sum, and at the end has SQLite look at the structure of the file. Step
 * by step, so that requests are answered meanwhile and the check can be left; only the last step takes as long as the file is large
 * (2 ms a megabyte). Returns the first damage, in words; null where there is none.
 */
export function* checkJournal(database: Database): Generator<CheckProgress, string | null> {
  try {
    const total = span(database, 'entries', 'seq') + span(database, 'exchanges', 'id') + span(database, 'snapshots', 'seq', 'count(*)');
    let before = 0;
    for (const read of [readSnapshots, readEntries, readExchanges]) {
      let done = before;
      const reading = read(database);
      let step = reading.next();
      for (; step.done !== true; step = reading.next()) {
        done = before + step.value;
        yield { done: Math.min(done, total), total };
      }
      if (step.value !== null) return step.value;
      before = done;
    }
    const [row] = database.prepare('PRAGMA quick_check(1)').all() as { readonly quick_check: string }[];
    return row === undefined || row.quick_check === 'ok' ? null : row.quick_check;
  } catch (error) {
    const { code, message } = storageFault(error);
    return `${code}: ${message}`;
  }
}

const span = (database: Database, table: string, key: string, size = `coalesce(max(${key}) - min(${key}) + 1, 0)`): number =>
  (database.prepare(`SELECT ${size} AS size FROM ${table}`).get() as { size: number }).size;

function* readSnapshots(database: Database): Reading {
  let done = 0;
  for (const { seq } of database.prepare('SELECT seq FROM snapshots ORDER BY seq').all() as { readonly seq: number }[]) {
    const bytes = database.prepare(`SELECT ${readable('checksum, body')} FROM snapshots WHERE seq = ?`).get(seq) as object | undefined;
    // One that gave way to a newer one since is no damage.
    const row = bytes === undefined ? null : withTexts<{ readonly checksum: string; readonly body: string | null }>(bytes);
    if (row !== null && (row.body === null || checksum(row.body) !== row.checksum))
      return `the snapshot at change ${seq} is not as it was written`;
    done += 1;
    yield done;
  }
  return null;
}

function* readEntries(database: Database): Reading {
  const first = (database.prepare('SELECT min(seq) AS seq FROM entries').get() as { seq: number | null }).seq ?? 1;
  const next = database.prepare(`SELECT ${readableEntry} FROM entries WHERE seq > ? ORDER BY seq LIMIT ${rowsAtOnce}`);
  let seq = first - 1;
  for (;;) {
    const rows = (next.all(seq) as object[]).map((row) => withTexts<EntryRow>(row));
    if (rows.length === 0) return null;
    for (const row of rows) {
      if (row.seq !== seq + 1) return `change ${seq + 1} is missing`;
      if (!isSound(row)) return `change ${row.seq} is not as it was written`;
      seq = row.seq;
    }
    yield seq - first + 1;
  }
}

function* readExchanges(database: Database): Reading {
  const first = (database.prepare('SELECT min(id) AS id FROM exchanges').get() as { id: number | null }).id ?? 1;
  const next = database.prepare(`SELECT ${wholeRow} FROM exchanges WHERE id > ? ORDER BY id LIMIT ${rowsAtOnce}`);
  let id = first - 1;
  for (;;) {
    const rows = next.all(id) as { readonly id: number }[];
    const last = rows.at(-1);
    if (last === undefined) return null;
    const broken = rows.find((row) => !isReadable(withExactTexts(row)));
    if (broken !== undefined) return `request ${broken.id} of the log is not as it was written`;
    id = last.id;
    yield id - first + 1;
  }
}
