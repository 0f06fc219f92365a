import { describe, expect, it } from 'vitest';
import { differingPart } from '../../../../renderer/components/differing-part';
import { visibleText } from '../../../../renderer/components/visible-text';

describe('the part in which two texts differ', () => {
  it.each([
    ['https://a.example', 'https://a.example/', { before: 'https://a.example', first: '', second: '/', after: '' }],
    ['urn:App', 'urn:app', { before: 'urn:', first: 'A', second: 'a', after: 'pp' }],
    ['same', 'same', { before: 'same', first: '', second: '', after: '' }],
    ['', 'new', { before: '', first: '', second: 'new', after: '' }],
    ['aaa', 'aa', { before: 'aa', first: 'a', second: '', after: '' }],
    ['👍x', '👎x', { before: '', first: '👍', second: '👎', after: 'x' }],
  ])('%j and %j', (first, second, part) => {
    expect(differingPart(first, second)).toEqual(part);
  });
});

describe('invisible characters', () => {
  it('are shown for what they are', () => {
    expect(visibleText('a\u200bb\u00a0c d')).toBe('a[zero-width space]b⍽c·d');
  });
});
