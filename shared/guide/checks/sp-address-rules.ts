import { hostOf } from '../../preflight/base-url';
import { behindHost, isJumpCloudAddress, isLoopback, isSettingsHost, isVendorAddress, vendorDomains } from './address-parts';
import { addressPaste } from './address-paste-rules';
import { addressShape } from './address-shape-rules';
import { connectionsDiffer } from './connection-name-inside';
import { trialHost } from './look-alike';
import { hostedBy, serviceOf } from './other-services';
import { judged, type Rule } from './rule';
import { sameAsAnother } from './same-as-another';

const vendorHost = (what: string) =>
  judged({
    code: 'unknown-host',
    severity: 'warning',
    title: 'Not a host of the vendor',
    remedy: 'Compare it with what TestMu AI shows: it may have been copied from another service’s set-up.',
    look: (text) =>
      hostOf(text) === '' || isVendorAddress(text) || isJumpCloudAddress(text) || isLoopback(text) || serviceOf(hostOf(text)) !== null
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

/** Where people read and click; no login is posted there, and none begins there. */
const settingsPage = (what: string) =>
  judged({
    code: 'settings-page',
    severity: 'error',
    title: 'The address of a page, not the value on it',
    remedy: `Copy ${what} from the list that this page shows, not the page’s own address.`,
    look: (text) =>
      isVendorAddress(text) &&
      (/^(?:www|automation|api)\./.test(hostOf(text)) ||
        /^\/(?:auth\/sso|settings|dashboard|support)(?:[/?#]|$)/i.test(behindHost(text)) ||
        (isSettingsHost(text) && /^\/organization(?:[/?#]|$)/i.test(behindHost(text))))
        ? { expected: `${what} as TestMu AI shows it`, found: text }
        : null,
  });

/**
 * How an ACS URL ends, by what is known of the vendor: Auth0's `/login/callback` with the connection's name, or something with SAML in it
 * beside its own metadata (`/organization/{id}/saml/metadata`, jumpcloud-behaviour.md section 2).
 */
const usualEnd =
  /^(?:\/login\/callback\?connection=[\w.-]+(?:&[\w.-]+=[\w.-]*)*|(?:\/[\w.-]+)*\/(?:acs|callback|consume|assertion|saml2?|post))$/i;
const otherPath = judged({
  code: 'other-path',
  severity: 'warning',
  title: 'Not the usual end of an ACS URL',
  remedy: 'Compare its end with what TestMu AI shows: something may be missing, or too much.',
  look: (text) =>
    isVendorAddress(text) && !text.includes('#') && !usualEnd.test(behindHost(text))
      ? { expected: '/login/callback?connection=… at its end', found: behindHost(text) === '' ? 'no path' : behindHost(text) }
      : null,
});

/** The login is a page of the vendor: a path, and nothing that an address bar or another form hung on it. */
const loginTail = judged({
  code: 'login-tail',
  severity: 'warning',
  title: 'More than a login page behind the host',
  remedy: 'Compare its end with what TestMu AI shows.',
  look: (text) =>
    isVendorAddress(text) &&
    /(?:\/(?:Users|Groups|v\d+|Me|Bulk|callback|acs)(?:[/?#]|$)|[?&]utm_|[?]|\/\/|\/$|^\/(?:l|lo|log|logi)$)/i.test(behindHost(text))
      ? { expected: 'a path such as /login, without a slash at its end', found: behindHost(text) }
      : null,
});

/** The vendor's own metadata is at auth.lambdatest.com (jumpcloud-behaviour.md section 2); no document names the host of the ACS itself. */
const otherVendorHost = (documented: (host: string) => boolean, expected: string) =>
  judged({
    code: 'other-vendor-host',
    severity: 'note',
    title: 'Not the host that the vendor documents',
    remedy: 'It may be right: TestMu AI was LambdaTest, and both names are in use. Compare it with what the console shows.',
    source: 'vendor §1',
    look: (text) => (isVendorAddress(text) && !documented(hostOf(text)) ? { expected, found: hostOf(text) } : null),
  });

const acsExample = 'https://auth.lambdatest.com/login/callback?connection=…';
export const acsUrlRules: readonly Rule[] = [
  ...addressPaste,
  ...addressShape(acsExample),
  jumpCloudSide('JumpCloud’s side, not the ACS'),
  vendorHost('the Assertion Consumer Service'),
  fragment,
  settingsPage('**ACS URL**'),
  trialHost,
  otherVendorHost((host) => host === 'auth.lambdatest.com', 'auth.lambdatest.com'),
  otherPath,
  connectionsDiffer('acs-url'),
  sameAsAnother(['idp-entity-id', 'login-url', 'metadata-url']),
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
  fragment,
  settingsPage('**Login URL**'),
  trialHost,
  otherVendorHost((host) => hostedBy(host, ['lambdatest.com']), 'a host under lambdatest.com'),
  loginTail,
  sameAsAcs,
  sameAsAnother(['idp-entity-id', 'metadata-url']),
];
