import { type MechanicalRule, mechanical } from './rule';

const behind = (signs: RegExp): MechanicalRule =>
  mechanical({
    code: 'sentence-end',
    severity: 'error',
    title: 'Punctuation behind it',
    remedy: 'Take it away.',
    look: (text) => {
      // Dots in a row are a cut, not the end of a sentence.
      const match = /\.{2,}$/.test(text) ? null : signs.exec(text);
      return match === null
        ? null
        : { expected: 'the value alone', found: `${match[0]} at its end`, at: { index: match.index, length: match[0].length } };
    },
    repair: (text) => text.replace(signs, ''),
  });

/** Behind one word or identifier: whatever ends a sentence or a list. */
export const punctuationBehind = behind(/[.,;:!]+$/);
/** Behind a name that people read: it may end in a full stop (`Acme Inc.`). */
export const commaBehind = behind(/[,;:]+$/);
