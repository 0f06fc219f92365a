import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { DeferredRows } from './deferred-exchanges';
import { isEarlierPack, readEarlierPack } from './earlier-packs';
import { type ExchangeRow, insertRow } from './exchange-row';
import { readRowBytes } from './row-bytes';
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

/** null where it is not as it was written. */
function unpack(bytes: Uint8Array | ArrayBuffer): readonly ExchangeRow[] | null {
  try {
    const rows = brotliDecompressSync(bytes);
    return isEarlierPack(rows) ? readEarlierPack(rows) : readRowBytes(rows);
  } catch {
    return null;
  }
}

/** How many exchanges a row of the table stands for. */
export const exchangesIn = (row: Readonly<Record<string, string | number | null>>): number =>
  row['removal'] === packed ? Number(row['event_count']) : 1;

/** Whether a row of the table can be shown: what it says of itself in JSON, or all that was packed into it. */
export function isReadable(row: Readonly<Record<string, unknown>> | null): boolean {
  if (row === null) return false;
  const { removal, details, people } = row;
  if (removal === packed) return (details instanceof Uint8Array || details instanceof ArrayBuffer) && unpack(details) !== null;
  if (typeof details !== 'string' || typeof people !== 'string') return false;
  try {
    JSON.parse(details);
    return people === '' || Array.isArray(JSON.parse(people));
  } catch {
    return false;
  }
}

export interface Packs {
  /** Returns how many bytes they took. */
  write(rows: DeferredRows): number;
  /** Within a transaction: gives each exchange its row. Returns the rows. */
  layOut(): readonly ExchangeRow[];
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
    write({ count, rows, id, at }) {
      if (count < smallestPack) {
        for (const row of readRowBytes(rows)) add(row);
        return rows.length;
      }
      const bytes = brotliCompressSync(rows, quick);
      insert.run([id, at, count, bytes]);
      some = true;
      return bytes.length;
    },
    layOut() {
      const found = database.prepare(`SELECT id, CAST(details AS BLOB) AS details FROM exchanges WHERE removal = ${packed}`).all() as {
        readonly id: number;
        readonly details: Uint8Array;
      }[];
      const laidOut: ExchangeRow[] = [];
      for (const { id, details } of found) {
        const rows = unpack(details);
        // One that broke on the disk stays hidden as it is.
        if (rows === null) continue;
        database.prepare('DELETE FROM exchanges WHERE id = ?').run(id);
        for (const row of rows) {
          add(row);
          laidOut.push(row);
        }
      }
      some = false;
      return laidOut;
    },
    some: () => some,
  };
}
