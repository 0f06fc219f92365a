import { hostOf, readBaseUrl } from '../../preflight/base-url';
import { behindHost, isJumpCloudAddress, isLoopback, isSettingsHost, isVendorAddress, vendorDomains } from './address-parts';
import { addressPaste } from './address-paste-rules';
import { addressShape } from './address-shape-rules';
import { serviceOf } from './other-services';
import { type JudgedHit, judged, mechanical, type Rule } from './rule';

export const vendorBaseUrl = 'https://auth.lambdatest.com/api/scim';

/** The live check reads the same shape (`readBaseUrl`): what it would go on with is what the repair puts. */
const repair = (text: string): string => readBaseUrl(text).usable ?? text;
const readable = (text: string): boolean => readBaseUrl(text).usable !== null;

const queryOrFragment = mechanical({
  code: 'query-or-fragment',
  severity: 'error',
  title: 'A query or fragment at its end',
  remedy: 'Cut it off: JumpCloud would append /Users behind it.',
  source: 'J5',
  look: (text) => {
    const index = text.search(/[?#]/);
    if (index < 0 || !readable(text)) return null;
    const azure = /[?&]aadOptscim/i.test(text) ? ' (the vendor’s guide for Azure adds this one; JumpCloud must not have it)' : '';
    return { expected: 'nothing behind the path', found: `${text.slice(index)}${azure}`, at: { index, length: text.length - index } };
  },
  repair,
});

const resourceTail = mechanical({
  code: 'resource-tail',
  severity: 'error',
  title: 'It goes on to a resource',
  remedy: 'Cut it off: JumpCloud appends /Users and /Groups itself.',
  source: 'J5',
  look: (text) => {
    const match = /\/(?:Users|Groups|ServiceProviderConfig|Schemas|ResourceTypes)\/?$/i.exec(text);
    if (match === null || !readable(text)) return null;
    return { expected: 'the base alone', found: match[0], at: { index: match.index, length: match[0].length } };
  },
  repair,
});

const trailingSlash = mechanical({
  code: 'trailing-slash',
  severity: 'error',
  title: 'A slash at its end',
  remedy: 'Cut it off: JumpCloud appends /Users, and //Users is not found.',
  source: 'J5',
  look: (text) => {
    const match = /\/+$/.exec(text);
    if (match === null || !readable(text)) return null;
    return { expected: 'no slash at the end', found: match[0], at: { index: match.index, length: match[0].length } };
  },
  repair,
});

const settingsPage = judged({
  code: 'settings-page',
  severity: 'error',
  title: 'The address of a settings page',
  remedy: 'Copy the value of **SCIM Base URL** that this page shows, not the page’s own address.',
  look: (text) => (isSettingsHost(text) ? { expected: vendorBaseUrl, found: text } : null),
});

const unreachable = judged({
  code: 'own-machine',
  severity: 'warning',
  title: 'An address of this machine',
  remedy: 'Good for a rehearsal. JumpCloud cannot reach it: for going live use the vendor’s address.',
  look: (text) => (isLoopback(text) ? { expected: vendorBaseUrl, found: text } : null),
});

/** vendor-behaviour.md section 1: production SCIM answers there. Other hosts of the vendor are for other things, or for its own tests. */
const otherVendorHost = judged({
  code: 'other-vendor-host',
  severity: 'warning',
  title: 'Not the host that the vendor documents',
  remedy: 'Compare it with **SCIM Base URL** at TestMu AI: the documented host is auth.lambdatest.com.',
  source: 'vendor §1',
  look: (text) =>
    isVendorAddress(text) && hostOf(text) !== hostOf(vendorBaseUrl) && !isSettingsHost(text)
      ? { expected: hostOf(vendorBaseUrl), found: hostOf(text) }
      : null,
});

const jumpCloudSide = judged({
  code: 'other-side',
  severity: 'error',
  title: 'JumpCloud’s side, not TestMu AI’s',
  remedy: 'Copy **SCIM Base URL** from TestMu AI: JumpCloud is the one that calls this address.',
  look: (text) => (isJumpCloudAddress(text) ? { expected: vendorBaseUrl, found: hostOf(text) } : null),
});

const unknownHost = judged({
  code: 'unknown-host',
  severity: 'warning',
  title: 'Not a host of the vendor',
  remedy: 'Check that it was copied from TestMu AI, and not from another service’s set-up.',
  look: (text) =>
    hostOf(text) === '' || isVendorAddress(text) || isLoopback(text) || isJumpCloudAddress(text) || serviceOf(hostOf(text)) !== null
      ? null
      : { expected: `a host under ${vendorDomains.join(', ')}`, found: hostOf(text) },
});

const otherPath = judged({
  code: 'other-path',
  severity: 'warning',
  title: 'Not the path that the vendor documents',
  remedy: 'Compare it with what TestMu AI shows. If it is the same, go on: the live check asks it.',
  look: (text) =>
    isVendorAddress(text) && !isSettingsHost(text) && behindHost(text) !== '/api/scim'
      ? { expected: '/api/scim', found: behindHost(text) === '' ? 'no path' : behindHost(text), ...spoilt(text) }
      : null,
});

/** Cut off, or in capitals: the documented address is what was meant. */
const spoilt = (text: string): Partial<JudgedHit> =>
  hostOf(text) === hostOf(vendorBaseUrl) && '/api/scim'.startsWith(behindHost(text).toLowerCase())
    ? { fix: { kind: 'suggest', text: vendorBaseUrl } }
    : {};

/** Whatever the rules above let through is still held against the live check’s own reading. */
const liveShape = judged({
  code: 'base-url-shape',
  severity: 'error',
  title: 'Not a base URL',
  remedy: 'Copy it again.',
  look: (text) => {
    const { probe } = readBaseUrl(text);
    return probe.result === 'fail' && /^https?:\/\/\S+$/i.test(text) ? { expected: vendorBaseUrl, found: probe.meaning } : null;
  },
});

export const baseUrlRules: readonly Rule[] = [
  ...addressPaste,
  queryOrFragment,
  resourceTail,
  trailingSlash,
  ...addressShape(vendorBaseUrl),
  settingsPage,
  jumpCloudSide,
  unreachable,
  otherVendorHost,
  unknownHost,
  otherPath,
  liveShape,
];
