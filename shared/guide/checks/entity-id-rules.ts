import { hostOf } from '../../preflight/base-url';
import { isJumpCloudAddress, isSettingsHost, isVendorAddress, short } from './address-parts';
import { schemeSlip } from './address-paste-rules';
import { cutOff, foreignLetters, oddPort } from './address-shape-rules';
import { connectionsDiffer } from './connection-name-inside';
import type { Severity } from './finding';
import { hostCutOff, lookAlike, trialHost } from './look-alike';
import { serviceOf } from './other-services';
import { wordPaste } from './paste-rules';
import { punctuationBehind } from './punctuation-behind';
import { regionsDiffer } from './regions-differ';
import { judged, type Rule } from './rule';
import { sameAsAnother } from './same-as-another';

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

/** Signs that no URI has (RFC 3986 section 2). */
const noUriSign = judged({
  code: 'no-uri-sign',
  severity: 'error',
  title: 'A sign that no identifier has',
  remedy: 'Copy it again, with the console’s own copy button.',
  look: (text) => {
    const match = /[<>"{}|\\^`]/.exec(text);
    return match === null
      ? null
      : {
          expected: 'letters, digits and the signs of an address',
          found: `${match[0]} at character ${match.index + 1}`,
          at: { index: match.index, length: 1 },
        };
  },
});

/** saml-core-2.0 section 1.3.2: URI references are absolute. Some services take a plain word all the same. */
const notAbsolute = (severity: Severity) =>
  judged({
    code: 'not-a-uri',
    severity,
    title: 'A word, not an address or a URN',
    remedy: 'Compare it with what TestMu AI shows. If it is the same there, go on.',
    look: (text) =>
      /^[a-z][a-z0-9+.-]*:\S/i.test(text) ? null : { expected: 'something that begins with https:// or urn:', found: short(text) },
  });

/** A scheme that nobody has: `htps:`, `ftp:`, `data:`, or an address whose host cannot be right. */
const oddBeginning = judged({
  code: 'odd-beginning',
  severity: 'error',
  title: 'Its beginning cannot be right',
  remedy: 'Copy it again, with the console’s own copy button.',
  look: (text) => {
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1];
    if (scheme === undefined) return null;
    if (!/^(?:https?|urn)$/i.test(scheme)) return { expected: 'https:// or urn:', found: `${scheme}:` };
    const host = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1];
    return /^https?:/i.test(`${scheme}:`) && (host === undefined || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/i.test(host))
      ? { expected: 'a host such as auth.lambdatest.com', found: host === undefined || host === '' ? 'no host' : short(host) }
      : null;
  },
});

/** `Https:`, `URN:`: an entity ID is compared letter by letter, and no console writes it so. */
const upperScheme = judged({
  code: 'upper-case-scheme',
  severity: 'warning',
  title: 'Capital letters at its beginning',
  remedy: 'Compare it with what TestMu AI shows: a word processor or a telephone may have made it a capital.',
  look: (text) => {
    const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(text)?.[0] ?? '';
    return scheme === scheme.toLowerCase()
      ? null
      : { expected: scheme.toLowerCase(), found: scheme, at: { index: 0, length: scheme.length } };
  },
});

const otherService = judged({
  code: 'other-service',
  severity: 'error',
  title: 'The name of another service',
  remedy: 'Close that service’s page, and copy the value from TestMu AI.',
  look: (text) => {
    const service = serviceOf(hostOf(text));
    return service === null ? null : { expected: 'what TestMu AI shows', found: `${hostOf(text)}, which is ${service}` };
  },
});

/** Auth0 takes letters, digits and hyphens for a connection's name (auth0.com/docs); an address gets a fragment or a query in browsers only. */
const oddEnd = judged({
  code: 'odd-end',
  severity: 'warning',
  title: 'Something hangs on its end',
  remedy: 'Compare its end with what TestMu AI shows.',
  look: (text) => {
    const connection = /^urn:auth0:[^:]*:?(.*)$/i.exec(text)?.[1];
    if (connection !== undefined && !/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(connection))
      return { expected: 'urn:auth0:, a name, a colon and a name', found: text.slice(0, 80) };
    const index = text.search(/#|[?&]utm_/);
    return index < 0
      ? null
      : { expected: 'nothing behind the name', found: text.slice(index, index + 60), at: { index, length: text.length - index } };
  },
});

/** A page of a console: its address stands in the browser, not in a field. */
const consolePage = judged({
  code: 'console-page',
  severity: 'warning',
  title: 'The address of a console page',
  remedy: 'Copy the value from the field at TestMu AI, not the page’s own address.',
  look: (text) =>
    (isJumpCloudAddress(text) && /^console\./.test(hostOf(text))) ||
    isSettingsHost(text) ||
    (isVendorAddress(text) && /^api\./.test(hostOf(text)))
      ? { expected: 'an entity ID', found: short(text) }
      : null,
});

/** Both are right in a name, and both are how a copied name is spoilt; the other side compares them letter by letter (OpenCTI#7662). */
const spelling = judged({
  code: 'spelling',
  severity: 'note',
  title: 'Look at its beginning and its end',
  remedy: 'It may be so: it is a name, and no address that is called. Compare it letter by letter with what TestMu AI shows.',
  source: 'OpenCTI-Platform/opencti#7662',
  look: (text) => {
    const odd = [/^http:/i.test(text) ? 'http: at its beginning' : '', /^https?:.*\/$/i.test(text) ? 'a slash at its end' : ''];
    const found = odd.filter((one) => one !== '').join(' and ');
    return found === '' ? null : { expected: 'the letters that the console shows', found };
  },
});

/** Nothing here changes upper and lower case, or a slash at the end: an entity ID is compared letter by letter (J-SAML, OpenCTI#7662). */
const entityId: readonly Rule[] = [
  ...wordPaste,
  schemeSlip,
  punctuationBehind,
  cutOff,
  hostCutOff,
  innerSpace,
  foreignLetters,
  tooLong,
  noUriSign,
  oddBeginning,
  upperScheme,
  otherService,
  lookAlike,
  trialHost,
  oddPort,
  oddEnd,
  consolePage,
  spelling,
];

export const idpEntityIdRules: readonly Rule[] = [
  ...entityId,
  // JumpCloud's field takes any text, and many services name it with a word.
  notAbsolute('note'),
  sameAs('sp-entity-id', 'SP entity ID'),
  regionsDiffer('metadata-url'),
  sameAsAnother(['connection-name', 'name-id', 'acs-url', 'login-url', 'metadata-url']),
];
export const spEntityIdRules: readonly Rule[] = [
  ...entityId,
  notAbsolute('warning'),
  sameAs('idp-entity-id', 'IdP entity ID'),
  sameAsAnother(['connection-name', 'name-id', 'acs-url', 'login-url', 'metadata-url']),
  connectionsDiffer('sp-entity-id'),
];
