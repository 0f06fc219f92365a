import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingParts, type TextPart } from '../../../../renderer/components/differing-parts';
import { visibleText } from '../../../../renderer/components/visible-text';

/** `http[s]://a.example`: what differs stands in brackets. */
const marked = (parts: readonly TextPart[]): string => parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

const words = (parts: readonly TextPart[]): string => parts.map(({ text }) => text).join('');
const shared = (parts: readonly TextPart[]): string =>
  parts
    .filter(({ differs }) => !differs)
    .map(({ text }) => text)
    .join('');

describe('the parts in which two texts differ', () => {
  it.each([
    ['https://a.example', 'https://a.example/', 'https://a.example', 'https://a.example[/]'],
    ['urn:App', 'urn:app', 'urn:[A]pp', 'urn:[a]pp'],
    ['same', 'same', 'same', 'same'],
    ['', 'new', '', '[new]'],
    ['aaa', 'aa', 'aa[a]', 'aa'],
    ['👍x', '👎x', '[👍]x', '[👎]x'],
    ['https://a.example/scim', ' http://a.example/scim/Users', 'http[s]://a.example/scim', '[ ]http://a.example/scim[/Users]'],
    ['abcd', 'wxyz', '[abcd]', '[wxyz]'],
  ])('%j and %j are told apart as %s and %s', (first, second, firstMarked, secondMarked) => {
    const parts = differingParts(first, second);
    expect([marked(parts.first), marked(parts.second)]).toEqual([firstMarked, secondMarked]);
  });

  it('give both texts back, and what is not marked is the same on both sides', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '/', ' ', '👍', '\u200b'), maxLength: 40 });
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const parts = differingParts(first, second);
        expect(words(parts.first)).toBe(first);
        expect(words(parts.second)).toBe(second);
        expect(shared(parts.first)).toBe(shared(parts.second));
      }),
    );
  });

  it('are only the middle as a whole where the texts are long', () => {
    const first = `begin ${'ab'.repeat(1000)} end`;
    const second = `begin ${'cd'.repeat(1000)} end`;
    expect(marked(differingParts(first, second).first)).toBe(`begin [${'ab'.repeat(1000)}] end`);
  });
});

describe('invisible characters', () => {
  it('are shown for what they are', () => {
    expect(visibleText('a\u200bb\u00a0c d')).toBe('a[zero-width space]b⍽c·d');
  });
});
