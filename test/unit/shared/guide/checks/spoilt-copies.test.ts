import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../../shared/guide/checks/check-context';
import { checkValue } from '../../../../../shared/guide/checks/check-value';
import type { ValueId } from '../../../../../shared/guide/value-id';
import { bareContext } from './bare-context';

const check = (id: ValueId, text: string, more: Partial<CheckContext> = {}) => checkValue(id, text, { ...bareContext, ...more });
const afterClick = (id: ValueId, text: string) => {
  const fix = check(id, text).findings.find((finding) => finding.fix?.kind === 'replace')?.fix;
  return fix == null ? check(id, text) : check(id, fix.text);
};

const certificate = `-----BEGIN CERTIFICATE-----\n${'MIIDdDCCAlygAwIBAgIGAXoTmBGPMA0GCSqGSIb3DQEBCwUA\n'.repeat(4)}-----END CERTIFICATE-----`;
const oktaMetadata = 'https://acme.okta.com/app/exk1/sso/saml/metadata';

describe('no click makes a spoilt copy look right', () => {
  it.each([
    ['acs-url', 'HTTPS://AUTH.LAMBDATEST.COM/LOGIN/CALLBACK?CONNECTION=JUMPCLOUD', 'wrong', 'capitals'],
    ['login-url', 'HTTPS://ACCOUNTS.LAMBDATEST.COM/LOGIN', 'wrong', 'capitals'],
    ['metadata-url', 'HTTPS://SSO.JUMPCLOUD.COM/SAML2/METADATA/TESTMU-AI', 'wrong', 'capitals'],
    ['bearer-token', certificate, 'wrong', 'misplaced'],
    ['bearer-token', certificate.replaceAll('\n', ''), 'wrong', 'misplaced'],
    ['bearer-token', '<!DOCTYPE html><html><head><title>Log in</title></head></html>', 'wrong', 'misplaced'],
    ['scim-base-url', '••••••••••••', 'wrong', 'placeholder'],
    ['display-label', '************', 'wrong', 'placeholder'],
  ] as const)('%s: %s', (id, text, state, code) => {
    const reading = afterClick(id, text);
    expect([reading.state, reading.findings.map((finding) => finding.code)]).toEqual([state, expect.arrayContaining([code])]);
  });

  it('offers no field to what another service shows', () => {
    for (const id of ['scim-base-url', 'bearer-token', 'idp-entity-id', 'sp-entity-id', 'acs-url', 'login-url'] as const) {
      const [finding] = check(id, oktaMetadata).findings;
      expect([finding?.severity, finding?.fix, finding?.found]).toEqual(['error', null, expect.stringContaining('Okta')]);
    }
  });
});

describe('an address that was not selected to its end', () => {
  it.each([
    ['scim-base-url', 'https://auth.lambd', 'auth.lambdatest.com'],
    ['acs-url', 'https://auth.lambdatest.co', 'auth.lambdatest.com'],
    ['idp-entity-id', 'https://sso.jumpcloud', 'sso.jumpcloud.com'],
    ['metadata-url', 'https://sso.jumpcloud.co', 'sso.jumpcloud.com'],
    ['login-url', 'https://accounts', 'accounts.lambdatest.com'],
  ] as const)('%s %s: its end is missing', (id, text, host) => {
    expect(check(id, text).findings).toEqual([
      expect.objectContaining({ code: 'host-cut-off', severity: 'error', expected: expect.stringContaining(host) }),
    ]);
  });

  it('the base URL is proposed as documented, where its path was cut or put into capitals', () => {
    for (const text of ['https://auth.lambdatest.com/api/s', 'https://auth.lambdatest.com', 'https://auth.lambdatest.com/API/SCIM'])
      expect(check('scim-base-url', text).findings.map(({ fix }) => fix?.text)).toContain('https://auth.lambdatest.com/api/scim');
    expect(check('scim-base-url', 'https://auth.lambdatest.com/scim/v2').findings.every(({ fix }) => fix === null)).toBe(true);
  });

  it('with slashes written as HTML entities it is made plain', () => {
    const text = 'https:&#x2F;&#x2F;auth.lambdatest.com&#47;api&sol;scim';
    expect(check('scim-base-url', text).findings[0]?.fix?.text).toBe('https://auth.lambdatest.com/api/scim');
  });
});

describe('values that are right one by one', () => {
  it('but are of two regions of JumpCloud', () => {
    const metadata = 'https://sso.eu.jumpcloud.com/saml2/metadata/x';
    const values = { 'idp-entity-id': 'https://sso.jumpcloud.com/saml2/x', 'metadata-url': metadata };
    expect(check('metadata-url', metadata, { values }).findings[0]).toMatchObject({
      code: 'other-region',
      found: expect.stringContaining('EU'),
    });
    expect(check('idp-entity-id', values['idp-entity-id'], { values }).findings[0]).toMatchObject({ code: 'other-region' });
    expect(check('metadata-url', metadata).findings).toEqual([]);
  });

  it('but under a host of the vendor that no document names, only get a note', () => {
    for (const [id, text] of [
      ['acs-url', 'https://auth.testmuai.com/login/callback?connection=jumpcloud'],
      ['acs-url', 'https://eu-auth.lambdatest.com/login/callback?connection=jumpcloud'],
      ['login-url', 'https://accounts.testmuai.com/login'],
    ] as const)
      expect(check(id, text)).toMatchObject({ state: 'ok', findings: [{ code: 'other-vendor-host', severity: 'note' }] });
  });

  it('a certificate in place of the metadata address is told what TestMu AI asks for', () => {
    expect(check('metadata-url', certificate).findings[0]).toMatchObject({ code: 'certificate', source: 'vendor §1' });
  });

  it('an ACS address as login URL can be moved', () => {
    const text = 'https://auth.lambdatest.com/login/callback?connection=jumpcloud';
    expect(check('login-url', text)).toMatchObject({ state: 'warned', findings: [{ fix: { kind: 'move', to: 'acs-url' } }] });
  });

  it('a test e-mail like a person’s own is asked about (J3), unless a roster says that nobody has it', () => {
    const fresh = { kind: 'suggest', text: 'ann.lee+scim-test-1@acme.example' };
    expect(check('test-email', 'ann.lee@acme.example')).toMatchObject({
      state: 'warned',
      findings: [{ code: 'like-a-persons', fix: fresh }],
    });
    expect(check('test-email', 'ann.lee@acme.example', { rosterDomains: [{ domain: 'acme.example', people: 3 }] }).state).toBe('ok');
    for (const made of ['ann+1@acme.example', 'scim-probe@acme.example']) expect(check('test-email', made).state).toBe('ok');
  });

  it('http: or a slash at the end of an entity ID is left, and noted', () => {
    const reading = check('idp-entity-id', 'http://auth.lambdatest.com/saml/idp/');
    expect(reading).toMatchObject({ state: 'ok', findings: [{ code: 'spelling', severity: 'note', fix: null }] });
    expect(reading.findings[0]?.found).toBe('http: at its beginning and a slash at its end');
  });
});
