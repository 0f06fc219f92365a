import { keyOf } from './other-services';
import { readJwt } from './read-jwt';
import { judged, type Rule } from './rule';

/** What no repair can settle: it is no token, not all of it, or another service's. No words here quote the token. */

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

export const tokenShape: readonly Rule[] = [
  masked,
  shortened,
  notToken,
  oddToken,
  accessKey,
  otherKey,
  brokenJwt,
  cutSignature,
  hexKey,
  asUuid,
  tooShort,
];
