import type { Database } from './sqlite';

/** Rows asked for at once; a page that cannot be read costs at most this many of its neighbours a second question. */
const batch = 200;
/** How far ahead the next readable row is looked for, in doubling steps. */
const furthestJump = 1 << 20;

export interface ReadRows<T> {
  readonly rows: readonly T[];
  /** Ids at which nothing could be read. */
  readonly faults: number;
}

/**
 * All rows of a damaged table that can be read, by ascending `id`: where a page is unreadable, the rows behind it are looked for
 * one, two, four … ids further on, and from the end backwards.
 */
export function readRows<T extends object>(database: Database, table: string, id: string, columns: string): ReadRows<T> {
  const found = new Map<number, T>();
  let faults = 0;
  const take = (direction: 'ASC' | 'DESC', from: number): void => {
    const sign = direction === 'ASC' ? '>' : '<';
    let at = from;
    let jump = 1;
    for (;;) {
      const read = attempt<T>(database, `SELECT ${columns} FROM ${table} WHERE ${id} ${sign} ? ORDER BY ${id} ${direction} LIMIT `, at);
      for (const row of read.rows) found.set(idOf(row, id), row);
      const last = read.rows.at(-1);
      if (read.whole) {
        if (last === undefined || read.rows.length < batch) return;
        at = idOf(last, id);
        jump = 1;
        if (direction === 'DESC' && found.has(at - 1)) return;
        continue;
      }
      faults += 1;
      if (jump > furthestJump) return;
      if (last !== undefined) {
        at = idOf(last, id);
        jump = 1;
      }
      at += direction === 'ASC' ? jump : -jump;
      jump *= 2;
    }
  };
  take('ASC', -1);
  if (faults > 0) take('DESC', Number.MAX_SAFE_INTEGER);
  return { rows: [...found].sort(([a], [b]) => a - b).map(([, row]) => row), faults };
}

const idOf = (row: object, id: string): number => Number((row as Record<string, unknown>)[id]);

/** A whole batch, or, where that fails, row by row up to the fault. */
function attempt<T>(database: Database, sql: string, at: number): { readonly rows: readonly T[]; readonly whole: boolean } {
  try {
    return { rows: database.prepare(`${sql}${batch}`).all(at) as T[], whole: true };
  } catch {
    const rows: T[] = [];
    try {
      for (const row of database.prepare(`${sql}${batch}`).iterate(at) as Iterable<T>) rows.push(row);
    } catch {
      // What came before the fault counts.
    }
    return { rows, whole: false };
  }
}
