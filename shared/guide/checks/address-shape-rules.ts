import { hostOf } from '../../preflight/base-url';
import { addressesIn, behindHost, isAlone, isLoopback, short } from './address-parts';
import { hostCutOff, lookAlike } from './look-alike';
import { serviceOf } from './other-services';
import { judged, type Rule } from './rule';

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

/** Looked for behind the host, where a click cannot mend it: nobody knows which letters were small. */
const capitals = judged({
  code: 'capitals',
  severity: 'error',
  title: 'All in capitals',
  remedy: 'Copy it again: upper and lower case behind the host matter, and something changed them.',
  look: (text) => {
    const path = behindHost(text);
    return /[A-Z]{3}/.test(path) && path === path.toUpperCase() ? { expected: 'as the console shows it', found: short(text) } : null;
  },
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
  hostCutOff,
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
