import { hostOf } from '../../preflight/base-url';
import { lookAlike } from './look-alike';
import { hostedBy, serviceOf } from './other-services';
import { dashesForHyphens, wordPaste } from './paste-rules';
import { judged, mechanical, type Rule } from './rule';

/** For values that are one web address. There is no URL parser in this room; the patterns are of RFC 3986's parts. */

const address = /https?:\/\/[^\s"'`<>“”‘’«»|\\^{}]+/gi;

const addressesIn = (text: string): readonly string[] => [...text.matchAll(address)].map(([found]) => found.replace(trailing, ''));

/** Punctuation of the sentence around it. */
const trailing = /[.,;:!?'"“”’»>)\]}*~]+$/;

const isAlone = (text: string): boolean => /^https?:\/\/\S*$/i.test(text);

/** Markup or a certificate: taking an address out of it would only hide what was pasted. */
const isDocument = (text: string): boolean => text.startsWith('<') || text.startsWith('-----BEGIN ');

/** An address and one word behind a space: perhaps its own other half, so nothing is thrown away unasked. */
const isSplit = (text: string): boolean => /^https?:\/\/\S+\s+(?:[\w/.-]+|\S*[/?=&]\S*)$/i.test(text);

const jsonSlashes = mechanical({
  code: 'escaped-slashes',
  severity: 'error',
  title: 'Slashes escaped as in JSON',
  remedy: 'Write plain slashes.',
  look: (text) => (text.includes('\\/') ? { expected: '/', found: '\\/', at: { index: text.indexOf('\\/'), length: 2 } } : null),
  repair: (text) => text.replaceAll('\\/', '/'),
});

/** `https:/host`, `https//host`, `ttps://host`, `htps://host`, `https;//host`, `https:// host`, `https://https://host`. */
const slip =
  /^(?:(?:https?:\/\/)+(?=https?:\/\/)|https?(?::\/(?!\/)|\/\/|:\/{3,}|:\\{1,2}|;\/{1,2}|:\/\/\s+|\s+:?\/\/)|t{1,2}ps?:\/{1,2}|h{2,}t+ps?:\/{1,2}|(?:htps|hptts|hpttps|htpps|htttps?|htttp|httpss|htts|shttp):\/{1,2})/i;
export const schemeSlip = mechanical({
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

const backslash = /^https?:\/\/[^\s\\]*\\/i;
const backslashes = mechanical({
  code: 'backslashes',
  severity: 'error',
  title: 'Backslashes in place of slashes',
  remedy: 'Write slashes.',
  look: (text) => {
    const match = backslash.exec(text);
    return match === null ? null : { expected: '/', found: '\\', at: { index: match[0].length - 1, length: 1 } };
  },
  repair: (text) => text.replaceAll('\\', '/'),
});

/** Scheme and host do not care about case (RFC 3986 section 6.2.2.1); whoever compares addresses as texts does. */
const upperHost = mechanical({
  code: 'upper-case-host',
  severity: 'warning',
  title: 'Capital letters in scheme or host',
  remedy: 'Write them small: some services compare letter by letter.',
  look: (text) => {
    const start = schemeAndHost(text);
    return start === start.toLowerCase() ? null : { expected: start.toLowerCase(), found: start, at: { index: 0, length: start.length } };
  },
  repair: (text) => schemeAndHost(text).toLowerCase() + text.slice(schemeAndHost(text).length),
});
const schemeAndHost = (text: string): string => /^https?:\/\/[^/?#\s]*/i.exec(text)?.[0] ?? '';

/** RFC 3986 section 6.2.3: the scheme's own port says nothing, and makes a different text of the same address. */
const ownPort = mechanical({
  code: 'own-port',
  severity: 'warning',
  title: 'A port that says nothing',
  remedy: 'Leave it out: https has port 443 by itself.',
  look: (text) => {
    const match = /^https:\/\/[^/?#\s:@]+(:443)(?=[/?#]|$)/i.exec(text);
    return match === null ? null : { expected: 'no port', found: ':443', at: { index: match[0].length - 4, length: 4 } };
  },
  repair: (text) => text.replace(/^(https:\/\/[^/?#\s:@]+):443(?=[/?#]|$)/i, '$1'),
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
    const match = isAlone(text) && !/(?:\.{2,}|…)$/.test(text) ? trailing.exec(text) : null;
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
  look: (text) => (bareHost.test(text.replace(/^\/\//, '')) ? { expected: 'https:// and a host', found: text.slice(0, 40) } : null),
  repair: (text) => `https://${text.replace(/^\/\//, '')}`,
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
  dashesForHyphens,
  schemeSlip,
  backslashes,
  wordsAround,
  sentenceEnd,
  schemeMissing,
  plainHttp,
  upperHost,
  ownPort,
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
    const port = /:(\d+)$/.exec(authority)?.[1];
    if (port !== undefined && (Number(port) > 65_535 || Number(port) === 0)) return { expected: 'a port from 1 to 65535', found: port };
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
    const index = text.search(/…|\.{3,}|\.{2}$/);
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

const otherService = judged({
  code: 'other-service',
  severity: 'error',
  title: 'An address of another service',
  remedy: 'Close that service’s page, and copy the value where this step says.',
  look: (text) => {
    const service = serviceOf(hostOf(text));
    return service === null ? null : { expected: 'an address of TestMu AI or JumpCloud', found: `${hostOf(text)}, which is ${service}` };
  },
});

/** A second address inside the first: pasted behind what was there already. */
const addressInside = judged({
  code: 'address-inside',
  severity: 'error',
  title: 'A second address inside it',
  remedy: 'Keep one of the two.',
  look: (text) => {
    const index = text.search(/.https?:\/\//i) + 1;
    return index === 0 || !isAlone(text) || /[=?&]$/.test(text.slice(0, index))
      ? null
      : { expected: 'one address', found: `another one at character ${index + 1}`, at: { index, length: text.length - index } };
  },
});

const capitals = judged({
  code: 'capitals',
  on: 'typed',
  severity: 'error',
  title: 'All in capitals',
  remedy: 'Copy it again: upper and lower case behind the host matter, and something changed them.',
  look: (text) =>
    /^HTTPS?:\/\//.test(text) && text === text.toUpperCase() ? { expected: 'as the console shows it', found: short(text) } : null,
});

/** https on port 80, or a port of somebody's test server. */
export const oddPort = judged({
  code: 'odd-port',
  severity: 'warning',
  title: 'A port in the address',
  remedy: 'Compare it with what the console shows: addresses of TestMu AI and JumpCloud have none.',
  look: (text) => {
    const port = /^https:\/\/[^/?#\s@]+?:(\d{1,5})(?=[/?#]|$)/i.exec(text)?.[1];
    return port === undefined || isLoopback(text) ? null : { expected: 'no port', found: `:${port}` };
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
  addressInside,
  oddPort,
  otherService,
  lookAlike,
  capitals,
];

export const vendorDomains = ['lambdatest.com', 'testmuai.com', 'testmu.ai'] as const;
export const isVendorAddress = (text: string): boolean => hostedBy(hostOf(text), vendorDomains);
/** Hosts at which people, not programs, are served: pages of settings, of the product and of documentation. */
export const isSettingsHost = (text: string): boolean => isVendorAddress(text) && /^(?:accounts|www|automation)\./.test(hostOf(text));
export const isJumpCloudAddress = (text: string): boolean => hostedBy(hostOf(text), ['jumpcloud.com']);

/** Path, query and fragment as they stand. */
export const behindHost = (text: string): string => /^https?:\/\/[^/?#]*(.*)$/i.exec(text)?.[1] ?? '';

export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
