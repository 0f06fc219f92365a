import { fullWidth, pastedTwice, percentEncoded } from './copied-oddly-rules';
import { findHiddenCharacters, replaceHiddenCharacters } from './hidden-characters';
import { lineOfFile, lineOfYaml } from './label-rule';
import { nameMarkup, wordMarkup } from './markup-rules';
import { isPlaceholder } from './placeholder-rule';
import { type MechanicalRule, mechanical, type Rule } from './rule';

/** What copying from e-mails, chats, PDF files and consoles does to any value. */

const plural = (count: number, one: string): string => (count === 1 ? one : `${count} of them`);

export const hiddenCharacters = mechanical({
  code: 'hidden-characters',
  severity: 'error',
  title: 'Invisible characters',
  remedy: 'Take them out.',
  look: (text) => {
    const found = findHiddenCharacters(text);
    const first = found[0];
    if (first === undefined) return null;
    const where = `${first.name} at character ${first.index + 1}`;
    return {
      expected: 'only characters that can be seen',
      found: found.length === 1 ? `a ${where}` : `${plural(found.length, '')}, the first a ${where}`,
      at: { index: first.index, length: first.length },
    };
  },
  repair: replaceHiddenCharacters,
});

export const outerSpace = mechanical({
  code: 'outer-space',
  severity: 'error',
  title: 'White space around it',
  remedy: 'Take the white space away.',
  look: (text) => {
    const before = text.length - text.trimStart().length;
    const behind = text.length - text.trimEnd().length;
    if (before + behind === 0) return null;
    const at = before > 0 ? { index: 0, length: before } : { index: text.length - behind, length: behind };
    const sides = before > 0 && behind > 0 ? 'before and behind it' : before > 0 ? 'before it' : 'behind it';
    return { expected: 'the value alone', found: `white space ${sides}`, at };
  },
  repair: (text) => text.trim(),
});

/** Split, not replaced: white space in front of a line end would be looked through again from each of its characters. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A long value that was wrapped over lines, with the indentation of the next line. */
export const lineBreaks: MechanicalRule = mechanical({
  code: 'line-breaks',
  severity: 'error',
  title: 'Line breaks in it',
  remedy: 'Join the lines.',
  look: (text) => {
    const match = /[\r\n]/.exec(text.trim());
    if (match === null) return null;
    const index = text.indexOf(match[0], text.length - text.trimStart().length);
    return { expected: 'one line', found: `a line break at character ${index + 1}`, at: { index, length: 1 } };
  },
  repair: (text) => linesOf(text).join(''),
});

/** A name wraps where it has a space. */
const nameLines = mechanical({ ...lineBreaks, remedy: 'Put a space.', repair: (text) => linesOf(text).join(' ') });

const pairs: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '”': '”',
  '„': '“',
  '‘': '’',
  '‚': '‘',
  '«': '»',
  '»': '«',
  '‹': '›',
};
const brackets: Readonly<Record<string, string>> = { '<': '>', '(': ')', '[': ']', '{': '}' };
const anyQuote = /["'`“”„‟‘’‚‛«»‹›]/;

function enclosed(text: string): string | null {
  const first = text[0] ?? '';
  const last = text.at(-1) ?? '';
  if (isPlaceholder(text) || /^[[{]\s*["{[]/.test(text)) return null;
  if (text.length < 2) return anyQuote.test(text) ? '' : null;
  const inner = text.slice(1, -1);
  // A tag with attributes is the beginning of a document, not a bracketed value.
  const isTag = first === '<' && /\s/.test(inner);
  if (brackets[first] === last && !isTag && !inner.includes(first) && !inner.includes(last)) return inner;
  if (pairs[first] === last || (anyQuote.test(first) && anyQuote.test(last))) return inner;
  if (anyQuote.test(first)) return text.slice(1);
  return anyQuote.test(last) ? text.slice(0, -1) : null;
}

export const quotes = mechanical({
  code: 'quotes',
  severity: 'error',
  title: 'Quotation marks or brackets around it',
  remedy: 'Take them away.',
  look: (text) =>
    enclosed(text) === null ? null : { expected: 'the value alone', found: `${text[0]} … ${text.at(-1)}`, at: { index: 0, length: 1 } },
  repair: (text) => (enclosed(text) ?? text).trim(),
});

/** `[SCIM Base URL](https://…)`: links as chats and wikis copy them. What is shown is dropped, the address kept. */
const link = /^!?\[[^\]]*\]\(\s*<?([^()\s<>]+(?:\([^()\s]*\))?[^()\s<>]*)>?(?:\s+"[^"]*")?\s*\)$/;
export const markdownLink = mechanical({
  code: 'markdown-link',
  severity: 'error',
  title: 'A Markdown link',
  remedy: 'Keep the address alone.',
  look: (text) =>
    link.test(text) ? { expected: 'the address alone', found: 'a link with its caption, as chats and wikis write it' } : null,
  repair: (text) => link.exec(text)?.[1] ?? text,
});

const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
/** Word processors turn hyphens into dashes; no address, name or token of ours has one. */
export const dashesForHyphens = mechanical({
  code: 'dashes',
  severity: 'error',
  title: 'A dash in place of a hyphen',
  remedy: 'Put hyphens.',
  look: (text) => {
    const match = dashes.exec(text);
    return match === null
      ? null
      : { expected: 'a hyphen (-)', found: `a dash (${match[0]}) at character ${match.index + 1}`, at: { index: match.index, length: 1 } };
  },
  repair: (text) => text.replace(new RegExp(dashes, 'g'), '-'),
});

/** What comes along around a value without inner spaces, wherever it was copied. */
export const aroundWord: readonly Rule[] = [hiddenCharacters, outerSpace, fullWidth, ...wordMarkup, lineOfFile, lineOfYaml];
/** For values that are one word: identifiers and names of fields. */
export const wordPaste: readonly Rule[] = [...aroundWord, pastedTwice, lineBreaks, quotes, markdownLink, percentEncoded];
/** For names that people read: they may have inner spaces and any letters. */
export const namePaste: readonly Rule[] = [hiddenCharacters, outerSpace, ...nameMarkup, lineOfFile, nameLines, quotes, markdownLink];
