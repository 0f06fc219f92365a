import { NAME_ID_FORMAT } from '../../saml/uris';
import { dashesForHyphens, wordPaste } from './paste-rules';
import { punctuationBehind } from './punctuation-behind';
import { judged, mechanical, type Rule } from './rule';

/** JumpCloud's own choices for SAMLSubject NameID (jumpcloud-behaviour.md section 2). */
const nameIds = ['email', 'username', 'firstname', 'lastname', 'description'] as const;
const nameIdWords: Readonly<Record<string, string>> = {
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  emailaddress: 'email',
  'email address': 'email',
  'e-mail address': 'email',
  'user.email': 'email',
  username: 'username',
  'user name': 'username',
  firstname: 'firstname',
  lastname: 'lastname',
  description: 'description',
};
const knownNameId = (text: string): string | undefined =>
  Object.hasOwn(nameIdWords, text.toLowerCase()) ? nameIdWords[text.toLowerCase()] : undefined;

const nameIdSpelling = mechanical({
  code: 'name-id-spelling',
  severity: 'warning',
  title: 'Not as JumpCloud writes it',
  remedy: 'Write it as JumpCloud’s list does.',
  look: (text) => {
    const known = knownNameId(text);
    return known === undefined || known === text ? null : { expected: known, found: text };
  },
  repair: (text) => knownNameId(text) ?? text,
});

const nameIdIsAddress = judged({
  code: 'an-address',
  severity: 'error',
  title: 'A person’s address, not the name of the field',
  remedy: 'The name of the field goes here, not its content.',
  look: (text) => (/^\S+@\S+$/.test(text) ? { expected: 'email', found: text, fix: { kind: 'suggest', text: 'email' } } : null),
});

const nameIdNotEmail = judged({
  code: 'not-email',
  severity: 'warning',
  title: 'People would not be named by e-mail',
  remedy: 'TestMu AI knows people by e-mail (`userName` is one): with another field a login makes a second account, or none.',
  source: 'sourcegraph/sourcegraph-public-snapshot#2143',
  look: (text) => (nameIds.some((known) => known === text && known !== 'email') ? { expected: 'email', found: text } : null),
});

const nameIdUnknown = judged({
  code: 'unknown-name-id',
  severity: 'error',
  title: 'JumpCloud has no such field',
  remedy: 'Choose one of its list; TestMu AI needs email.',
  look: (text) =>
    nameIds.some((known) => known === text) || /^\S+@\S+$/.test(text)
      ? null
      : { expected: `one of ${nameIds.join(', ')}`, found: text.slice(0, 60) },
});

export const nameIdRules: readonly Rule[] = [
  ...wordPaste,
  punctuationBehind,
  dashesForHyphens,
  nameIdSpelling,
  nameIdIsAddress,
  nameIdNotEmail,
  nameIdUnknown,
];

const formats: readonly string[] = Object.values(NAME_ID_FORMAT);
const formatWords: Readonly<Record<string, string>> = {
  email: NAME_ID_FORMAT.emailAddress,
  emailaddress: NAME_ID_FORMAT.emailAddress,
  'email address': NAME_ID_FORMAT.emailAddress,
  unspecified: NAME_ID_FORMAT.unspecified10,
  persistent: NAME_ID_FORMAT.persistent,
  transient: NAME_ID_FORMAT.transient,
};
/** The full name: of a short word, or of one that differs in case only. */
function wholeFormat(text: string): string | undefined {
  const folded = text.toLowerCase();
  if (Object.hasOwn(formatWords, folded)) return formatWords[folded];
  return formats.find((format) => format.toLowerCase() === folded);
}

const formatSpelling = mechanical({
  code: 'format-spelling',
  severity: 'warning',
  title: 'Not the full name of the format',
  remedy: 'Write the full name, upper and lower case as in the specification.',
  look: (text) => {
    const whole = wholeFormat(text);
    return whole === undefined || whole === text ? null : { expected: whole, found: text };
  },
  repair: (text) => wholeFormat(text) ?? text,
});

const formatWithoutEmail = judged({
  code: 'format-without-email',
  severity: 'warning',
  title: 'This format does not carry an e-mail',
  remedy: 'Take emailAddress or unspecified: TestMu AI finds people by e-mail.',
  look: (text) =>
    text === NAME_ID_FORMAT.persistent || text === NAME_ID_FORMAT.transient
      ? { expected: NAME_ID_FORMAT.emailAddress, found: text, fix: { kind: 'suggest', text: NAME_ID_FORMAT.emailAddress } }
      : null,
});

const formatUnknown = judged({
  code: 'unknown-format',
  severity: 'error',
  title: 'Not a NameID format',
  remedy: 'Copy it from JumpCloud’s list.',
  look: (text) => (formats.includes(text) ? null : { expected: 'urn:oasis:names:tc:SAML:…:nameid-format:…', found: text.slice(0, 80) }),
});

export const nameIdFormatRules: readonly Rule[] = [
  ...wordPaste,
  punctuationBehind,
  dashesForHyphens,
  formatSpelling,
  formatWithoutEmail,
  formatUnknown,
];
