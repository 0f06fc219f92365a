import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../../shared/guide/checks/check-context';
import { checkValue } from '../../../../../shared/guide/checks/check-value';
import type { ValueId } from '../../../../../shared/guide/value-id';
import { bareContext } from './bare-context';

const check = (id: ValueId, text: string, more: Partial<CheckContext> = {}) => checkValue(id, text, { ...bareContext, ...more });
const codes = (id: ValueId, text: string, more: Partial<CheckContext> = {}) => check(id, text, more).findings.map(({ code }) => code);
const mended = (id: ValueId, text: string, more: Partial<CheckContext> = {}) => {
  const fixes = check(id, text, more).findings.flatMap(({ fix }) => (fix?.kind === 'replace' ? [fix.text] : []));
  expect(new Set(fixes).size).toBeLessThanOrEqual(1);
  return fixes[0] ?? null;
};

const base = 'https://auth.lambdatest.com/api/scim';

describe('the SCIM base URL', () => {
  it('as the vendor documents it has nothing to say', () => {
    expect(check('scim-base-url', base)).toEqual({ value: 'scim-base-url', state: 'ok', findings: [] });
  });

  it.each([
    ['a slash at the end', `${base}/`, ['trailing-slash']],
    ['two slashes at the end', `${base}//`, ['trailing-slash']],
    ['/Users', `${base}/Users`, ['resource-tail']],
    ['/Groups/', `${base}/Groups/`, ['resource-tail']],
    ['/ServiceProviderConfig', `${base}/ServiceProviderConfig`, ['resource-tail']],
    ['the query of the guide for Azure', `${base}?aadOptscim062020`, ['query-or-fragment']],
    ['a query behind /Users', `${base}/Users?filter=x`, ['query-or-fragment']],
    ['a fragment', `${base}#token`, ['query-or-fragment']],
    ['http', 'http://auth.lambdatest.com/api/scim', ['plain-http']],
    ['no scheme', 'auth.lambdatest.com/api/scim', ['scheme-missing']],
    ['a lost first letter', 'ttps://auth.lambdatest.com/api/scim', ['scheme-slip']],
    ['one slash in the scheme', 'https:/auth.lambdatest.com/api/scim', ['scheme-slip']],
    ['no colon in the scheme', 'https//auth.lambdatest.com/api/scim', ['scheme-slip']],
    ['the scheme twice', `https://${base}`, ['scheme-slip']],
    ['white space around', `  ${base}\n`, ['outer-space']],
    ['a no-break space behind', `${base}\u00a0`, ['hidden-characters', 'outer-space']],
    ['a zero-width space in the middle', 'https://auth.lambda\u200btest.com/api/scim', ['hidden-characters']],
    ['a byte order mark before', `\ufeff${base}`, ['hidden-characters']],
    ['a right-to-left mark behind', `${base}\u200f`, ['hidden-characters']],
    ['a bidi override before', `\u202d${base}\u202c`, ['hidden-characters']],
    ['straight quotes', `"${base}"`, ['quotes']],
    ['smart quotes', `“${base}”`, ['quotes']],
    ['a quote before only', `'${base}`, ['quotes']],
    ['backquotes', `\`${base}\``, ['quotes']],
    ['angle brackets', `<${base}>`, ['quotes']],
    ['a Markdown link', `[SCIM Base URL](${base})`, ['markdown-link']],
    ['a Markdown link with a title', `[x](${base} "the address")`, ['markdown-link']],
    ['its label', `SCIM Base URL: ${base}`, ['label-before']],
    ['a sentence', `Please use ${base} for SCIM.`, ['words-around']],
    ['a full stop', `${base}.`, ['sentence-end']],
    ['a comma', `${base},`, ['sentence-end']],
    ['slashes escaped as in JSON', 'https:\\/\\/auth.lambdatest.com\\/api\\/scim', ['escaped-slashes']],
    ['a line break', 'https://auth.lambdatest.com/\n  api/scim', ['line-breaks']],
    ['an en dash', 'https://auth\u2013eu.lambdatest.com/api/scim', ['dashes']],
  ])('with %s is an error that one click mends', (_what, text, expected) => {
    const reading = check('scim-base-url', text);
    expect(reading.state).toBe('wrong');
    expect(expected.every((code) => reading.findings.some((finding) => finding.code === code))).toBe(true);
    const wanted = text.includes('\u2013') ? 'https://auth-eu.lambdatest.com/api/scim' : base;
    expect(mended('scim-base-url', text)).toBe(wanted);
  });

  it('with everything wrong at once is mended by one click, and all of it is told', () => {
    const text = ' “http://auth.lambda\u200btest.com/api/scim/Users/?count=1” ';
    expect(mended('scim-base-url', text)).toBe(base);
    expect(new Set(codes('scim-base-url', text))).toEqual(
      new Set(['hidden-characters', 'outer-space', 'quotes', 'plain-http', 'query-or-fragment']),
    );
  });

  it.each([
    ['of another service', 'https://api.example.com/scim/v2', 'warned', 'unknown-host'],
    ['of a look-alike', 'https://auth.lambdatest.com.evil.example/api/scim', 'wrong', 'look-alike'],
    ['with two letters swapped', 'https://auth.lamdbatest.com/api/scim', 'wrong', 'look-alike'],
    ['of another host of the vendor', 'https://stage-auth.lambdatest.com/api/scim', 'warned', 'other-vendor-host'],
    ['in capitals', 'HTTPS://AUTH.LAMBDATEST.COM/API/SCIM', 'wrong', 'capitals'],
    ['of Okta', 'https://acme.okta.com/scim/v2', 'wrong', 'other-service'],
    ['of JumpCloud', 'https://console.jumpcloud.com/api/systemusers', 'wrong', 'other-side'],
    ['on another port', 'https://auth.lambdatest.com:8443/api/scim', 'warned', 'odd-port'],
    ['on a port that does not exist', 'https://auth.lambdatest.com:99999/api/scim', 'wrong', 'bad-host'],
    ['with itself behind it under another host', `${base}https://x.example/scim`, 'wrong', 'address-inside'],
    ['with another path at the vendor', 'https://auth.lambdatest.com/scim/v2', 'warned', 'other-path'],
    ['of the rehearsal server', 'http://127.0.0.1:8080/scim/v2', 'warned', 'own-machine'],
    ['of the settings page', 'https://accounts.lambdatest.com/auth/sso', 'wrong', 'settings-page'],
    ['with a password', 'https://ann:secret@auth.lambdatest.com/api/scim', 'wrong', 'bad-host'],
    ['with a Cyrillic letter', 'https://\u0430uth.lambdatest.com/api/scim', 'wrong', 'foreign-letters'],
    ['cut off', 'https://auth.lambda…', 'wrong', 'cut-off'],
    ['and another one', `${base} https://x.example/scim`, 'wrong', 'several-addresses'],
    ['with a space in it', 'https://auth.lambdatest.com/api scim', 'wrong', 'inner-space'],
    ['that is a word', 'hello', 'wrong', 'not-an-address'],
  ])('%s: %s', (_what, text, state, code) => {
    const reading = check('scim-base-url', text);
    expect([reading.state, reading.findings.map((finding) => finding.code)]).toEqual([state, expect.arrayContaining([code])]);
  });

  it('says where the trouble is', () => {
    expect(check('scim-base-url', `${base}/`).findings[0]?.at).toEqual({ index: base.length, length: 1 });
    expect(check('scim-base-url', 'https://auth.lambda\u200btest.com/api/scim').findings[0]).toMatchObject({
      found: 'a zero-width space (U+200B) at character 20',
      at: { index: 19, length: 1 },
    });
  });
});

