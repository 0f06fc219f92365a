import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../../shared/guide/checks/check-context';
import { checkValue } from '../../../../../shared/guide/checks/check-value';
import { type ValueId, valueIds } from '../../../../../shared/guide/value-id';
import { labelsOf } from '../../../../../shared/guide/value-labels';
import { bareContext } from './bare-context';

const check = (id: ValueId, text: string, values: CheckContext['values'] = {}) => checkValue(id, text, { ...bareContext, values });

/** What TestMu AI and JumpCloud show, or an admin decides, for one connection. */
const right: Readonly<Record<ValueId, string>> = {
  'scim-base-url': 'https://auth.lambdatest.com/api/scim',
  'bearer-token': 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7x',
  'display-label': 'TestMu AI',
  'connection-name': 'jumpcloud',
  'idp-entity-id': 'https://auth.lambdatest.com/saml/idp/jumpcloud',
  'sp-entity-id': 'urn:auth0:lambdatest:jumpcloud',
  'acs-url': 'https://auth.lambdatest.com/login/callback?connection=jumpcloud',
  'name-id': 'email',
  'name-id-format': 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  'login-url': 'https://accounts.lambdatest.com/login',
  'metadata-url': 'https://sso.jumpcloud.com/saml2/metadata/testmu-ai',
  'sso-domains': 'acme.example, acme-labs.example',
  'test-email': 'scim-test+1@acme.example',
};

const middle = (text: string, put: string): string => text.slice(0, text.length >> 1) + put + text.slice(text.length >> 1);

/** What happens between a console and a field. */
const accidents: readonly (readonly [what: string, happens: (text: string) => string, except?: readonly ValueId[]])[] = [
  ['a space before', (text) => ` ${text}`],
  ['a tab behind', (text) => `${text}\t`],
  ['a Windows line end behind', (text) => `${text}\r\n`],
  ['a no-break space behind', (text) => `${text}\u00a0`],
  ['an ideographic space behind', (text) => `${text}\u3000`],
  // A comma list and a name keep what the break stood for.
  ['wrapped and indented', (text) => middle(text, '\r\n    '), ['display-label', 'connection-name', 'sso-domains']],
  ['“smart quotes”', (text) => `“${text}”`],
  ['straight quotes', (text) => `"${text}"`],
  ['«guillemets»', (text) => `«${text}»`],
  ['backquotes', (text) => `\`${text}\``],
  ['brackets', (text) => `[${text}]`],
  ['braces', (text) => `{${text}}`],
  ['a code block', (text) => `\`\`\`\n${text}\n\`\`\``],
  ['a code block with a language', (text) => `\`\`\`text\n${text}\n\`\`\``],
  ['bold in Markdown', (text) => `**${text}**`],
  ['struck in Markdown', (text) => `~~${text}~~`],
  ['an entry of a list', (text) => `- ${text}`],
  ['an entry of a list with a dot', (text) => `• ${text}`],
  ['an entry of a numbered list', (text) => `1. ${text}`, ['display-label', 'connection-name']],
  ['a quotation in Markdown', (text) => `> ${text}`],
  ['a link of a chat', (text) => `<${text}|here>`, ['display-label', 'connection-name', 'sso-domains']],
  ['a link of a page', (text) => `<a href="${text}">${text}</a>`],
  [
    'a link of a page with a caption',
    (text) => `<a href="${text}">here</a>`,
    ['bearer-token', 'display-label', 'connection-name', 'sp-entity-id', 'name-id', 'name-id-format', 'sso-domains'],
  ],
  ['code of a page', (text) => `<code>${text}</code>`],
  ['a table cell of a page', (text) => `<td class="x">${text}</td>`],
  ['a field of a page', (text) => `<input value="${text}">`],
  ['a line break of a page', (text) => `${text}<br>`],
  ['a no-break space of a page', (text) => `${text}&nbsp;`],
  ['a line of JSON', (text) => `"key": "${text}",`],
  ['a line of an environment file', (text) => `SCIM_VALUE=${text}`],
  ['a line of a script', (text) => `export X="${text}"`],
  ['a comma behind', (text) => `${text},`],
  ['the word of the copy button', (text) => `${text}\nCopied!`],
  ['a zero-width space inside', (text) => middle(text, '\u200b')],
  ['a word joiner inside', (text) => middle(text, '\u2060')],
  ['a soft hyphen inside', (text) => middle(text, '\u00ad')],
  ['a byte order mark before', (text) => `\ufeff${text}`],
  ['a right-to-left mark behind', (text) => `${text}\u200f`],
  ['isolated by bidi marks', (text) => `\u2066${text}\u2069`],
  ['turned round by a bidi mark', (text) => `\u202e${text}\u202c`],
  ['a Hangul filler inside', (text) => middle(text, '\u3164')],
  ['a sign of an icon font behind', (text) => `${text}\ue14d`],
  ['half a character behind', (text) => `${text}\ud83d`],
  [
    'full-width characters',
    (text) => [...text].map((one) => (one > ' ' && one <= '~' ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one)).join(''),
    ['display-label'],
  ],
  ['a space as a percent code behind', (text) => `${text}%20`, ['display-label', 'connection-name']],
  ['pasted twice', (text) => `${text}\n${text}`, ['display-label', 'connection-name', 'name-id']],
];

