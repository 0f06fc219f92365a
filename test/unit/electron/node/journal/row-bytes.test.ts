import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import Libsql from 'libsql';
import { expect, test } from 'vitest';
import { createPacks } from '../../../../../electron/node/journal/exchange-pack';
import type { ExchangeRow } from '../../../../../electron/node/journal/exchange-row';
import { RowBytes, readRowBytes } from '../../../../../electron/node/journal/row-bytes';
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
  const bytes = new RowBytes();
  fc.assert(
    fc.property(rows, (given) => {
      for (const row of given) bytes.add(row);
      expect(readRowBytes(bytes.take())).toEqual(given);
      expect(bytes.bytes).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('bytes that are no rows are told apart', () => {
  const bytes = new RowBytes();
  bytes.add(oldRows[0] as ExchangeRow);
  const taken = bytes.take();
  for (const length of [0, 7, 8, 100, taken.length - 1]) expect(() => readRowBytes(taken.subarray(0, length))).toThrow();
  expect(() => readRowBytes(Buffer.concat([taken, Buffer.from('x')]))).toThrow();
});

const oldRows = Array.from(
  { length: 20 },
  (_, at): ExchangeRow => [
    ...[at + 1, 5, 'GET', `/Users/${at}`, 'count=1', 200, 1, null, 'client', '', null, 0, 0, 0, 5, 0],
    ...[null, '{"é\n"}', '{"effects":[]}', null],
  ],
);

/** As it was written then: long texts behind their line, their lengths in it. */
const line = (row: ExchangeRow): string =>
  `${JSON.stringify(row.map((value, column) => (column >= 16 && typeof value === 'string' ? value.length : value)))}\n${row[17]}${row[18]}`;

test.each([
  ['one list of lists', JSON.stringify(oldRows)],
  ['a line of JSON a row, with its texts', oldRows.map(line).join('')],
])('a pack of an earlier version, %s, is laid out as well', (_, packed) => {
  const database = new Libsql(':memory:');
  prepareTables(database);
  const columns =
    'id, at, method, path, query, status, duration_us, client, people, event_count, effect_count, request_bytes, response_bytes, details, removal';
  database
    .prepare(`INSERT INTO exchanges (${columns}) VALUES (20, 5, 'GET', '', '', 0, 0, '', '', 20, 0, 0, 0, ?, 0)`)
    .run([brotliCompressSync(packed)]);
  createPacks(database).layOut();
  const found = database.prepare('SELECT id, path, query, response_text, details, removal FROM exchanges ORDER BY id').all();
  expect(found).toEqual(
    oldRows.map((row) => ({ id: row[0], path: row[3], query: row[4], response_text: row[17], details: row[18], removal: null })),
  );
  database.close();
});
