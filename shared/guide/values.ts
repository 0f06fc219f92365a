import type { FieldPlace, ValueDefinition } from './value';
import type { ValueId } from './value-id';

/** Paths in the consoles, with newer and older names of the same place (vendor-behaviour.md section 1, jumpcloud-behaviour.md 1 and 2). */
const scimPanel = 'Settings › Organization Settings › Authentication and SSO (also: Security) › SCIM Base URL and Bearer Token';
const ssoConnection = 'Settings › Organization Settings › Authentication & SSO › Setup SSO';
const ssoTab = 'SSO Applications › your application › SSO';
const scimTab = 'SSO Applications › your application › Identity Management (newer consoles: Provisioning)';

const testMu = (step: FieldPlace['step'], path: string, ...labels: string[]): FieldPlace => ({ step, console: 'testmu-ai', path, labels });
const jumpCloud = (step: FieldPlace['step'], path: string, ...labels: string[]): FieldPlace => ({
  step,
  console: 'jumpcloud',
  path,
  labels,
});

/** The ledger's rows: each value once, where it comes from, where it goes, and how a wrong one would show. */
export const values: Readonly<Record<ValueId, ValueDefinition>> = {
  'scim-base-url': {
    id: 'scim-base-url',
    name: 'SCIM base URL',
    what: 'The address under which TestMu AI answers SCIM. JumpCloud appends `/Users` and `/Groups` to it.',
    example: 'https://auth.lambdatest.com/api/scim',
    secret: false,
    origin: { kind: 'copied', from: testMu('3', scimPanel, 'SCIM Base URL') },
    again: [testMu('12', `${ssoConnection} › your connection`, 'SCIM Base URL')],
    pasteInto: [jumpCloud('13', scimTab, 'Base URL')],
    verifiedBy:
      'Its shape while typing; the live check asks it for one user. A wrong one fails **Test Connection** with 404 or an HTML page.',
  },
  'bearer-token': {
    id: 'bearer-token',
    name: 'Bearer token',
    what: 'The key with which JumpCloud may create and deactivate people at TestMu AI.',
    example: 'a long run of letters and digits',
    secret: true,
    origin: { kind: 'copied', from: testMu('3', scimPanel, 'Bearer Token') },
    again: [testMu('12', `${ssoConnection} › your connection`, 'Bearer Token')],
    pasteInto: [jumpCloud('13', scimTab, 'Token Key', 'HTTP Header: Authorization, Bearer')],
    verifiedBy: 'Its shape while pasting, its expiry where it says one; the live check uses it. A wrong one fails with 401.',
  },
  'display-label': {
    id: 'display-label',
    name: 'Display label',
    what: "The application's name in JumpCloud's lists and on people's user portal.",
    example: 'TestMu AI',
    secret: false,
    origin: { kind: 'decided', step: '7', advice: 'A name that people recognise in their portal. It can be changed later.' },
    again: [],
    pasteInto: [jumpCloud('7', 'SSO Applications › new application › Enter general info', 'Display Label')],
    verifiedBy: 'Its length and characters. Nothing else depends on it.',
  },
  'connection-name': {
    id: 'connection-name',
    name: 'Connection name',
    what: 'The name of the SSO connection at TestMu AI.',
    example: 'jumpcloud',
    secret: false,
    origin: {
      kind: 'decided',
      step: '8',
      advice: 'Short and plain, for example `jumpcloud`: letters, digits and hyphens are safe everywhere.',
    },
    again: [testMu('10', ssoConnection, 'Connection Name')],
    pasteInto: [testMu('8', ssoConnection, 'Connection Name')],
    verifiedBy: 'Its characters. Entered twice under two names, it makes two connections (steps 8 and 10 are one and the same).',
  },
  'idp-entity-id': {
    id: 'idp-entity-id',
    name: 'IdP entity ID',
    what: "JumpCloud's name in every login message. TestMu AI expects exactly this one.",
    example: 'https://auth.lambdatest.com/saml/idp/jumpcloud',
    secret: false,
    origin: { kind: 'copied', from: testMu('9', ssoConnection, 'IdP Entity ID') },
    again: [jumpCloud('10', ssoTab, 'IdP Entity ID')],
    pasteInto: [jumpCloud('10', ssoTab, 'IdP Entity ID')],
    verifiedBy: 'Invisible characters and case while pasting; the metadata that JumpCloud gives afterwards must carry it letter by letter.',
  },
  'sp-entity-id': {
    id: 'sp-entity-id',
    name: 'SP entity ID',
    what: "TestMu AI's name in every login message. JumpCloud writes it as the audience, upper and lower case kept.",
    example: 'urn:auth0:lambdatest:jumpcloud',
    secret: false,
    origin: { kind: 'copied', from: testMu('9', ssoConnection, 'SP Entity ID') },
    again: [jumpCloud('10', ssoTab, 'SP Entity ID')],
    pasteInto: [jumpCloud('10', ssoTab, 'SP Entity ID')],
    verifiedBy: 'Invisible characters and case while pasting. A wrong one shows at the first login as an audience mismatch.',
  },
  'acs-url': {
    id: 'acs-url',
    name: 'ACS URL',
    what: 'Where JumpCloud sends the login: the Assertion Consumer Service of TestMu AI.',
    example: 'https://auth.lambdatest.com/login/callback?connection=jumpcloud',
    secret: false,
    origin: { kind: 'copied', from: testMu('9', ssoConnection, 'ACS URL') },
    again: [jumpCloud('10', ssoTab, 'ACS URLs', 'ACS URL')],
    pasteInto: [jumpCloud('10', ssoTab, 'ACS URLs', 'ACS URL')],
    verifiedBy: 'https, host and shape while pasting. A wrong one ends the first login on an error page.',
  },
  'name-id': {
    id: 'name-id',
    name: 'Subject name (NameID)',
    what: 'Which of a person’s fields names them in the login. TestMu AI knows people by e-mail.',
    example: 'email',
    secret: false,
    origin: { kind: 'copied', from: testMu('9', ssoConnection, 'Subject Name') },
    again: [],
    pasteInto: [jumpCloud('10', ssoTab, 'SAMLSubject NameID')],
    verifiedBy: 'It must be `email`. A username there makes a second account, or none, at the first login.',
  },
  'name-id-format': {
    id: 'name-id-format',
    name: 'NameID format',
    what: 'How the subject name is announced in the login message.',
    example: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    secret: false,
    origin: {
      kind: 'decided',
      step: '10',
      advice:
        'Take what TestMu AI shows with the subject name. Where it shows none: `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress`, or leave JumpCloud’s `…SAML:1.0:nameid-format:unspecified`.',
    },
    again: [],
    pasteInto: [jumpCloud('10', ssoTab, 'SAMLSubject NameID Format')],
    verifiedBy: 'It must be one of the formats that JumpCloud offers. A persistent or transient one does not carry an e-mail.',
  },
  'login-url': {
    id: 'login-url',
    name: 'Login URL',
    what: 'Where a login that starts at TestMu AI begins.',
    example: 'https://accounts.lambdatest.com/login',
    secret: false,
    origin: { kind: 'copied', from: testMu('9', ssoConnection, 'Login URL') },
    again: [],
    pasteInto: [jumpCloud('10', ssoTab, 'Login URL')],
    verifiedBy: 'https and host while pasting.',
  },
  'metadata-url': {
    id: 'metadata-url',
    name: 'Metadata URL',
    what: "Where TestMu AI reads JumpCloud's certificate and addresses.",
    example: 'https://sso.jumpcloud.com/saml2/metadata/testmu-ai',
    secret: false,
    origin: { kind: 'copied', from: jumpCloud('10', ssoTab, 'Copy Metadata URL') },
    again: [jumpCloud('11', ssoTab, 'Copy Metadata URL')],
    pasteInto: [testMu('11', `${ssoConnection} › Create Connection`, 'Metadata URL')],
    verifiedBy: 'https while pasting; the SAML lab reads it and says what it is. A stale one answers a web page instead of XML.',
  },
  'sso-domains': {
    id: 'sso-domains',
    name: 'SSO domains',
    what: 'The e-mail domains whose people sign in through this connection, separated by commas.',
    example: 'acme.example, acme-labs.example',
    secret: false,
    origin: {
      kind: 'decided',
      step: '11',
      advice: 'Every domain that your people’s e-mail addresses have, and only domains that are yours.',
    },
    again: [],
    pasteInto: [testMu('11', `${ssoConnection} › Create Connection`, 'SSO domain', 'SSO domains')],
    verifiedBy: 'Each is a domain name and no public mail service; the roster’s addresses must be in one of them.',
  },
  'test-email': {
    id: 'test-email',
    name: 'Test e-mail',
    what: 'An address that nobody at TestMu AI has. JumpCloud creates a person with it, and takes it away again.',
    example: 'scim-test+1@acme.example',
    secret: false,
    origin: {
      kind: 'decided',
      step: '14',
      advice:
        'A fresh plus-address of your own, such as `you+scim1@your-domain`: a new one for every test, because a used one stays behind.',
    },
    again: [],
    pasteInto: [jumpCloud('14', scimTab, 'Test User Email')],
    verifiedBy: 'Its shape, its domain, that nobody in the roster has it and that no earlier test used it up.',
  },
};
