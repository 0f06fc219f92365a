import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { DeferredRows } from './deferred-exchanges';
import { type ExchangeRow, insertRow } from './exchange-row';
import { readRowLines } from './row-lines';
import type { Database } from './sqlite';

/**
 * Many exchanges in one row of the log's table, compressed, at the id of the last: a tenth of the work and of the room that rows of
 * their own take. They are laid out as such when somebody looks at the log. Like a removed exchange such a row is hidden by `removal`;
 * 0 is no removal's number.
 */
const packed = 0;
/** Fewer are not worth it. */
const smallestPack = 16;

const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** An earlier version packed all rows as one text of JSON: a list of lists. */
const earlier = '[[';

/** null where it is not as it was written. */
function unpack(bytes: Uint8Array): readonly ExchangeRow[] | null {
  try {
    const lines = brotliDecompressSync(bytes);
    if (lines.toString('latin1', 0, earlier.length) !== earlier) return readRowLines(lines);
    return JSON.parse(lines.toString('utf8')) as readonly ExchangeRow[];
  } catch {
    return null;
  }
}

/** How many exchanges a row of the table stands for. */
export const exchangesIn = (row: Readonly<Record<string, string | number | null>>): number =>
  row['removal'] === packed ? Number(row['event_count']) : 1;

export interface Packs {
  write(rows: DeferredRows): void;
  /** Within a transaction: gives each exchange its row. */
  layOut(): void;
  /** False where it is known that there are none. */
  readonly some: () => boolean;
}

export function createPacks(database: Database): Packs {
  const columns =
    'id, at, method, path, query, status, duration_us, client, people, event_count, effect_count, request_bytes, response_bytes';
  const insert = database.prepare(
    `INSERT INTO exchanges (${columns}, details, removal) VALUES (?, ?, 'GET', '', '', 0, 0, '', '', ?, 0, 0, 0, ?, ${packed})`,
  );
  const add = insertRow(database);
  // Of a journal that was just opened nobody knows; looking for them reads the whole log.
  let some = true;
  return {
    write({ count, lines, id, at }) {
      if (count < smallestPack) {
        for (const row of readRowLines(lines)) add(row);
        return;
      }
      insert.run([id, at, count, brotliCompressSync(lines, quick)]);
      some = true;
    },
    layOut() {
      const found = database.prepare(`SELECT id, details FROM exchanges WHERE removal = ${packed}`).all() as {
        readonly id: number;
        readonly details: Uint8Array;
      }[];
      for (const { id, details } of found) {
        const rows = unpack(details);
        // One that broke on the disk stays hidden as it is.
        if (rows === null) continue;
        database.prepare('DELETE FROM exchanges WHERE id = ?').run(id);
        for (const row of rows) add(row);
      }
      some = false;
    },
    some: () => some,
  };
}
