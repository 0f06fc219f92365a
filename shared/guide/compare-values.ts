import { findHiddenCharacters, replaceHiddenCharacters } from './checks/hidden-characters';

/** How what was met the second time differs from what is known. Entity IDs are compared letter by letter, so every kind counts. */
export type Difference = 'hidden-characters' | 'white-space' | 'case' | 'trailing-slash' | 'scheme' | 'other';

export type Comparison =
  | { readonly kind: 'same' }
  /** `index`: first character that differs, in UTF-16 units. */
  | { readonly kind: 'different'; readonly difference: Difference; readonly index: number };

const foldings: readonly (readonly [Difference, (text: string) => string])[] = [
  ['white-space', (text) => text.trim()],
  ['hidden-characters', (text) => (findHiddenCharacters(text).length === 0 ? text : replaceHiddenCharacters(text).trim())],
  ['trailing-slash', (text) => text.replace(/\/+$/, '')],
  ['scheme', (text) => text.replace(/^http:/i, 'https:')],
  ['case', (text) => text.toLowerCase()],
];

/** Names the smallest difference that explains all of it. */
export function compareTexts(known: string, found: string): Comparison {
  if (known === found) return { kind: 'same' };
  const difference = foldings.find(([, fold]) => fold(known) === fold(found))?.[0] ?? 'other';
  return { kind: 'different', difference, index: firstDifference(known, found) };
}

function firstDifference(one: string, other: string): number {
  const end = Math.min(one.length, other.length);
  for (let index = 0; index < end; index += 1) if (one[index] !== other[index]) return index;
  return end;
}

export const differenceWords = {
  'hidden-characters': 'It differs in an invisible character only.',
  'white-space': 'It differs in white space only.',
  case: 'It differs in upper and lower case only: entity IDs are compared letter by letter.',
  'trailing-slash': 'It differs in a slash at the end only: that is a different value all the same.',
  scheme: 'It differs in http and https only.',
  other: 'It is a different value.',
} as const satisfies Record<Difference, string>;
