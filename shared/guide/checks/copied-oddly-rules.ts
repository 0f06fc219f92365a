import { isPlaceholder } from './placeholder-rule';
import { mechanical } from './rule';

/** Damage that a keyboard, an address bar or a second press of Paste does. */

/** The full-width forms of Unicode, and the full stop that goes with them: as an East Asian input method types. */
const wide = /[\uff01-\uff5e\u3002\uff61]/;
export const fullWidth = mechanical({
  code: 'full-width',
  severity: 'error',
  title: 'Wide characters of an East Asian keyboard',
  remedy: 'Write the usual ones.',
  look: (text) => {
    const match = wide.exec(text);
    return match === null
      ? null
      : { expected: narrow(match[0]), found: `${match[0]} at character ${match.index + 1}`, at: { index: match.index, length: 1 } };
  },
  repair: (text) => text.replace(new RegExp(wide, 'g'), narrow),
});
const narrow = (character: string): string =>
  character === '\u3002' || character === '\uff61' ? '.' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);

const encodedEnd = /(?:%20|%09|%0[ad]|%c2%a0|%e2%80%8[b-f]|%ef%bb%bf)+$/i;
const encodedWhole = /^(?:https?|urn)%3a/i;
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `https%3A%2F%2F…` out of another address, or `%20` that an address bar made of a space. */
export const percentEncoded = mechanical({
  code: 'percent-encoded',
  severity: 'error',
  title: 'Signs written as percent codes',
  remedy: 'Write them plainly, and take spaces away.',
  look: (text) => {
    const match = encodedWhole.exec(text) ?? encodedEnd.exec(text);
    return match === null || decoded(text) === text
      ? null
      : { expected: 'plain signs, and no space at the end', found: match[0], at: { index: match.index, length: match[0].length } };
  },
  repair: (text) => (encodedWhole.test(text) ? decoded(text).trim() : text.replace(encodedEnd, '')),
});

/** Shorter texts may be meant: `1212`. */
const shortestTwice = 6;

/** The one text of which this is two or more, with or without white space or a comma between them. */
function once(text: string): string | null {
  if (isPlaceholder(text) || !/[\p{L}\p{N}]/u.test(text)) return null;
  const half = text.length / 2;
  if (half >= shortestTwice && text.slice(0, half) === text.slice(half)) return text.slice(0, half);
  const pieces = text.split(/[\s,;]+/).filter((piece) => piece !== '');
  const [first = ''] = pieces;
  return pieces.length > 1 && first.length >= shortestTwice && pieces.every((piece) => piece === first) ? first : null;
}

export const pastedTwice = mechanical({
  code: 'pasted-twice',
  severity: 'error',
  title: 'It stands there twice',
  remedy: 'Keep it once.',
  look: (text) => (once(text) === null ? null : { expected: 'it once', found: 'the same text twice' }),
  repair: (text) => once(text) ?? text,
});
