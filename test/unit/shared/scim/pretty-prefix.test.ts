import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prettyPrefix } from '../../../../shared/scim/pretty-prefix';

test('a whole JSON text is laid out as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(prettyPrefix(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test('the beginning of one keeps every character but white space between strings', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(200), (value, length) => {
      const text = JSON.stringify(value).slice(0, length);
      expect(prettyPrefix(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