const labelled: readonly (readonly [what: string, happens: (label: string, text: string) => string])[] = [
  ['a colon', (label, text) => `${label}: ${text}`],
  ['a colon without a space', (label, text) => `${label}:${text}`],
  ['a wide colon', (label, text) => `${label}：${text}`],
  ['the next line', (label, text) => `${label}\n${text}`],
  ['the next cell', (label, text) => `${label}\t${text}`],
  ['an equals sign', (label, text) => `${label}=${text}`],
  ['a dash', (label, text) => `${label} - ${text}`],
  ['an arrow', (label, text) => `${label} → ${text}`],
  ['a space', (label, text) => `${label} ${text}`],
  ['bold and a colon', (label, text) => `**${label}:** ${text}`],
  ['bold and code', (label, text) => `**${label}**: \`${text}\``],
];

/** What the one click makes of it. */
function mended(id: ValueId, text: string): string {
  const { state, findings } = check(id, text);
  expect(state, JSON.stringify(text)).not.toBe('ok');
  const fixes = new Set(findings.flatMap(({ fix }) => (fix?.kind === 'replace' ? [fix.text] : [])));
  expect(fixes.size, JSON.stringify(text)).toBeLessThanOrEqual(1);
  return [...fixes][0] ?? `not mended: ${findings.map(({ code }) => code).join(', ')}`;
}

type Accident = (typeof accidents)[number];
const happeningTo = (id: ValueId): [string, Accident[1]][] =>
  accidents.flatMap(([what, happens, except = []]) => (except.includes(id) ? [] : [[what, happens]]));

describe.each(valueIds)('%s', (id) => {
  it('as the console shows it has nothing to say', () => {
    expect(check(id, right[id])).toEqual({ value: id, state: 'ok', findings: [] });
  });

  it.each(happeningTo(id))('copied with %s is mended in one click', (_what, happens) => {
    expect(mended(id, happens(right[id]))).toBe(right[id]);
  });

  it.each(labelled)('copied with its label and %s is mended in one click', (_what, happens) => {
    for (const label of labelsOf(id)) expect(mended(id, happens(label, right[id])), label).toBe(right[id]);
  });

  it.each([
    ['what a copy button says', 'Copied to clipboard'],
    ['a template', '{{value}}'],
    ['a variable', ['$', '{SCIM_VALUE}'].join('')],
    ['an invitation', '<your value here>'],
    ['nothing, as a program writes it', 'undefined'],
    ['nothing, as people write it', 'N/A'],
    ['an object that a page could not show', '[object Object]'],
    ['a filler', 'xxxxxxxxxxxxxxxxxxxx'],
    ['its label alone', labelsOf(id)[0] ?? ''],
  ])('in place of which stands %s cannot work', (_what, text) => {
    const { state, findings } = check(id, text);
    expect([state, findings.map(({ code }) => code)]).toEqual(['wrong', expect.arrayContaining(['placeholder'])]);
    expect(
      findings.flatMap(({ fix }) => (fix?.kind === 'replace' ? [fix.text] : [])),
      'there is nothing to mend',
    ).toEqual([]);
  });

  it.each([
    ['a web page', '<!DOCTYPE html><html></html>'],
    ['metadata', '<?xml version="1.0"?><EntityDescriptor/>'],
    ['a certificate', `-----BEGIN CERTIFICATE-----\n${'MIIC'.padEnd(64, 'x1Y2')}\n-----END CERTIFICATE-----`],
    [
      'a certificate without its first and last line',
      `MIIDBTCCAe2gAwIBAgIQ${Array.from({ length: 80 }, (_, at) => `${at}aB+/`.slice(0, 5)).join('')}`,
    ],
    ['a SAML message', `PHNhbWxwOlJlc3BvbnNlIHhtbG5z${Array.from({ length: 40 }, (_, at) => `${at}cD`).join('')}`],
    ['a SCIM body', '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"]}'],
    ['a URN of SCIM', 'urn:ietf:params:scim:schemas:core:2.0:User'],
  ])('in place of which stands %s cannot work', (_what, text) => {
    expect(check(id, text).state).toBe('wrong');
  });

  it('holds no other value without a word', () => {
    for (const other of valueIds) {
      // Both are free names, and both may be the same.
      if (
        other === id ||
        (id === 'display-label' && other === 'connection-name') ||
        (id === 'connection-name' && other === 'display-label')
      )
        continue;
      const values = { [other]: right[other] };
      expect(check(id, right[other], values).state, `${other} in ${id}`).not.toBe('ok');
    }
  });

  it('under the label of another value is sent there', () => {
    for (const other of valueIds) {
      if (other === id) continue;
      const [label = ''] = labelsOf(other);
      const [finding] = check(id, `${label}: ${right[other]}`).findings;
      expect(finding?.fix, `${label} in ${id}`).toEqual({ kind: 'move', to: other, text: right[other] });
    }
  });
});

