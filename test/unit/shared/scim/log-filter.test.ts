import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LogFilter, parseLogFilter, printLogFilter } from '../../../../shared/scim/log-filter';

test.each<[string, LogFilter]>([
  ['', {}],
  ['   ', {}],
  ['status>=400', { minStatus: 400 }],
  ['status>400', { minStatus: 401 }],
  ['status<=299', { maxStatus: 299 }],
  ['status<300', { maxStatus: 299 }],
  ['status=409', { minStatus: 409, maxStatus: 409 }],
  ['status=4xx', { minStatus: 400, maxStatus: 499 }],
  ['status>=400 status<500', { minStatus: 400, maxStatus: 499 }],
  ['method=patch', { methods: ['PATCH'] }],
  ['method=POST,PUT', { methods: ['POST', 'PUT'] }],
  ['path~Groups', { pathContains: 'Groups' }],
  ['user=ann@acme.example', { personContains: 'ann@acme.example' }],
  ['group~eng-', { groupContains: 'eng-' }],
  ['body~"\\"active\\": false"', { bodyContains: '"active": false' }],
  ['client~virtual', { clientContains: 'virtual' }],
  ['ms>=50', { minDurationMs: 50 }],
  ['ms>50', { minDurationMs: 51 }],
  ['is=pinned is=changing', { pinned: true, changing: true }],
  ['404', { minStatus: 404, maxStatus: 404 }],
  ['5xx', { minStatus: 500, maxStatus: 599 }],
  ['DELETE', { methods: ['DELETE'] }],
  ['ann@acme.example', { personContains: 'ann@acme.example' }],
  ['Groups/50001', { pathContains: 'Groups/50001' }],
  ['"two words"', { pathContains: 'two words' }],
  [
    'status>=400 method=PATCH path~Groups user=ann@acme.example',
    { minStatus: 400, methods: ['PATCH'], pathContains: 'Groups', personContains: 'ann@acme.example' },
  ],
])('%j', (expression, filter) => {
  expect(parseLogFilter(expression)).toEqual({ ok: true, value: filter });
});

describe('what is not understood is named with its place', () => {
  test.each([
    ['stauts=400', 0, 10, '"stauts" is not a field'],
    ['path~a stauts=400', 7, 10, '"stauts" is not a field'],
    ['status=ok', 0, 9, 'Expected a status'],
    ['status=600', 0, 10, 'Expected a status'],
    ['status~4', 0, 8, 'does not go with "~"'],
    ['method=FETCH', 0, 12, 'Expected one of GET'],
    ['path~a path~b', 7, 6, 'once only'],
    ['path~', 0, 5, 'a text behind it'],
    ['ms>=fast', 0, 8, 'whole number'],
    ['is=nice', 0, 7, 'pinned'],
    ['path~"open', 5, 5, 'not closed'],
    ['constructor=1', 0, 13, 'not a field'],
  ])('%s', (expression, at, length, message) => {
    const parsed = parseLogFilter(expression);
    expect(parsed).toMatchObject({ ok: false, error: { at, length, message: expect.stringContaining(message) } });
  });
});

const words = fc.string({ minLength: 1, maxLength: 20 });
const filters: fc.Arbitrary<LogFilter> = fc.record(
  {
    minStatus: fc.integer({ min: 100, max: 599 }),
    maxStatus: fc.integer({ min: 100, max: 599 }),
    methods: fc.uniqueArray(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'), { minLength: 1 }),
    pathContains: words,
    personContains: words,
    groupContains: words,
    bodyContains: words,
    clientContains: words,
    minDurationMs: fc.integer({ min: 0, max: 1e6 }),
    pinned: fc.constant(true),
    changing: fc.constant(true),
  },
  { requiredKeys: [] },
);

test('every filter is read as it was printed', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(parseLogFilter(printLogFilter(filter))).toEqual({ ok: true, value: filter });
    }),
  );
});

test('any text is either read or refused, within the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'status=<>~"\\ 4x@ann'), maxLength: 40 }), (expression) => {
      const parsed = parseLogFilter(expression);
      if (!parsed.ok) expect(parsed.error.at + parsed.error.length).toBeLessThanOrEqual(expression.length);
    }),
  );
});
