import type { MarkedText } from './step';

/** A piece of a marked text: `label` is what a console shows, `typed` is what is typed as it stands. */
export interface Words {
  readonly kind: 'text' | 'label' | 'typed';
  readonly text: string;
}

/** `Press **Save**, then type `x`` → its pieces, in order, none of them empty. Marks that are not closed are text. */
export function parseWords(text: MarkedText): readonly Words[] {
  const pieces: Words[] = [];
  let from = 0;
  for (const match of text.matchAll(/\*\*([^*]+)\*\*|`([^`]+)`/g)) {
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) });
    pieces.push(match[1] === undefined ? { kind: 'typed', text: match[2] ?? '' } : { kind: 'label', text: match[1] });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** The same without marks, for reports and screen readers. */
export const plainWords = (text: MarkedText): string =>
  parseWords(text)
    .map((piece) => piece.text)
    .join('');
