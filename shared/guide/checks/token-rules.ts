import { hiddenCharacters, outerSpace, quotes } from './paste-rules';
import { readJwt } from './read-jwt';
import { judged, mechanical, type Rule } from './rule';

/** RFC 6750 section 2.1 and jumpcloud-behaviour.md J1, J15: JumpCloud puts "Bearer" before it. No words here quote the token. */

const label = /^(?:(?:authorization|scim|bearer|access|api|http header)[\s_-]*)*(?:token|key|header|authorization)?\s*[:=]\s*/i;
const scheme = /^(?:bearer(?:\s+|:\s*|=\s*|$))+/i;

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

const whiteSpace = mechanical({
  code: 'inner-space',
  severity: 'error',
  title: 'White space in it',
  remedy: 'Take it out: the token was wrapped over lines.',
  look: (text) => {
    const index = text.search(/\s/);
    return index < 0 ? null : { expected: 'no white space', found: `white space at character ${index + 1}`, at: { index, length: 1 } };
  },
  repair: (text) => text.replace(/\s+/g, ''),
});

const punctuation = mechanical({
  code: 'punctuation',
  severity: 'error',
  title: 'Punctuation around it',
  remedy: 'Take it away.',
  look: (text) => (/^[,;:.]|[,;:]$/.test(text) ? { expected: 'the token alone', found: 'a comma, colon or semicolon at its edge' } : null),
  repair: (text) => text.replace(/^[,;:.]+|[,;:]+$/g, ''),
});

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
  look: (text) => (/…|\.{3,}/.test(text) ? { expected: 'the whole token', found: 'three dots in place of a part of it' } : null),
});

const notToken = judged({
  code: 'not-a-token',
  severity: 'error',
  title: 'Characters that no token has',
  remedy: 'Copy it again with the copy button at TestMu AI.',
  look: (text) => {
    const match = /[^\x21-\x7e]|["'`<>\\]/u.exec(text);
    return match === null || /[•●∙·…]/.test(match[0])
      ? null
      : { expected: 'letters, digits and the signs - . _ ~ + / =', found: `another character at place ${match.index + 1}` };
  },
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
  hiddenCharacters,
  outerSpace,
  quotes,
  labelBefore,
  bearerPrefix,
  whiteSpace,
  quotes,
  punctuation,
  masked,
  shortened,
  notToken,
  accessKey,
  expired,
  endsSoon,
  expiry,
  tooShort,
];
