import { fullWidth, pastedTwice, percentEncoded } from './copied-oddly-rules';
import { lineOfFile, lineOfYaml } from './label-rule';
import { tokenMarkup } from './markup-rules';
import { keyOf } from './other-services';
import { hiddenCharacters, outerSpace, quotes } from './paste-rules';
import { readJwt } from './read-jwt';
import { judged, mechanical, type Rule } from './rule';

/** RFC 6750 section 2.1 and jumpcloud-behaviour.md J1, J15: JumpCloud puts "Bearer" before it. No words here quote the token. */

const label = /^(?:(?:authorization|scim|bearer|access|api|http header)[\s_-]*)*(?:token|key|header|authorization)?\s*[:=]\s*/i;
const scheme = /^(?:bearer(?:\s+|:\s*|=\s*|%20|$))+/i;

const labelBefore = mechanical({
  code: 'label-before',
  severity: 'error',
  title: 'Its label stands before it',
  remedy: 'Keep the token alone.',
  look: (text) => {
    const match = label.exec(text);
    return match === null
      ? null
      : { expected: 'the token alone', found: `“${match[0].trim()}” before it`, at: { index: 0, length: match[0].length } };
  },
  repair: (text) => text.replace(label, ''),
});

const bearerPrefix = mechanical({
  code: 'bearer-prefix',
  severity: 'error',
  title: '“Bearer” stands before it',
  remedy: 'Take it away: JumpCloud puts it there itself, and twice it is refused with 401.',
  source: 'J15',
  look: (text) => {
    const match = scheme.exec(text);
    return match === null
      ? null
      : { expected: 'the token alone', found: `“${match[0].trim()}” before it`, at: { index: 0, length: match[0].length } };
  },
  repair: (text) => text.replace(scheme, ''),
});

