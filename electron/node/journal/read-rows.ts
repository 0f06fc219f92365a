import type { Database } from './sqlite';
import { withExactTexts } from './text-columns';

/** Rows asked for at once. */
const batch = 200;
/** How far ahead the next readable row is looked for, in doubling steps. */
const furthestJump = 1 << 20;

export interface ReadRows<T> {
  readonly rows: readonly T[];
  /** Places at which nothing could be read. */
  readonly faults: number;
}

interface Portion {
  readonly rows: readonly object[];
  /** The last id that was met; null where there was none. */
  readonly last: number | null;
  /** Why it ended there. */
  readonly end: 'full' | 'no-more' | 'unreadable';
}

/**
 * All rows of a damaged table that can be read, by ascending `id`; `columns` are `readable` ones. Where a page is unreadable, the rows
 * behind it are looked for one, two, four … ids further on, and from the end backwards.
 */
export function readRows<T extends object>(database: Database, table: string, id: string, columns: string): ReadRows<T> {
  const found = new Map<number, T>();
  let faults = 0;

  const take = (row: object): void => {
    const texts = withExactTexts<T>(row);
    if (texts === null) faults += 1;
    else found.set(idOf(texts, id), texts);
  };

  /** A whole batch, or, where that fails, each row by itself. */
  const next = (direction: 'ASC' | 'DESC', at: number): Portion => {
    const beyond = `FROM ${table} WHERE ${id} ${direction === 'ASC' ? '>' : '<'} ? ORDER BY ${id} ${direction} LIMIT`;
    try {
      const rows = database.prepare(`SELECT ${columns} ${beyond} ${batch}`).all(at) as object[];
      const ids = rows.map((row) => idOf(row, id));
      if (inOrder(direction, [at, ...ids])) return { rows, last: ids.at(-1) ?? null, end: rows.length < batch ? 'no-more' : 'full' };
    } catch {
      // Told of by the rows one by one.
    }
    return eachOf(direction, beyond, at);
  };

  /** The binding reads a hundred rows ahead, and tells of a fault among them before it has given any. */
  const eachOf = (direction: 'ASC' | 'DESC', beyond: string, at: number): Portion => {
    const rows: object[] = [];
    let last: number | null = null;
    try {
      const one = database.prepare(`SELECT ${columns} FROM ${table} WHERE ${id} = ?`);
      const following = database.prepare(`SELECT ${id} AS id ${beyond} 1`);
      for (let count = 0; count < batch; count += 1) {
        const row = following.get(last ?? at) as { readonly id: number } | undefined;
        if (row === undefined) return { rows, last, end: 'no-more' };
        if (!inOrder(direction, [last ?? at, row.id])) return { rows, last, end: 'unreadable' };
        last = row.id;
        try {
          const whole = one.get(last) as object | undefined;
          if (whole === undefined) faults += 1;
          else rows.push(whole);
        } catch {
          faults += 1;
        }
      }
      return { rows, last, end: 'full' };
    } catch {
      return { rows, last, end: 'unreadable' };
    }
  };

  const walk = (direction: 'ASC' | 'DESC', from: number): void => {
    const step = direction === 'ASC' ? 1 : -1;
    let at = from;
    for (let jump = 1; jump <= furthestJump; ) {
      const { rows, last, end } = next(direction, at);
      for (const row of rows) take(row);
      if (end === 'no-more') return;
      if (last !== null) {
        at = last;
        jump = 1;
        if (direction === 'DESC' && found.has(at - 1)) return;
      }
      if (end === 'full') continue;
      faults += 1;
      at += step * jump;
      jump *= 2;
    }
  };

  walk('ASC', -1);
  if (faults > 0) walk('DESC', Number.MAX_SAFE_INTEGER);
  return { rows: [...found].sort(([a], [b]) => a - b).map(([, row]) => row), faults };
}

/** In a broken tree one row may lead to another that was there before, and so on for ever. */
const inOrder = (direction: 'ASC' | 'DESC', ids: readonly number[]): boolean =>
  ids.every((id, at) => at === 0 || (direction === 'ASC' ? id > Number(ids[at - 1]) : id < Number(ids[at - 1])));

const idOf = (row: object, id: string): number => Number((row as Record<string, unknown>)[id]);
