import { hostOf } from '../../preflight/base-url';
import { addressPaste, addressShape, isJumpCloudAddress, isLoopback, isVendorAddress, vendorDomains } from './address-rules';
import { judged, type Rule } from './rule';

const vendorHost = (what: string) =>
  judged({
    code: 'unknown-host',
    severity: 'warning',
    title: 'Not a host of the vendor',
    remedy: 'Compare it with what TestMu AI shows: it may have been copied from another service’s set-up.',
    look: (text) =>
      hostOf(text) === '' || isVendorAddress(text) || isJumpCloudAddress(text) || isLoopback(text)
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

const acsExample = 'https://auth.lambdatest.com/login/callback?connection=…';
export const acsUrlRules: readonly Rule[] = [
  ...addressPaste,
  ...addressShape(acsExample),
  jumpCloudSide('JumpCloud’s side, not the ACS'),
  vendorHost('the Assertion Consumer Service'),
  fragment,
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
  sameAsAcs,
];
