import { addressesIn, isAlone, isDocument, isLoopback, isSplit, trailing } from './address-parts';
import { dashesForHyphens, wordPaste } from './paste-rules';
import { mechanical, type Rule } from './rule';

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

const plainHttp = mechanical({
  code: 'plain-http',
  severity: 'error',
  title: 'http, not https',
  remedy: 'Use https: with http, logins and tokens would travel readable.',
  look: (text) =>
    /^http:\/\//i.test(text) && !isLoopback(text) ? { expected: 'https://', found: 'http://', at: { index: 0, length: 7 } } : null,
  repair: (text) => text.replace(/^http:/i, 'https:'),
});

/** What was copied along with an address or changed on the way, in the order in which it is mended. */
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
