import type { MirrorExchange, MirrorLog } from '../../../shared/mirror/mirror-exchange';
import type { ExchangeQuery, Removal } from '../../../shared/scim/exchange';
import { type FullRow, readExchange, readSummary, type SummaryRow, summaryColumns } from './exchange-row';
import type { Database } from './sqlite';
import { readable, withTexts } from './text-columns';

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Part of a text without case, its own % and _ meaning themselves. */
const contains = (column: string, part: string): Condition => ({
  sql: `${column} LIKE ? ESCAPE '\\'`,
  values: [`%${part.replaceAll(/[\\%_]/g, '\\$&')}%`],
});

/** A query as conditions; each filter is one line. */
function conditions(query: Omit<ExchangeQuery, 'limit'>): Condition {
  const found: Condition[] = [{ sql: 'removal IS NULL', values: [] }];
  const add = (sql: string, ...values: (string | number)[]): void => {
    found.push({ sql, values });
  };
  if (query.before !== undefined) add('id < ?', query.before);
  if (query.after !== undefined) add('id > ?', query.after);
  if (query.methods !== undefined) add(`method IN (${query.methods.map(() => '?').join(', ')})`, ...query.methods);
  if (query.minStatus !== undefined) add('status >= ?', query.minStatus);
  if (query.maxStatus !== undefined) add('status <= ?', query.maxStatus);
  if (query.pathContains !== undefined) found.push(contains("path || '?' || query", query.pathContains));
  if (query.personContains !== undefined) found.push(contains('people', query.personContains));
  if (query.groupContains !== undefined) found.push(contains("coalesce(group_name, '')", query.groupContains));
  if (query.clientContains !== undefined) found.push(contains('client', query.clientContains));
  if (query.bodyContains !== undefined)
    found.push(contains("coalesce(request_text, '') || char(10) || coalesce(response_text, '')", query.bodyContains));
  if (query.pinned !== undefined) add('pinned = ?', query.pinned ? 1 : 0);
  if (query.changing !== undefined) add(query.changing ? 'effect_count > 0' : 'effect_count = 0');
  if (query.minDurationMs !== undefined) add('duration_us >= ?', Math.round(query.minDurationMs * 1000));
  return { sql: found.map((condition) => condition.sql).join(' AND '), values: found.flatMap((condition) => condition.values) };
}

const fullSelect = `SELECT ${readable(`${summaryColumns}, request_text, response_text, details`, 'x.')}, CAST(e.body AS BLOB) AS events
  FROM exchanges x LEFT JOIN entries e ON e.seq = x.entry_seq WHERE x.removal IS NULL AND x.id = ?`;

/**
 * The log over its table. Reading costs what it shows; a total counts the matching rows once. `settle` is called before each look, and
 * puts what is still on its way into the table.
 */
export function createExchangeLog(database: Database, settle: () => void): MirrorLog {
  let removals = 0;

  const remove = (where: string, values: readonly number[]): Removal => {
    // Only the last removal can be undone: what earlier ones hid goes now.
    database.exec('DELETE FROM exchanges WHERE removal IS NOT NULL');
    removals += 1;
    const removalId = removals;
    const { changes } = database.prepare(`UPDATE exchanges SET removal = ? WHERE ${where}`).run([removalId, ...values]);
    return { removalId, count: changes };
  };

  const get = (id: number): MirrorExchange | null => {
    const row = database.prepare(fullSelect).get(id) as object | undefined;
    return row === undefined ? null : readExchange(withTexts<FullRow>(row));
  };

  const settled = <T>(work: () => T): T => {
    settle();
    return work();
  };

  const log: MirrorLog = {
    list(query) {
      const { sql, values } = conditions(query);
      const rows = database
        .prepare(`SELECT ${readable(summaryColumns)} FROM exchanges WHERE ${sql} ORDER BY id DESC LIMIT ?`)
        .all([...values, query.limit + 1]) as object[];
      const { before: _, ...all } = query;
      const counted = conditions(all);
      const { total } = database.prepare(`SELECT count(*) AS total FROM exchanges WHERE ${counted.sql}`).get(counted.values) as {
        total: number;
      };
      const page = rows.slice(0, query.limit);
      return {
        exchanges: page.map((row) => readSummary(withTexts<SummaryRow>(row))),
        total,
        nextBefore: rows.length > query.limit ? ((page.at(-1) as SummaryRow | undefined)?.id ?? null) : null,
      };
    },
    get,
    read: (ids) =>
      [...ids]
        .sort((a, b) => a - b)
        .map(get)
        .filter((exchange) => exchange !== null),
    ids(query) {
      const { sql, values } = conditions(query);
      const rows = database.prepare(`SELECT id FROM exchanges WHERE ${sql} ORDER BY id`).all(values) as { id: number }[];
      return rows.map((row) => row.id);
    },
    pin(id, pinned) {
      database.prepare('UPDATE exchanges SET pinned = ? WHERE id = ?').run([pinned ? 1 : 0, id]);
    },
    remove: (ids) => remove('removal IS NULL AND id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)] as unknown as number[]),
    clear: () => remove('removal IS NULL AND pinned = 0', []),
    undo: (removalId) => database.prepare('UPDATE exchanges SET removal = NULL WHERE removal = ?').run(removalId).changes,
  };
  return {
    list: (query) => settled(() => log.list(query)),
    get: (id) => settled(() => log.get(id)),
    read: (ids) => settled(() => log.read(ids)),
    ids: (query) => settled(() => log.ids(query)),
    pin: (id, pinned) => settled(() => log.pin(id, pinned)),
    remove: (ids) => settled(() => log.remove(ids)),
    clear: () => settled(() => log.clear()),
    undo: (removalId) => settled(() => log.undo(removalId)),
  };
}
