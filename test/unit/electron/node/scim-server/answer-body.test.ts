import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnswerBody,
  AnswerWriter,
  asAscii,
  beginningOf,
  byteLengthOf,
  textOf,
} from '../../../../../electron/node/scim-server/answer-body';
import { KeptTexts } from '../../../../../electron/node/scim-server/kept-texts';

/** Characters of one to four bytes; some texts are long enough to be encoded at once. */
const character = fc.constantFrom('a', '"', 'é', 'ÿ', 'Ā', '€', '漢', '💥');
const text = fc.oneof(
  fc.string({ unit: character, maxLength: 20 }),
  fc.tuple(fc.constantFrom('a', 'é', '漢', '💥'), fc.integer({ min: 1000, max: 6000 })).map(([one, times]) => one.repeat(times)),
);
const pieces = fc.array(text.map((whole) => Buffer.from(whole))).map((list) => ({
  pieces: list,
  bytes: list.reduce((sum, piece) => sum + piece.length, 0),
}));
const part: fc.Arbitrary<AnswerBody> = fc.oneof(text, text.map(asAscii), pieces);

describe('an answer put together of texts and pieces', () => {
  test('is what its parts are one after the other, with their bytes and their beginning', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.nat({ max: 9000 }), (parts, characters) => {
        const writer = new AnswerWriter();
        for (const one of parts) writer.add(one);
        const body = writer.done();
        const whole = parts.map(textOf).join('');
        expect(textOf(body)).toBe(whole);
        expect(byteLengthOf(body)).toBe(Buffer.byteLength(whole));
        expect(beginningOf(body, characters)).toEqual({ text: whole.slice(0, characters), truncated: whole.length > characters });
      }),
      { numRuns: 500 },
    );
  });
});

describe('texts that are kept', () => {
  test('a text that is forgotten does not come back, however old it is', () => {
    const kept = new KeptTexts();
    kept.set(1, 'old');
    for (let id = 2; id < 9000; id += 1) kept.set(id, 'x');
    expect(kept.get(1)).toBe('old');
    kept.forget(1);
    expect(kept.get(1)).toBeUndefined();
  });

  test('what nobody asks for goes, what is asked for stays', () => {
    const kept = new KeptTexts();
    kept.set(0, 'asked for');
    kept.set(1, 'never again');
    for (let id = 2; id < 100_000; id += 1) {
      kept.set(id, 'x');
      kept.get(0);
    }
    expect(kept.get(0)).toBe('asked for');
    expect(kept.get(1)).toBeUndefined();
  });
});
