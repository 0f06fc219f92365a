import { crc32 } from './crc32';
import type { Change, JournalEntry } from './journal';
import { type Database, JournalDamage } from './sqlite';
import { readable, withTexts } from './text-columns';

export interface EntryRow {
  readonly seq: number;
  readonly at: number;
  readonly exchange_id: number | null;
  readonly crc: number;
  readonly body: string;
}

const entryColumns = 'seq, at, exchange_id, crc, body';
/** To be read with `withTexts`. */
export const readableEntry = readable(entryColumns);

export function insertEntry(database: Database): (entry: JournalEntry) => void {
  const statement = database.prepare(`INSERT INTO entries (${entryColumns}) VALUES (?, ?, ?, ?, ?)`);
  return ({ seq, at, exchangeId, events, attributes }) => {
    const body = JSON.stringify({ events, attributes });
    statement.run([seq, at, exchangeId, crc32(body), body]);
  };
}

export const isSound = (row: EntryRow): boolean => typeof row.body === 'string' && crc32(row.body) === row.crc;

export const readEntry = (row: EntryRow): JournalEntry => ({
  seq: row.seq,
  at: row.at,
  exchangeId: row.exchange_id,
  ...(JSON.parse(row.body) as Change),
});

/** In order and without a gap: each as it was written. */
export function* readEntries(database: Database, after: number): Generator<JournalEntry> {
  let last = after;
  const rows = database.prepare(`SELECT ${readableEntry} FROM entries WHERE seq > ? ORDER BY seq`).iterate(after) as Iterable<object>;
  for (const bytes of rows) {
    const row = withTexts<EntryRow>(bytes);
    if (row.seq !== last + 1) throw new JournalDamage(`entry ${last + 1} is missing`);
    if (!isSound(row)) throw new JournalDamage(`entry ${row.seq} is not as it was written`);
    last = row.seq;
    yield readEntry(row);
  }
}
