import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import Libsql from 'libsql';
import { expect, test } from 'vitest';
import { createPacks } from '../../../../../electron/node/journal/exchange-pack';
import type { ExchangeRow } from '../../../../../electron/node/journal/exchange-row';
import { RowLines, readRowLines } from '../../../../../electron/node/journal/row-lines';
import { prepareTables } from '../../../../../electron/node/journal/tables';

const text = fc.string({ unit: 'binary', maxLength: 20 });
const long = fc.oneof(text, fc.constantFrom('', '\n', '[[', '{"a":"b"}\n', '💥\n"\\', 'é'.repeat(70_000)));
const rows: fc.Arbitrary<ExchangeRow[]> = fc.array(
  fc
    .tuple(fc.nat(), text, fc.option(text), fc.option(long), fc.option(long), long)
    .map(([id, query, group, request, response, details]) => [
      ...[id, 1_800_000_000_000, 'GET', '/Users', query, 200, 12, null, 'client', '', group, 0, 0, 5, 7, 0],
      ...[request, response, details, null],
    ]),
  { maxLength: 30 },
);

test('rows that were added are read again as they were, also after others were taken', () => {
  const lines = new RowLines();
  fc.assert(
    fc.property(rows, (given) => {
      for (const row of given) lines.add(row);
      expect(readRowLines(lines.take())).toEqual(given);
      expect(lines.bytes).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('a pack of an earlier version, one list of lists, is laid out as well', () => {
  const database = new Libsql(':memory:');
  prepareTables(database);
  const old = Array.from(
    { length: 20 },
    (_, at): ExchangeRow => [
      ...[at + 1, 5, 'GET', `/Users/${at}`, '', 200, 1, null, 'client', '', null, 0, 0, 0, 2, 0],
      ...[null, '{}', '{"effects":[]}', null],
    ],
  );
  const columns =
    'id, at, method, path, query, status, duration_us, client, people, event_count, effect_count, request_bytes, response_bytes, details, removal';
  database
    .prepare(`INSERT INTO exchanges (${columns}) VALUES (20, 5, 'GET', '', '', 0, 0, '', '', 20, 0, 0, 0, ?, 0)`)
    .run([brotliCompressSync(JSON.stringify(old))]);
  createPacks(database).layOut();
  const found = database.prepare('SELECT id, path, response_text, removal FROM exchanges ORDER BY id').all();
  expect(found).toEqual(old.map((row) => ({ id: row[0], path: row[3], response_text: '{}', removal: null })));
  database.close();
});