/** `-H "Authorization: Bearer …"`, a whole `curl`: the header says itself where the token begins and ends (RFC 6750 section 2.1). */
const inHeader = /authorization["']?\s*[:=]\s*["']?bearer\s+([\w\-.~+/|]+=*)/i;
const headerAround = mechanical({
  code: 'header-around',
  severity: 'error',
  title: 'A whole header or command',
  remedy: 'Keep the token alone.',
  look: (text) =>
    inHeader.test(text) && !/^authorization/i.test(text) ? { expected: 'the token alone', found: 'a header or a command around it' } : null,
  repair: (text) => inHeader.exec(text)?.[1] ?? text,
});

const looksLikeToken = (piece: string): boolean => /^[\w\-.~+/|]{16,}=*$/.test(piece) && /\d/.test(piece) && /[a-z]/i.test(piece);
const isWord = (piece: string): boolean => /^[("'“‘]?(?:[A-Z]?[a-z'’]+|[A-Z]{2,5})[)"'”’]?[.,:;!?]?$/.test(piece) && piece.length <= 14;

/** The one piece that may be a token, when all others are words. Pieces of a token that was wrapped over lines are no words. */
function amongWords(text: string): string | null {
  const pieces = text.trim().split(/\s+/);
  const [token, ...more] = pieces.filter(looksLikeToken);
  if (token === undefined || more.length > 0 || pieces.length < 2) return null;
  return pieces.every((piece) => piece === token || isWord(piece)) ? token : null;
}

const wordsAround = mechanical({
  code: 'words-around',
  severity: 'error',
  title: 'Words around it',
  remedy: 'Keep the token alone.',
  look: (text) =>
    amongWords(text) === null || basic.test(text) ? null : { expected: 'the token alone', found: 'words before or behind it' },
  repair: (text) => amongWords(text) ?? text,
});

/** RFC 7617: another scheme, with a user name and a password inside. */
const basic = /^(?:authorization\s*[:=]\s*)?basic\s+\S/i;
const basicCredentials = judged({
  code: 'basic-credentials',
  on: 'typed',
  decisive: true,
  severity: 'error',
  title: 'A user name and password, not a token',
  remedy: 'Copy **Bearer Token** from TestMu AI: what follows “Basic” is a user name with an access key.',
  look: (text) => (basic.test(text.trim()) ? { expected: 'a bearer token', found: 'credentials of the scheme “Basic”' } : null),
});

const severalTexts = judged({
  code: 'several-texts',
  on: 'typed',
  severity: 'error',
  decisive: true,
  title: 'More than a token',
  remedy: 'Copy the token alone, with the copy button at TestMu AI.',
  look: (text) => {
    const pieces = text.trim().split(/\s+/);
    return pieces.length > 1 && amongWords(text) === null && pieces.filter(isWord).length > 1 && !/bearer|token|authorization/i.test(text)
      ? { expected: 'the token alone', found: 'several words' }
      : null;
  },
});

const whiteSpace = mechanical({
  code: 'inner-space',
  severity: 'error',
  title: 'White space in it',
  remedy: 'Take it out: the token was wrapped over lines.',
  look: (text) => {
    const index = text.search(/\s/);
    return index < 0 || basic.test(text)
      ? null
      : { expected: 'no white space', found: `white space at character ${index + 1}`, at: { index, length: 1 } };
  },
  repair: (text) => text.replace(/\s+/g, ''),
});

const punctuation = mechanical({
  code: 'punctuation',
  severity: 'error',
  title: 'Punctuation around it',
  remedy: 'Take it away.',
  look: (text) =>
    /^[,;:.]|[,;:]$/.test(text) || endsInFullStop(text)
      ? { expected: 'the token alone', found: 'a comma, a full stop or a colon at its edge' }
      : null,
  repair: (text) =>
    text.replace(/^[,;:.]+|[,;:]+$/g, '').replace(/(?<!\.)\.$/, (stop, _at: number, all: string) => (endsInFullStop(all) ? '' : stop)),
});

/** Three dots are a cut, not the end of a sentence; and a web token without a signature ends in one (RFC 7519 section 6.1). */
const endsInFullStop = (text: string): boolean => /[^.]\.$/.test(text) && readJwt(text) === null;

const masked = judged({
  code: 'masked',
  severity: 'error',
  title: 'Dots or stars, not the token',
  remedy: 'Show the token at TestMu AI first, or use the copy button there.',
  look: (text) => (/[•●∙·*]{3,}|^[x]{6,}$/i.test(text) ? { expected: 'the token itself', found: 'the dots or stars that hide it' } : null),
});

const shortened = judged({
  code: 'cut-off',
  severity: 'error',
  title: 'It was shortened where it was shown',
  remedy: 'Use the copy button at TestMu AI: what is behind the dots is missing.',
  look: (text) => (/…|\.{3,}|\.{2}$/.test(text) ? { expected: 'the whole token', found: 'three dots in place of a part of it' } : null),
});

/** RFC 6750 section 2.1: letters, digits, `-._~+/`, and `=` at the end. */
const notToken = judged({
  code: 'not-a-token',
  severity: 'error',
  title: 'Characters that no token has',
  remedy: 'Copy it again with the copy button at TestMu AI.',
  look: (text) => {
    const match = /[^\w\-.~+/=|:\s•●∙·…*]/u.exec(text);
    return match === null
      ? null
      : { expected: 'letters, digits and the signs - . _ ~ + / =', found: `another character at place ${match.index + 1}` };
  },
});

/** Some services give out such tokens although the RFC has no room for them. */
const oddToken = judged({
  code: 'odd-token',
  severity: 'warning',
  title: 'A sign that tokens rarely have',
  remedy: 'Compare its ends with what TestMu AI shows: something may have been copied along.',
  look: (text) => {
    const match = /[|:*]|=(?=[^=])/.exec(text);
    return match === null
      ? null
      : { expected: 'letters, digits and the signs - . _ ~ + /', found: `another sign at place ${match.index + 1}` };
  },
});

/** A web token is three parts with dots between them; its first is a JSON object, so it begins with `eyJ` (RFC 7515 section 7.1). */
const brokenJwt = judged({
  code: 'cut-web-token',
  severity: 'error',
  title: 'A part of it is missing',
  remedy: 'Use the copy button at TestMu AI: a web token has three parts with two dots, and this one was cut.',
  look: (text) => {
    if (!/^eyJ/.test(text) || /…|\.{3,}|\.{2}$/.test(text)) return null;
    const parts = text.split('.').length;
    if (readJwt(text) === null)
      return { expected: 'three whole parts', found: parts === 1 ? 'one part' : `${parts} parts, not all of them whole` };
    return null;
  },
});

/** What is missing from the last part, its algorithm tells: each makes signatures of a known length (RFC 7518 section 3). */
const cutSignature = judged({
  code: 'cut-signature',
  severity: 'warning',
  title: 'Its last part has not the usual length',
  remedy: 'Copy it again with the copy button at TestMu AI: a few characters at its end may be missing, or too many.',
  look: (text) => {
    const signature = readJwt(text)?.signature;
    return signature === undefined || signature.expected === null || signature.expected.includes(signature.length)
      ? null
      : { expected: `${signature.expected.join(' or ')} characters behind the second dot`, found: `${signature.length}` };
  },
});

const otherKey = judged({
  code: 'other-key',
  severity: 'error',
  title: 'A key of another service',
  remedy: 'Copy **Bearer Token** from the SCIM panel of TestMu AI.',
  look: (text) => {
    const key = keyOf(text);
    return key === null ? null : { expected: 'the SCIM bearer token', found: key };
  },
});

/** 40 hexadecimal digits were JumpCloud's API keys before they began with `jca_`, and are an access key's or a hash's shape too. */
const hexKey = judged({
  code: 'hex-key',
  severity: 'warning',
  title: 'It has the shape of an API key',
  remedy: 'JumpCloud’s API keys have looked so. Check that it was copied as **Bearer Token** at TestMu AI.',
  look: (text) => (/^[0-9a-f]{40}$/.test(text) ? { expected: 'the SCIM bearer token', found: '40 hexadecimal digits' } : null),
});

const asUuid = judged({
  code: 'uuid',
  severity: 'warning',
  title: 'It has the shape of an id',
  remedy: 'Organisations and applications have ids like this. Check that it was copied as **Bearer Token** at TestMu AI.',
  look: (text) =>
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? { expected: 'the SCIM bearer token', found: 'a UUID' } : null,
});

const tooShort = judged({
  code: 'short-token',
  severity: 'warning',
  title: 'Short for a token',
  remedy: 'Check that nothing was cut off when copying.',
  look: (text) => (text.length < 16 ? { expected: '16 characters or more', found: `${text.length}` } : null),
});

/** TestMu AI's access keys for running tests begin so; they are not SCIM tokens. */
const accessKey = judged({
  code: 'access-key',
  severity: 'error',
  title: 'An access key, not the SCIM token',
  remedy: 'Keys that begin with LT_ run tests. Copy **Bearer Token** from the SCIM panel instead.',
  look: (text) => (/^LT_\w{20,}$/.test(text) ? { expected: 'the SCIM bearer token', found: 'a key that begins with LT_' } : null),
});

const dayMs = 86_400_000;
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export type ExpiryState = 'expired' | 'soon' | 'later';
export const soonDays = 30;

export function expiryState(expiresAtMs: number, nowMs: number): ExpiryState {
  if (expiresAtMs <= nowMs) return 'expired';
  return expiresAtMs - nowMs < soonDays * dayMs ? 'soon' : 'later';
}

const expiry = judged({
  code: 'expiry',
  severity: 'note',
  title: 'It says when it ends',
  remedy: 'Note the day: from then on provisioning stops with 401.',
  look: (text, { nowMs }) => {
    const ends = readJwt(text)?.expiresAtMs ?? null;
    if (ends === null || expiryState(ends, nowMs) !== 'later') return null;
    return { expected: 'an end in the future', found: day(ends) };
  },
});

const endsSoon = judged({
  code: 'ends-soon',
  severity: 'warning',
  title: 'It ends soon',
  remedy: 'Make a new one at TestMu AI before that day; nothing warns when it ends.',
  look: (text, { nowMs }) => {
    const ends = readJwt(text)?.expiresAtMs ?? null;
    if (ends === null || expiryState(ends, nowMs) !== 'soon') return null;
    return { expected: `an end more than ${soonDays} days away`, found: day(ends) };
  },
});

const expired = judged({
  code: 'expired',
  severity: 'error',
  title: 'It has ended',
  remedy: 'Make a new one: TestMu AI › Organization Settings › Security.',
  look: (text, { nowMs }) => {
    const ends = readJwt(text)?.expiresAtMs ?? null;
    if (ends === null || expiryState(ends, nowMs) !== 'expired') return null;
    return { expected: 'an end in the future', found: day(ends) };
  },
});

export const tokenRules: readonly Rule[] = [
  basicCredentials,
  severalTexts,
  hiddenCharacters,
  outerSpace,
  fullWidth,
  ...tokenMarkup,
  lineOfFile,
  lineOfYaml,
  quotes,
  labelBefore,
  headerAround,
  bearerPrefix,
  quotes,
  wordsAround,
  pastedTwice,
  whiteSpace,
  percentEncoded,
  punctuation,
  masked,
  shortened,
  notToken,
  oddToken,
  accessKey,
  otherKey,
  brokenJwt,
  cutSignature,
  expired,
  endsSoon,
  expiry,
  hexKey,
  asUuid,
  tooShort,
];
