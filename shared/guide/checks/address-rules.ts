import { hostOf } from '../../preflight/base-url';
import { dashesForHyphens, wordPaste } from './paste-rules';
import { judged, mechanical, type Rule } from './rule';

/** For values that are one web address. There is no URL parser in this room; the patterns are of RFC 3986's parts. */

const address = /https?:\/\/[^\s"'`<>“”‘’«»|\\^{}]+/gi;

const addressesIn = (text: string): readonly string[] => [...text.matchAll(address)].map(([found]) => found.replace(trailing, ''));

/** Punctuation of the sentence around it. */
const trailing = /[.,;:!?'"“”’»>)\]}]+$/;

const isAlone = (text: string): boolean => /^https?:\/\/\S*$/i.test(text);

/** Markup or a certificate: taking an address out of it would only hide what was pasted. */
const isDocument = (text: string): boolean => text.startsWith('<') || text.startsWith('-----BEGIN ');

/** An address and one word behind a space: perhaps its own other half, so nothing is thrown away unasked. */
const isSplit = (text: string): boolean => /^https?:\/\/\S+\s+[\w/.-]+$/i.test(text);

const jsonSlashes = mechanical({
  code: 'escaped-slashes',
  severity: 'error',
  title: 'Slashes escaped as in JSON',
  remedy: 'Write plain slashes.',
  look: (text) => (text.includes('\\/') ? { expected: '/', found: '\\/', at: { index: text.indexOf('\\/'), length: 2 } } : null),
  repair: (text) => text.replaceAll('\\/', '/'),
});

const htmlEntities = mechanical({
  code: 'html-entities',
  severity: 'error',
  title: 'Characters written as HTML entities',
  remedy: 'Write the characters themselves.',
  look: (text) => {
    const match = /&(amp|#38|#x26|quot|#34);/i.exec(text);
    return match === null ? null : { expected: '&', found: match[0], at: { index: match.index, length: match[0].length } };
  },
  repair: (text) => text.replace(/&(?:quot|#34);/gi, '"').replace(/&(?:amp|#38|#x26);/gi, '&'),
});

/** `https:/host`, `https//host`, `ttps://host`, `https://https://host`. */
const slip = /^(?:(?:https?:\/\/)+(?=https?:\/\/)|h?ttps?(?::\/(?!\/)|\/\/|:\/{3,}|:\\{1,2})|ttps?:\/\/|hhttps?:\/\/)/i;
const schemeSlip = mechanical({
  code: 'scheme-slip',
  severity: 'error',
  title: 'The beginning is damaged',
  remedy: 'Begin with https://.',
  look: (text) => {
    const match = slip.exec(text);
    return match === null ? null : { expected: 'https://', found: match[0], at: { index: 0, length: match[0].length } };
  },
  repair: (text) => {
    const match = slip.exec(text);
    if (match === null) return text;
    const rest = text.slice(match[0].length);
    return /^https?:\/\//i.test(rest) ? rest : `https://${rest}`;
  },
});

/** `SCIM Base URL: https://… (keep it secret)`: one address among words. */
const wordsAround = mechanical({
  code: 'words-around',
  severity: 'error',
  title: 'Words around the address',
  remedy: 'Keep the address alone.',
  look: (text) =>
    !isAlone(text) && !isDocument(text) && !isSplit(text) && addressesIn(text).length === 1
      ? { expected: 'the address alone', found: 'an address with words before or behind it' }
      : null,
  repair: (text) => addressesIn(text)[0] ?? text,
});

const sentenceEnd = mechanical({
  code: 'sentence-end',
  severity: 'error',
  title: 'Punctuation behind it',
  remedy: 'Take it away.',
  look: (text) => {
    const match = isAlone(text) ? trailing.exec(text) : null;
    return match === null
      ? null
      : { expected: 'the address alone', found: `${match[0]} at its end`, at: { index: match.index, length: match[0].length } };
  },
  repair: (text) => text.replace(trailing, ''),
});

const bareHost = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?\/\S*$/i;
const schemeMissing = mechanical({
  code: 'scheme-missing',
  severity: 'error',
  title: 'The beginning is missing',
  remedy: 'Put https:// before it.',
  look: (text) => (bareHost.test(text) ? { expected: 'https:// and a host', found: text.slice(0, 40) } : null),
  repair: (text) => `https://${text}`,
});

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
export const isLoopback = (text: string): boolean => loopback.test(hostOf(text));

const plainHttp = mechanical({
  code: 'plain-http',
  severity: 'error',
  title: 'http, not https',
  remedy: 'Use https: with http, logins and tokens would travel readable.',
  look: (text) =>
    /^http:\/\//i.test(text) && !isLoopback(text) ? { expected: 'https://', found: 'http://', at: { index: 0, length: 7 } } : null,
  repair: (text) => text.replace(/^http:/i, 'https:'),
});

export const addressPaste: readonly Rule[] = [
  ...wordPaste,
  jsonSlashes,
  htmlEntities,
  dashesForHyphens,
  schemeSlip,
  wordsAround,
  sentenceEnd,
  schemeMissing,
  plainHttp,
];

const severalAddresses = judged({
  code: 'several-addresses',
  severity: 'error',
  title: 'More than one address',
  remedy: 'Paste the one that belongs here.',
  look: (text) => {
    const all = addressesIn(text);
    return all.length > 1 && !isAlone(text) ? { expected: 'one address', found: `${all.length}: ${all.map(short).join(' and ')}` } : null;
  },
});

const notAnAddress = (example: string) =>
  judged({
    code: 'not-an-address',
    severity: 'error',
    title: 'Not a web address',
    remedy: 'Copy the whole value again, with the console’s own copy button where there is one.',
    look: (text) =>
      isAlone(text) || addressesIn(text).length > 1 ? null : { expected: `an address such as ${example}`, found: short(text) },
  });

const badHost = judged({
  code: 'bad-host',
  severity: 'error',
  title: 'The host cannot be right',
  remedy: 'Copy the whole value again.',
  look: (text) => {
    if (!isAlone(text)) return null;
    const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
    if (authority.includes('@')) return { expected: 'a host without a user name', found: 'a user name or password before the host' };
    const host = authority.replace(/:\d{1,5}$/, '');
    if (/^\[[0-9a-f:.]+\]$/i.test(host) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.?$/i.test(host)) return null;
    return { expected: 'letters, digits, hyphens and dots', found: host === '' ? 'no host' : short(host) };
  },
});

/** `https://auth.lambdat…`: shortened by the page that showed it. */
export const cutOff = judged({
  code: 'cut-off',
  severity: 'error',
  title: 'It was shortened where it was shown',
  remedy: 'Copy it with the copy button, or widen the column: what is behind the dots is missing.',
  look: (text) => {
    const index = text.search(/…|\.{3,}/);
    return index < 0 ? null : { expected: 'the whole value', found: 'three dots in place of a part of it', at: { index, length: 1 } };
  },
});

export const foreignLetters = judged({
  code: 'foreign-letters',
  severity: 'error',
  title: 'Letters of another alphabet',
  remedy: 'Type that character again, or copy the value from the console itself.',
  look: (text) => {
    const match = /[^\x20-\x7e]/u.exec(text);
    if (match === null || match[0] === '…') return null;
    const number = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return {
      expected: 'Latin letters, digits and signs (ASCII)',
      found: `${match[0]} (U+${number}) at character ${match.index + 1}`,
      at: { index: match.index, length: match[0].length },
    };
  },
});

const innerSpace = judged({
  code: 'inner-space',
  severity: 'error',
  title: 'A space in the middle',
  remedy: 'Copy the value again: something was added or is missing.',
  look: (text) => {
    const index = text.search(/\s/);
    return index < 0 || !/^https?:/i.test(text) || addressesIn(text).length > 1
      ? null
      : { expected: 'no spaces', found: `a space at character ${index + 1}`, at: { index, length: 1 } };
  },
});

/** What no repair can settle, for every address. */
export const addressShape = (example: string): readonly Rule[] => [
  cutOff,
  severalAddresses,
  notAnAddress(example),
  innerSpace,
  badHost,
  foreignLetters,
];

const hostedBy = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
export const vendorDomains = ['lambdatest.com', 'testmuai.com', 'testmu.ai'] as const;
export const isVendorAddress = (text: string): boolean => hostedBy(hostOf(text), vendorDomains);
export const isJumpCloudAddress = (text: string): boolean => hostedBy(hostOf(text), ['jumpcloud.com']);

/** Path, query and fragment as they stand. */
export const behindHost = (text: string): string => /^https?:\/\/[^/?#]*(.*)$/i.exec(text)?.[1] ?? '';

export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
