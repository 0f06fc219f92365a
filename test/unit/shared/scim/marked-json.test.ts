import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MarkedLine, markJson } from '../../../../shared/scim/marked-json';
import { markRequest } from '../../../../shared/scim/marked-request';

const shown = (lines: readonly MarkedLine[]): readonly string[] =>
  lines.map((line) => `${line.mark[0]} ${' '.repeat(line.depth)}${line.text}`);
const marked = (lines: readonly MarkedLine[]): readonly string[] =>
  lines.filter((line) => line.mark !== 'same').map((line) => `${line.mark} ${line.text}`);

test('changed, added and removed attributes are marked, the others are not', () => {
  const before = { id: '1', active: true, name: { givenName: 'Ann' }, gone: 1 };
  const after = { id: '1', active: false, name: { givenName: 'Ann', familyName: 'Lee' } };
  expect(shown(markJson(after, before))).toEqual([
    's {',
    's  "id": "1",',
    'c  "active": false,',
    's  "name": {',
    's   "givenName": "Ann",',
    'a   "familyName": "Lee"',
    's  }',
    'r  "gone": 1',
    's }',
  ]);
});

test('members are the same by their id, not by their place; long unchanged runs are one line', () => {
  const members = (ids: readonly number[]) => ({ members: ids.map((id) => ({ value: String(id) })) });
  const all = Array.from({ length: 10_000 }, (_, id) => id);
  const lines = markJson(members([...all.slice(0, 500), ...all.slice(501), 77_777]), members(all));
  expect(lines.length).toBeLessThan(30);
  expect(marked(lines)).toEqual(['added {', 'added "value": "77777"', 'added }', 'removed {', 'removed "value": "500"', 'removed }']);
  expect(lines.some((line) => line.text === '… 9,997 more')).toBe(true);
});

test('with nothing to compare with, nothing is marked', () => {
  expect(marked(markJson({ a: [1, { b: null }] }))).toEqual([]);
});

test('a value compared with itself has no mark, whatever it is; unmarked short values print as JSON does', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(marked(markJson(value, value))).toEqual([]);
    }),
  );
  const value = { a: [1, 2, { b: 'x' }], c: {}, d: [] };
  expect(
    markJson(value)
      .map((line) => '  '.repeat(line.depth) + line.text)
      .join('\n'),
  ).toBe(JSON.stringify(value, null, 2));
});

describe('a request beside its answer', () => {
  test('a PUT whose name the vendor ignores', () => {
    const request = { userName: 'ann@acme.example', name: { givenName: 'Anna' }, active: true };
    const response = { id: '1', userName: 'ann@acme.example', name: { givenName: 'Ann' }, active: true, meta: {} };
    expect(marked(markRequest(request, response))).toEqual(['ignored "givenName": "Anna"']);
  });

  const patch = (op: string, path: string, value: unknown) => ({ schemas: ['x'], Operations: [{ op, path, value }] });

  test.each([
    ['applied', patch('replace', 'active', false), { id: '1', active: false }, ['changed "value": false']],
    ['applied, as text', patch('Replace', 'active', 'False'), { id: '1', active: false }, ['changed "value": "False"']],
    ['ignored', patch('replace', 'name.givenName', 'Anna'), { id: '1', name: { givenName: 'Ann' } }, ['ignored "value": "Anna"']],
    [
      'applied in an extension',
      patch('replace', 'urn:x:2.0:User:OrganizationRole', 'Admin'),
      { id: '1', 'urn:x:2.0:User': { OrganizationRole: 'Admin' } },
      ['changed "value": "Admin"'],
    ],
    [
      'a member that was not added',
      patch('add', 'members', [{ value: '7' }]),
      { id: '1', members: [] },
      ['ignored "value": [', 'ignored "value": "7"'],
    ],
    [
      'a member that was removed',
      patch('remove', 'members', [{ value: '7' }]),
      { id: '1', members: [{ value: '8' }] },
      ['changed "value": [', 'changed "value": "7"'],
    ],
    ['no answer to compare with', patch('replace', 'active', false), undefined, ['changed "value": false']],
  ])('a PATCH: %s', (_, request, response, marks) => {
    expect(marked(markRequest(request, response)).filter((line) => !line.endsWith(' {'))).toEqual(marks);
  });
});
