import { namePaste } from './paste-rules';
import { judged, type Rule } from './rule';

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

export const connectionNameRules: readonly Rule[] = [...namePaste, tooLong(128), plainCharacters];
export const displayLabelRules: readonly Rule[] = [...namePaste, tooLong(80)];
