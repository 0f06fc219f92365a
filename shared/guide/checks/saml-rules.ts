import { hostOf } from '../../preflight/base-url';
import { NAME_ID_FORMAT } from '../../saml/uris';
import {
  addressPaste,
  addressShape,
  behindHost,
  cutOff,
  foreignLetters,
  isJumpCloudAddress,
  isLoopback,
  isVendorAddress,
  vendorDomains,
} from './address-rules';
import { dashesForHyphens, wordPaste } from './paste-rules';
import { judged, mechanical, type Rule } from './rule';

const innerSpace = judged({
  code: 'inner-space',
  severity: 'error',
  title: 'A space in the middle',
  remedy: 'Copy it again: an entity ID has no spaces.',
  look: (text) => {
    const index = text.search(/\s/);
    return index < 0 ? null : { expected: 'no spaces', found: `a space at character ${index + 1}`, at: { index, length: 1 } };
  },
});

/** saml-core-2.0 section 8.3.6: at most 1024 characters. */
const tooLong = judged({
  code: 'too-long',
  severity: 'error',
  title: 'Too long for an entity ID',
  remedy: 'Copy it again: more than the entity ID was copied.',
  look: (text) => (text.length > 1024 ? { expected: '1024 characters at most', found: `${text.length}` } : null),
});

const sameAs = (other: 'idp-entity-id' | 'sp-entity-id', name: string) =>
  judged({
    code: 'same-on-both-sides',
    severity: 'warning',
    title: 'Both sides have the same entity ID',
    remedy: 'Compare both fields at TestMu AI: as a rule one of the two was copied twice.',
    look: (text, { values }) => (values[other] === text ? { expected: `another one than the ${name}`, found: 'the same' } : null),
  });

/** `label: value` where the value has no scheme of its own before the colon. */
const labelPattern =
  /^(?:(?:IdP|SP|Identity Provider|Service Provider)\s+)?(?:Entity\s*ID|Issuer|Audience(?:\s+URI)?)\s*(?::\s+|=\s*|:(?=https?:|urn:))/i;
const labelBefore = mechanical({
  code: 'label-before',
  severity: 'error',
  title: 'Its label stands before it',
  remedy: 'Keep the value alone.',
  look: (text) => {
    const match = labelPattern.exec(text);
    return match === null ? null : { expected: 'the value alone', found: match[0].trim(), at: { index: 0, length: match[0].length } };
  },
  repair: (text) => text.replace(labelPattern, ''),
});

/** Nothing here changes upper and lower case, or a slash at the end: an entity ID is compared letter by letter (J-SAML, OpenCTI#7662). */
const entityId: readonly Rule[] = [...wordPaste, labelBefore, cutOff, innerSpace, foreignLetters, tooLong];

export const idpEntityIdRules: readonly Rule[] = [...entityId, sameAs('sp-entity-id', 'SP entity ID')];
export const spEntityIdRules: readonly Rule[] = [...entityId, sameAs('idp-entity-id', 'IdP entity ID')];

const vendorHost = (what: string) =>
  judged({
    code: 'unknown-host',
    severity: 'warning',
    title: 'Not a host of the vendor',
    remedy: 'Compare it with what TestMu AI shows: it may have been copied from another service’s set-up.',
    look: (text) =>
      hostOf(text) === '' || isVendorAddress(text) || isJumpCloudAddress(text) || isLoopback(text)
        ? null
        : { expected: `${what} under ${vendorDomains.join(', ')}`, found: hostOf(text) },
  });

const jumpCloudSide = (title: string) =>
  judged({
    code: 'other-side',
    severity: 'error',
    title,
    remedy: 'Copy this value from TestMu AI: JumpCloud’s own addresses do not belong here.',
    look: (text) => (isJumpCloudAddress(text) ? { expected: 'an address of TestMu AI', found: hostOf(text) } : null),
  });

const fragment = judged({
  code: 'fragment',
  severity: 'error',
  title: 'A fragment at its end',
  remedy: 'Copy it again: what follows “#” never reaches a server.',
  look: (text) => {
    const index = text.indexOf('#');
    return index < 0 ? null : { expected: 'no “#”', found: text.slice(index), at: { index, length: text.length - index } };
  },
});