describe('a token is never glued together from words', () => {
  const token = right['bearer-token'];
  it.each([
    ['the user name and password of another scheme', `Basic ${token}`, null],
    ['the word Token', `Token ${token}`, token],
    ['a label of two words over it', `Token Key\n${token}`, token],
    ['words behind it', `${token} (do not share)`, token],
    ['a header in quotes', `-H "Authorization: Bearer ${token}"`, token],
    ['a whole command', `curl -H 'Authorization: Bearer ${token}' https://auth.lambdatest.com/api/scim/Users`, token],
    ['the scheme with a percent code', `Bearer%20${token}`, token],
    ['a sentence without a token', 'Ask the admin for the secret value', null],
  ])('%s', (_what, text, expected) => {
    const { state, findings } = check('bearer-token', text);
    expect(state).toBe('wrong');
    expect(findings.flatMap(({ fix }) => (fix?.kind === 'replace' ? [fix.text] : []))[0] ?? null).toBe(expected);
  });

  it.each([
    ['JumpCloud’s API key', 'jca_1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789', 'other-key', 'wrong'],
    ['a token of GitHub', `ghp_${'a1B2'.repeat(9)}`, 'other-key', 'wrong'],
    ['40 hexadecimal digits, as API keys have', 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334', 'hex-key', 'warned'],
    ['an id', '3f2504e0-4f89-11d3-9a0c-0305e82c3301', 'uuid', 'warned'],
    ['a sign that RFC 6750 has no room for', `${token}#x`, 'not-a-token', 'wrong'],
    ['one that some services use all the same', `12|${token}`, 'odd-token', 'warned'],
    ['a web token cut in its second part', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx', 'cut-web-token', 'wrong'],
    ['a web token cut in its last part', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${'s'.repeat(40)}`, 'cut-signature', 'warned'],
    ['the path of a file', '/home/ann/token.txt', 'misplaced', 'wrong'],
  ])('%s: %s', (_what, text, code, state) => {
    const reading = check('bearer-token', text);
    expect([reading.state, reading.findings.map((finding) => finding.code)]).toEqual([state, expect.arrayContaining([code])]);
  });
});

describe('a whole document in a field', () => {
  it.each(valueIds)('is far too long for the %s, and nothing is made of it', (id) => {
    const { state, findings } = check(id, `a${' '.repeat(200_000)}\n${right[id]}`);
    expect([state, findings.map(({ code, fix }) => [code, fix])]).toEqual(['wrong', [['far-too-long', null]]]);
  });
});

describe('the values of one connection fit each other', () => {
  it.each([
    ['sp-entity-id', 'urn:auth0:lambdatest:jumpclou', 'other-connection'],
    ['sp-entity-id', 'urn:auth0:lambdatest:other', 'other-connection'],
    ['sp-entity-id', 'urn:auth0:lambd', 'odd-end'],
    ['acs-url', 'https://auth.lambdatest.com/login/callback?connection=jumpclou', 'other-connection'],
    ['acs-url', 'https://auth.lambdatest.com/log', 'other-path'],
    ['acs-url', 'https://accounts.lambdatest.com/organization/security', 'settings-page'],
    ['login-url', 'https://accounts.lambdatest.com/auth/sso', 'misplaced'],
    ['login-url', 'https://accounts.lambdatest.com/login#x', 'fragment'],
    ['login-url', 'https://accounts.lambdatest.com/login/', 'login-tail'],
    ['metadata-url', 'https://sso.jumpcloud.com', 'other-path'],
    ['metadata-url', 'https://login.microsoftonline.com/x/federationmetadata/2007-06/federationmetadata.xml', 'other-service'],
    ['idp-entity-id', 'htps//auth.lambdatest.com/saml', 'not-a-uri'],
    ['idp-entity-id', 'http://www.okta.com/exk123', 'other-service'],
    ['sp-entity-id', 'urn:auth0:lambdatest:jump{cloud}', 'no-uri-sign'],
    ['sso-domains', 'https://accounts.lambdatest.com/login', 'service-domain'],
    ['sso-domains', 'www.acme.example', 'web-host'],
    ['test-email', 'scim-test+1@acme.example/Users', 'odd-signs'],
    ['test-email', 'scim-test+1@acme_labs.example', 'bad-domain'],
    ['test-email', 'scim-test+1@\u0430cme.example', 'foreign-letters'],
    ['connection-name', 'jump\ufffdcloud', 'damaged'],
    ['display-label', 'TestMu…', 'cut-off'],
  ] as const)('%s %s: %s', (id, text, code) => {
    const reading = check(id, text, right);
    expect([reading.state === 'ok', reading.findings.map((finding) => finding.code)]).toEqual([
      code === 'not-a-uri' ? expect.anything() : false,
      expect.arrayContaining([code]),
    ]);
  });
});