const token = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7';
const jwt = (claims: object) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  // HMAC with SHA-256 makes 32 bytes, 43 characters in base64url (RFC 7518 section 3.2).
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${'s'.repeat(43)}`;
};
const seconds = (iso: string) => Date.parse(iso) / 1000;

describe('the bearer token', () => {
  it('alone has nothing to say', () => {
    expect(check('bearer-token', token).findings).toEqual([]);
  });

  it.each([
    ['Bearer before it', `Bearer ${token}`, 'bearer-prefix'],
    ['bearer in small letters', `bearer   ${token}`, 'bearer-prefix'],
    ['the whole header', `Authorization: Bearer ${token}`, 'label-before'],
    ['its label', `Bearer Token: ${token}`, 'label-before'],
    ['quotes', `"${token}"`, 'quotes'],
    ['a comma behind', `"${token}",`, 'punctuation'],
    ['a line break', `${token.slice(0, 10)}\n${token.slice(10)}`, 'inner-space'],
    ['white space', ` ${token}\t`, 'outer-space'],
    ['a zero-width joiner', `${token.slice(0, 10)}\u200d${token.slice(10)}`, 'hidden-characters'],
    ['Bearer twice', `Bearer Bearer ${token}`, 'bearer-prefix'],
  ])('with %s is mended by one click', (_what, text, code) => {
    expect(codes('bearer-token', text)).toContain(code);
    expect(mended('bearer-token', text)).toBe(token);
  });

  it.each([
    ['dots that hide it', '••••••••••••', 'masked'],
    ['stars that hide it', '****************', 'masked'],
    ['cut off', `${token}…`, 'cut-off'],
    ['a few letters', 'abc123', 'short-token'],
    ['an access key', 'LT_abcdefghijklmnopqrstuvwxyz0123456789abcdefghijk', 'access-key'],
    ['with an umlaut', `${token}ä`, 'not-a-token'],
  ])('that is %s: %s', (_what, text, code) => {
    expect(codes('bearer-token', text)).toContain(code);
  });

  it.each([
    ['2026-11-23T00:00:00Z', 'expired', 'wrong'],
    ['2026-12-10T00:00:00Z', 'ends-soon', 'warned'],
    ['2027-11-24T00:00:00Z', 'expiry', 'ok'],
  ])('that is a web token ending %s: %s', (ends, code, state) => {
    const reading = check('bearer-token', jwt({ exp: seconds(ends), sub: 'x' }));
    expect([reading.findings.map((finding) => finding.code), reading.state]).toEqual([[code], state]);
    expect(reading.findings[0]?.found).toBe(ends.slice(0, 10));
  });

  it('is never quoted in words', () => {
    for (const text of [`Bearer ${token}`, `"${token}",`, `${token}ä`, `${token}…`, ` ${token} x`, jwt({ exp: 1 })]) {
      for (const finding of check('bearer-token', text).findings) {
        const words = [finding.title, finding.expected, finding.found, finding.remedy].join(' ');
        expect(words).not.toContain(token.slice(0, 8));
        expect(words).not.toContain(jwt({ exp: 1 }).slice(40, 60));
      }
    }
  });
});

describe('a value in the wrong field is recognised, and can be moved', () => {
  it.each([
    ['scim-base-url', token, 'bearer-token'],
    ['scim-base-url', jwt({ exp: 1 }), 'bearer-token'],
    ['scim-base-url', `Bearer ${token}`, 'bearer-token'],
    ['bearer-token', base, 'scim-base-url'],
    ['bearer-token', 'ann@acme.example', 'test-email'],
    ['sp-entity-id', 'https://sso.jumpcloud.com/saml2/testmu', 'idp-entity-id'],
    ['idp-entity-id', 'https://auth.lambdatest.com/organization/42/saml/metadata', 'sp-entity-id'],
    ['acs-url', 'https://sso.jumpcloud.com/saml2/metadata/testmu', 'metadata-url'],
    ['acs-url', 'urn:auth0:lambdatest:jumpcloud', 'sp-entity-id'],
    ['login-url', base, 'scim-base-url'],
    ['metadata-url', base, 'scim-base-url'],
    ['name-id', 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress', 'name-id-format'],
    ['test-email', 'acme.example', 'sso-domains'],
    ['sso-domains', base, 'scim-base-url'],
    ['connection-name', base, 'scim-base-url'],
    ['display-label', token, 'bearer-token'],
  ] as const)('%s: %s belongs to %s', (field, text, to) => {
    const finding = check(field, text).findings.find(({ code }) => code === 'misplaced');
    expect(finding?.fix).toMatchObject({ kind: 'move', to });
    expect(check(to, finding?.fix?.text ?? '').findings.map(({ code }) => code)).not.toContain('misplaced');
  });

  it('does not quote a token that stands in an open field', () => {
    const words = check('scim-base-url', token).findings.map((finding) => `${finding.found} ${finding.expected}`);
    expect(words.join(' ')).not.toContain(token);
  });
});

describe('entity IDs', () => {
  const id = 'urn:auth0:lambdatest:Acme-JumpCloud';
  it('are left as they are: case, slash at the end and all', () => {
    for (const text of [id, 'https://Example.com/SAML/', 'https://auth.lambdatest.com/x/']) {
      const { state, findings } = check('sp-entity-id', text);
      expect([state, findings.filter(({ fix }) => fix !== null)]).toEqual(['ok', []]);
    }
  });

  it.each([
    ['a space in it', 'urn:auth0 :x', 'inner-space'],
    ['a soft hyphen', 'urn:auth0:\u00adx', 'hidden-characters'],
    ['a Greek letter', 'urn:auth0:\u03bfrg', 'foreign-letters'],
    ['its label', `SP Entity ID: ${id}`, 'label-before'],
    ['1025 characters', 'x'.repeat(1025), 'too-long'],
    ['three dots', 'urn:auth0:lambda...', 'cut-off'],
  ])('with %s: %s', (_what, text, code) => {
    expect(codes('sp-entity-id', text)).toContain(code);
  });

  it('keep their case when they are mended', () => {
    expect(mended('sp-entity-id', ` "${id}\u200b" `)).toBe(id);
    expect(mended('idp-entity-id', `IdP Entity ID: ${id}`)).toBe(id);
  });

  it('that are the same on both sides are warned of', () => {
    expect(codes('sp-entity-id', 'urn:x:y', { values: { 'idp-entity-id': 'urn:x:y' } })).toEqual(['same-on-both-sides']);
    expect(codes('sp-entity-id', 'urn:x:y', { values: { 'idp-entity-id': 'urn:x:Y' } })).toEqual([]);
  });
});

describe('the other SAML values', () => {
  it.each([
    ['acs-url', 'https://auth.lambdatest.com/login/callback?connection=acme', []],
    ['acs-url', 'https://auth.lambdatest.com/login/callback?connection=acme&amp;x=1', ['html-entities']],
    ['acs-url', 'https://idp.example/acs', ['unknown-host']],
    ['acs-url', 'https://sso.jumpcloud.com/x', ['other-side']],
    ['acs-url', 'https://auth.lambdatest.com/acs#x', ['fragment']],
    ['login-url', 'https://accounts.lambdatest.com/sso', []],
    ['login-url', 'https://sso.jumpcloud.com/saml2/testmu', ['other-side']],
    ['name-id', 'email', []],
    ['name-id', 'Email', ['name-id-spelling']],
    ['name-id', 'E-mail address', ['name-id-spelling']],
    ['name-id', 'username', ['not-email']],
    ['name-id', 'ann@acme.example', ['an-address']],
    ['name-id', 'employeeId', ['unknown-name-id']],
    ['name-id-format', 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress', []],
    ['name-id-format', 'urn:oasis:names:tc:SAML:1.0:nameid-format:unspecified', []],
    ['name-id-format', 'emailAddress', ['format-spelling']],
    ['name-id-format', 'urn:oasis:names:tc:saml:1.1:nameid-format:emailaddress', ['format-spelling']],
    ['name-id-format', 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent', ['format-without-email']],
    ['name-id-format', 'urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos', ['unknown-format']],
    ['metadata-url', 'https://sso.jumpcloud.com/saml2/metadata/testmu', []],
    ['metadata-url', 'https://sso.jumpcloud.com/saml2/testmu', ['idp-url']],
    ['metadata-url', 'https://console.jumpcloud.com/#/sso', ['console-page']],
    ['metadata-url', 'https://auth.lambdatest.com/organization/1/saml/metadata', ['other-side']],
    ['metadata-url', 'https://idp.example/metadata', ['unknown-host']],
    ['metadata-url', '<?xml version="1.0"?><EntityDescriptor entityID="https://x.example"/>', ['metadata-itself']],
    ['metadata-url', 'JumpCloud-saml2-metadata.xml', ['metadata-file']],
    ['metadata-url', 'C:\\Users\\ann\\Downloads\\metadata.xml', ['metadata-file']],
    ['metadata-url', 'file:///home/ann/metadata.xml', ['metadata-file']],
    ['metadata-url', 'https://sso.jumpcloud.com/saml2/metadata.xml', []],
    ['metadata-url', '<!DOCTYPE html><html><a href="https://x.example">x</a></html>', ['web-page']],
  ] as const)('%s %s: %j', (id, text, expected) => {
    expect(codes(id, text)).toEqual(expected);
  });

  it('write the full name of a format, and small letters of a field, in one click', () => {
    expect(mended('name-id-format', 'EmailAddress')).toBe('urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress');
    expect(mended('name-id', '"Email Address"')).toBe('email');
  });
});

describe('the SSO domains', () => {
  it.each([
    ['acme.example', null],
    ['acme.example, acme-labs.example', null],
    ['acme.example,acme-labs.example', null],
    ['@acme.example', 'acme.example'],
    ['ann@acme.example; bob@acme-labs.example', 'acme.example, acme-labs.example'],
    ['https://www.acme.example/login', 'www.acme.example'],
    ['*.acme.example', 'acme.example'],
    ['Acme.Example', 'acme.example'],
    ['acme.example acme.example', 'acme.example'],
    ['acme.example\nacme-labs.example', 'acme.example, acme-labs.example'],
    ['SSO domains: acme.example.', 'acme.example'],
    ['acme.example,', 'acme.example'],
  ])('%j becomes %j', (text, expected) => {
    expect(mended('sso-domains', text)).toBe(expected);
  });

  it.each([
    ['acme', 'not-a-domain'],
    ['acme.example, -x.example', 'not-a-domain'],
    ['acme.example, gmail.com', 'public-mail'],
    ['Outlook.com', 'public-mail'],
  ])('%s: %s', (text, code) => {
    expect(codes('sso-domains', text)).toContain(code);
    expect(check('sso-domains', text).state).toBe('wrong');
  });

  it('warn of people of the roster who are outside, with their number', () => {
    const rosterDomains = [
      { domain: 'acme.example', people: 90 },
      { domain: 'acme-labs.example', people: 7 },
    ];
    const [finding] = check('sso-domains', 'acme.example', { rosterDomains }).findings;
    expect(finding).toMatchObject({ code: 'people-outside', found: '7 people in acme-labs.example' });
    expect(codes('sso-domains', 'acme.example, acme-labs.example', { rosterDomains })).toEqual([]);
  });
});

describe('the test e-mail', () => {
  const values = { 'sso-domains': 'acme.example' };

  it.each([
    ['mailto:ann+1@acme.example', 'mailto'],
    ['mailto:ann+1@acme.example?subject=x', 'mailto'],
    ['Ann Lee <ann+1@acme.example>', 'words-around'],
    ['<ann+1@acme.example>', 'quotes'],
    ['[ann+1@acme.example](mailto:ann+1@acme.example)', 'markdown-link'],
    ['ann+1@acme.example.', 'words-around'],
    [' ann+1@acme.example ', 'outer-space'],
    ['“ann+1@acme.example”', 'quotes'],
    ['ann+1@\u200bacme.example', 'hidden-characters'],
  ])('%s is mended by one click', (text, code) => {
    expect(codes('test-email', text, { values })).toContain(code);
    expect(mended('test-email', text, { values })).toBe('ann+1@acme.example');
  });

  it.each([
    ['ann', 'not-an-email'],
    ['ann@acme', 'not-an-email'],
    ['ann@acme.example, bob@acme.example', 'several-addresses'],
    ['ann+1@other.example', 'other-domain'],
    ['ann@gmail.com', 'public-mail'],
  ])('%s: %s', (text, code) => {
    expect(codes('test-email', text, { values })).toContain(code);
  });

  it('of a known person is an error, with a fresh one to take', () => {
    const testEmailOwner = { email: 'ann@acme.example', where: 'roster' } as const;
    const [finding] = check('test-email', 'Ann@acme.example', { values, testEmailOwner }).findings;
    expect(finding).toMatchObject({ code: 'known-person', severity: 'error', source: 'J3' });
    expect(finding?.fix).toEqual({ kind: 'suggest', text: 'Ann+scim-test-1@acme.example' });
  });

  it('that was used before is an error, and the one proposed was never used', () => {
    const at = '2026-11-01T00:00:00.000Z';
    const burntEmails = ['ann+scim-test-1@acme.example', 'ann+scim-test-2@acme.example'].map((email) => ({ email, at, baseUrl: '' }));
    const [finding] = check('test-email', 'ANN+scim-test-1@acme.example', { values, burntEmails }).findings;
    expect(finding).toMatchObject({ code: 'burnt', found: 'used on 2026-11-01', source: 'I1' });
    expect(finding?.fix).toEqual({ kind: 'suggest', text: 'ANN+scim-test-3@acme.example' });
  });

  it('outside of the SSO domains gets one inside proposed', () => {
    expect(check('test-email', 'ann@other.example', { values }).findings[0]?.fix).toEqual({
      kind: 'suggest',
      text: 'ann+scim-test-1@acme.example',
    });
  });
});

describe('names', () => {
  it.each([
    ['connection-name', 'jumpcloud', []],
    ['connection-name', 'JumpCloud SSO', ['plain-characters']],
    ['connection-name', ' jumpcloud', ['outer-space']],
    ['connection-name', 'x'.repeat(129), ['too-long']],
    ['display-label', 'TestMu AI', []],
    ['display-label', 'TestMu\u00a0AI', ['hidden-characters']],
    ['display-label', 'Tëst Mü', []],
  ] as const)('%s %s: %j', (id, text, expected) => {
    expect(codes(id, text)).toEqual(expected);
  });

  it('keep their inner spaces when mended', () => {
    expect(mended('display-label', ' TestMu\u00a0AI ')).toBe('TestMu AI');
  });
});

describe('the first tag of a metadata file', () => {
  it.each(['idp-entity-id', 'sp-entity-id', 'metadata-url'] as const)('is metadata and no bracketed value: %s', (id) => {
    const found = check(id, '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.acme.example">');
    expect(found.findings.map(({ code }) => code)).not.toContain('quotes');
    expect(found.findings.map(({ found: words }) => words).join(' ')).toMatch(/XML|metadata/i);
  });

  it('leaves an address in angle brackets to be freed of them', () => {
    expect(codes('scim-base-url', `<${base}>`)).toContain('quotes');
  });
});
