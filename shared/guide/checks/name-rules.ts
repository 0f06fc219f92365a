import { foreignLetters } from './address-shape-rules';
import { fullWidth } from './copied-oddly-rules';
import { namePaste } from './paste-rules';
import { commaBehind } from './punctuation-behind';
import { judged, type Rule } from './rule';
import { sameAsAnother } from './same-as-another';

const tooLong = (most: number) =>
  judged({
    code: 'too-long',
    severity: 'warning',
    title: 'Long for a name',
    remedy: 'Shorten it: lists and menus cut it off.',
    look: (text) => (text.length > most ? { expected: `${most} characters at most`, found: `${text.length}` } : null),
  });

/** Names of this kind end up in addresses; the vendor's own examples have spaces, so this is a note. */
const plainCharacters = judged({
  code: 'plain-characters',
  severity: 'note',
  title: 'Spaces or signs in the name',
  remedy: 'It may be accepted. Letters, digits and hyphens are safe everywhere.',
  look: (text) => (/^[a-z0-9][a-z0-9-]*$/i.test(text) ? null : { expected: 'letters, digits and hyphens', found: text.slice(0, 60) }),
});

const cutOff = judged({
  code: 'cut-off',
  severity: 'warning',
  title: 'It looks shortened',
  remedy: 'Write the whole name, if a page cut it off.',
  look: (text) => {
    const index = text.search(/…|\.{2,}/);
    return index < 0 ? null : { expected: 'the whole name', found: 'dots in place of a part of it', at: { index, length: 1 } };
  },
});

/** U+FFFD: what was there before it went through a program with another encoding is lost. */
const damaged = judged({
  code: 'damaged',
  severity: 'error',
  title: 'A damaged character',
  remedy: 'Type that character again.',
  look: (text) => {
    const index = text.indexOf('\ufffd');
    return index < 0 ? null : { expected: 'the character that was there', found: '\ufffd', at: { index, length: 1 } };
  },
});

const asAddress = judged({
  code: 'as-an-address',
  severity: 'warning',
  title: 'Looks like a path, a line of code or a setting',
  remedy: 'Write the name that people shall see.',
  look: (text) =>
    /:\/\/|[\\{}<>|]|\]\(|^_.*_$|%[0-9a-f]{2}|^\/|=|^\w+:\S|^authorization\b|\bbearer\b/i.test(text)
      ? { expected: 'a name', found: text.slice(0, 60) }
      : null,
});

const name: readonly Rule[] = [
  ...namePaste,
  commaBehind,
  cutOff,
  damaged,
  asAddress,
  sameAsAnother(['name-id', 'sso-domains', 'test-email']),
];

export const connectionNameRules: readonly Rule[] = [...name, fullWidth, tooLong(128), foreignLetters, plainCharacters];
export const displayLabelRules: readonly Rule[] = [...name, tooLong(80)];
