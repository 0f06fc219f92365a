import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseByGrammar, parseFilter } from '../../shared/scim/filter/parse-filter';
import { maximumFilterLength } from '../../shared/scim/filter/scanner';

/** Close to `userName eq "…"`, on both sides of what the shortcut takes. */
const name = fc.oneof(
  fc.constantFrom(
    'userName',
    'USERNAME',
    'externalId',
    '$ref',
    'not',
    'pr',
    'eq',
    'true',
    'a-b_1',
    'name.familyName',
    'urn:x:User:userName',
    '1a',
    'é',
    '',
  ),
  fc.string({ unit: fc.constantFrom('a', 'Z', '$', '-', '_', '9', '.', ':', 'é'), maxLength: 5 }),
);
const space = fc.constantFrom(' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', '  ', '\t', '', '\u00a0');
const operator = fc.constantFrom('eq', 'eq', 'eq', 'EQ', 'ne', 'pr', 'eqq');
const value = fc.oneof(
  fc.string({
    unit: fc.oneof(
      fc.constantFrom('"', '\\', '\n', '\t', '\u0000', '\u001f', '\u007f', '(', ']', 'é', '💥'),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
    maxLength: 8,
  }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const quote = fc.constantFrom('"', '"', '"', '', "'");
const around = fc.constantFrom('', '', '', '', '', '', '', '', '', '', '', '', ' ', '(', ')', ' and a pr', ' or');

test('a plain equality is read to the filter, or refused with the words, that the whole grammar gives', () => {
  let equalities = 0;
  fc.assert(
    fc.property(fc.tuple(around, name, space, operator, space, quote, value, quote, around), (parts) => {
      const text = parts.join('');
      const read = parseFilter(text);
      expect(read).toEqual(parseByGrammar(text));
      if (read.ok && read.value.kind === 'compare' && typeof read.value.value === 'string') equalities += 1;
    }),
    { numRuns: 20_000 },
  );
  // Otherwise the sentences above were about refusals alone.
  expect(equalities).toBeGreaterThan(500);
});

test.each([maximumFilterLength, maximumFilterLength + 1])(
  'a value that makes the filter %i characters long is treated the same',
  (length) => {
    const frame = 'userName eq ""'.length;
    const text = `userName eq "${'x'.repeat(length - frame)}"`;
    expect(text).toHaveLength(length);
    expect(parseFilter(text)).toEqual(parseByGrammar(text));
  },
);