const acsExample = 'https://auth.lambdatest.com/login/callback?connection=…';
export const acsUrlRules: readonly Rule[] = [
  ...addressPaste,
  ...addressShape(acsExample),
  jumpCloudSide('JumpCloud’s side, not the ACS'),
  vendorHost('the Assertion Consumer Service'),
  fragment,
];

const sameAsAcs = judged({
  code: 'same-as-acs',
  severity: 'warning',
  title: 'The same as the ACS URL',
  remedy: 'Compare both fields at TestMu AI: as a rule one was copied twice.',
  look: (text, { values }) => (values['acs-url'] === text ? { expected: 'another address than the ACS URL', found: 'the same' } : null),
});

export const loginUrlRules: readonly Rule[] = [
  ...addressPaste,
  ...addressShape('https://accounts.lambdatest.com/…'),
  jumpCloudSide('JumpCloud’s side, not the login of TestMu AI'),
  vendorHost('the login'),
  sameAsAcs,
];

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
    nameIds.some((known) => known === text) || /@|:/.test(text)
      ? null
      : { expected: `one of ${nameIds.join(', ')}`, found: text.slice(0, 60) },
});

export const nameIdRules: readonly Rule[] = [
  ...wordPaste,
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

export const nameIdFormatRules: readonly Rule[] = [...wordPaste, dashesForHyphens, formatSpelling, formatWithoutEmail, formatUnknown];

const pastedMetadata = judged({
  code: 'metadata-itself',
  decisive: true,
  severity: 'error',
  title: 'The metadata itself, not its address',
  remedy: 'Use **Copy Metadata URL** at JumpCloud. The document can be read in the SAML lab.',
  look: (text) =>
    /^<\?xml|^<(?:[\w.-]+:)?Entit(?:y|ies)Descriptor[\s>]/.test(text) ? { expected: 'an address', found: 'an XML document' } : null,
});

const pastedPage = judged({
  code: 'web-page',
  decisive: true,
  severity: 'error',
  title: 'A web page',
  remedy: 'The application may be unbound or deleted: open it at JumpCloud and copy its metadata URL again.',
  source: 'BookStackApp/BookStack#2838',
  look: (text) => (/^<!doctype html|^<html[\s>]/i.test(text) ? { expected: 'an address', found: 'the source of a web page' } : null),
});

const consolePage = judged({
  code: 'console-page',
  severity: 'error',
  title: 'The address of a console page',
  remedy: 'It answers a web page. Use **Copy Metadata URL** on the application’s SSO tab.',
  look: (text) =>
    isJumpCloudAddress(text) && /^console\./.test(hostOf(text))
      ? { expected: 'an address at sso.jumpcloud.com', found: hostOf(text) }
      : null,
});

const loginAddress = judged({
  code: 'idp-url',
  severity: 'error',
  title: 'The IdP URL, not the metadata URL',
  remedy: 'It answers a sign-in page. Use **Copy Metadata URL** on the application’s SSO tab.',
  look: (text) =>
    isJumpCloudAddress(text) && /^\/saml2\//i.test(behindHost(text)) && !/metadata/i.test(behindHost(text))
      ? { expected: 'an address of metadata', found: text }
      : null,
});

const vendorMetadata = judged({
  code: 'other-side',
  severity: 'error',
  title: 'TestMu AI’s own metadata',
  remedy: 'Copy JumpCloud’s: **Copy Metadata URL** on the application’s SSO tab.',
  look: (text) => (isVendorAddress(text) ? { expected: 'an address of JumpCloud', found: hostOf(text) } : null),
});

const otherProvider = judged({
  code: 'unknown-host',
  severity: 'warning',
  title: 'Not a host of JumpCloud',
  remedy: 'Check that it is the metadata of this JumpCloud application.',
  look: (text) =>
    hostOf(text) === '' || isJumpCloudAddress(text) || isVendorAddress(text)
      ? null
      : { expected: 'sso.jumpcloud.com', found: hostOf(text) },
});

export const metadataUrlRules: readonly Rule[] = [
  ...addressPaste,
  pastedMetadata,
  pastedPage,
  ...addressShape('https://sso.jumpcloud.com/saml2/metadata/…'),
  consolePage,
  loginAddress,
  vendorMetadata,
  otherProvider,
];
