import { isSecret, type ValueId } from '../value-id';
import { labelsOf } from '../value-labels';
import { type JudgedRule, judged } from './rule';

/** What programs and people write where a value is missing. */
const nothings: ReadonlySet<string> = new Set([
  'n/a',
  'na',
  'none',
  'null',
  'nil',
  'undefined',
  'nan',
  'empty',
  'todo',
  'tbd',
  'tba',
  'xxx',
  'changeme',
  'placeholder',
  '[object object]',
  // What a copy button says, taken for what it copies.
  'copy',
  'copied',
  'copied!',
  'copied to clipboard',
  'copied to clipboard!',
  'copy to clipboard',
]);

/** `<your token>`, `{{token}}`, `${TOKEN}`, `%TOKEN%`, `YOUR_TOKEN`, `[your-domain]`, `{organizationID}` inside an address. */
const templates: readonly RegExp[] = [
  /^<[^<>@:/="]*\b(?:your|my|the|value|token|domain|insert|enter|paste)\b[^<>="]*>$/i,
  /\{\{[^{}]*\}\}|\$\{[^{}]*\}|%[A-Z][A-Z_]{2,}%/,
  /^(?:YOUR|MY)[_-][A-Z_-]+$/i,
  /^\[(?:your|insert|enter|paste)\b[^\]]*\]$/i,
  /:\/\/[^\s]*(?:\{[A-Za-z_-]*\}|<[A-Za-z _-]{4,}>|\[[A-Za-z _-]+\]|%7B\w+%7D)/,
];

/** Only dashes, question marks, dots or one letter again and again: `-`, `???`, `xxxxxxxx`. */
const isFiller = (text: string): boolean => /^[-–—?._/\s]+$/.test(text) || /^(?:x{3,64}|0{1,64})$/i.test(text);

export const isPlaceholder = (text: string): boolean => {
  const trimmed = text.trim();
  return nothings.has(trimmed.toLowerCase()) || isFiller(trimmed) || templates.some((template) => template.test(trimmed));
};

/** Dots or stars over a value that a page hides. The token's rule has words of its own. */
const masked = /^[•●∙·*\s]{3,}$/;

const sameWords = (one: string, other: string): boolean =>
  one.replace(/\W+/g, ' ').trim().toLowerCase() === other.replace(/\W+/g, ' ').trim().toLowerCase();

/** Something that stands where the value should: the guide's example, an empty field's hint, the label without its value. */
export const placeholder = (value: ValueId): JudgedRule =>
  judged({
    code: 'placeholder',
    on: 'typed',
    decisive: true,
    severity: 'error',
    title: 'A placeholder, not the value',
    remedy: 'Copy the value itself, with the console’s own copy button where there is one.',
    look: (text) => {
      const label = labelsOf(value).find((one) => sameWords(one, text));
      if (label !== undefined) return { expected: 'the value', found: `its label alone, “${label}”` };
      if (value !== 'bearer-token' && masked.test(text) && text.trim() !== '')
        return { title: 'Dots or stars, not the value', expected: 'the value itself', found: 'the dots or stars that hide it' };
      if (!isPlaceholder(text)) return null;
      return { expected: 'the value', found: isSecret(value) ? 'a placeholder' : `a placeholder: ${text.trim().slice(0, 60)}` };
    },
  });
