import type { CheckCode } from './check';

export interface CheckWords {
  readonly title: string;
  /** The usual cause when it fails. */
  readonly cause: string;
  readonly fix: string;
}

const HOSTILE =
  'Identity providers do not write this. The response was edited or put together by somebody: treat it as an attack, keep it, and do not use it.';
const CAPTURE = 'Capture the response again from the browser, whole and unchanged.';

/** What each check asks, and what to do when it fails. The expected and found values stand in the check itself. */
export const CHECK_WORDS = {
  'xml-safe': { title: 'The XML is harmless', cause: 'The text is not XML, is cut off, or holds what SAML never does.', fix: CAPTURE },
  'response-root': {
    title: 'It is a SAML 2.0 response',
    cause: 'Another message was captured: a request, a logout, or metadata.',
    fix: 'Capture the request to the ACS URL that carries SAMLResponse.',
  },
  'no-comments': { title: 'No comments', cause: HOSTILE, fix: CAPTURE },
  'unique-ids': { title: 'Every ID is unique', cause: HOSTILE, fix: CAPTURE },
  'one-assertion': {
    title: 'There is one assertion',
    cause: 'The identity provider refused the login and sent a status only, or the message was put together by somebody.',
    fix: 'Read the status; bind the application to a group of the person in JumpCloud.',
  },
  'not-encrypted': {
    title: 'The assertion can be read',
    cause: 'JumpCloud has an SP certificate and encrypts for it.',
    fix: 'Remove the SP certificate in JumpCloud unless TestMu AI gave you one, then capture again.',
  },
  'signature-present': {
    title: 'It is signed',
    cause: 'Neither the response nor the assertion is signed.',
    fix: 'Set Sign to Assertion or Response on the SSO tab in JumpCloud.',
  },
  'signature-place': { title: 'Signatures stand where they belong', cause: HOSTILE, fix: CAPTURE },
  'signature-reference': { title: 'The signature covers the element it stands in', cause: HOSTILE, fix: CAPTURE },
  'signature-transforms': { title: 'Only harmless transforms', cause: HOSTILE, fix: CAPTURE },
  'signature-algorithm': {
    title: 'The signature algorithm is strong',
    cause: 'SHA-1 is chosen in JumpCloud, or the algorithm was replaced.',
    fix: 'Set Signature Algorithm to RSA-SHA256 on the SSO tab in JumpCloud.',
  },
  'digest-algorithm': {
    title: 'The digest algorithm is strong',
    cause: 'SHA-1 is chosen in JumpCloud.',
    fix: 'Set Signature Algorithm to RSA-SHA256 on the SSO tab in JumpCloud.',
  },
  'signature-certificate': {
    title: 'The certificate is the one in the metadata',
    cause: 'The certificate was rotated, and one side still has the old one.',
    fix: 'Export the metadata again and upload its certificate at TestMu AI.',
  },
  'signature-value': {
    title: 'The signature is right',
    cause: 'It was signed with another key, or changed afterwards.',
    fix: 'Compare the certificates first; if they are the same, the content was changed on the way.',
  },
  'certificate-dates': {
    title: 'The certificate is valid',
    cause: 'The certificate has expired.',
    fix: 'Renew it in JumpCloud and upload the new one at TestMu AI; rehearse the rotation first.',
  },
  status: {
    title: 'The identity provider says success',
    cause: 'The identity provider refused: the person is not bound to the application, or cancelled.',
    fix: 'Bind a user group of the person to the application in JumpCloud.',
  },
  issuer: {
    title: 'The issuer is the identity provider',
    cause: 'The IdP Entity ID differs between JumpCloud and TestMu AI.',
    fix: 'Enter the same IdP Entity ID on both sides; upper and lower case count.',
  },
  destination: {
    title: 'It is addressed to the ACS URL',
    cause: "The ACS URL in JumpCloud is not TestMu AI's.",
    fix: 'Copy the ACS URL from TestMu AI into JumpCloud.',
  },
  'in-response-to': {
    title: 'It answers the request',
    cause: 'The response belongs to another login, or the login page was open for too long or in two windows.',
    fix: "Start again from TestMu AI's login page in one window.",
  },
  'issue-instant': {
    title: 'It was not issued in the future',
    cause: 'The clock of one side is wrong.',
    fix: "Check the clock of this machine; JumpCloud's and TestMu AI's are kept by them.",
  },
  'subject-confirmation': {
    title: 'The bearer may use it',
    cause: 'The assertion is not meant for a browser login.',
    fix: 'Use a SAML 2.0 application with the standard browser login in JumpCloud.',
  },
  recipient: {
    title: 'The recipient is the ACS URL',
    cause: "The ACS URL in JumpCloud is not TestMu AI's.",
    fix: 'Copy the ACS URL from TestMu AI into JumpCloud.',
  },
  'subject-not-on-or-after': {
    title: 'It is still fresh',
    cause: 'The response is old, or a clock is wrong.',
    fix: 'Sign in again; if it stays, check the clocks. For a captured response, check it at the time of its login.',
  },
  'not-before': {
    title: 'It is valid already',
    cause: 'The clock of one side is wrong.',
    fix: 'Check the clocks. For a captured response, check it at the time of its login.',
  },
  'not-on-or-after': {
    title: 'It has not expired',
    cause: 'The response is old, or a clock is wrong.',
    fix: 'Sign in again; if it stays, check the clocks. For a captured response, check it at the time of its login.',
  },
  audience: {
    title: 'The audience is the service provider',
    cause: "SP Entity ID in JumpCloud is not TestMu AI's entity ID.",
    fix: 'Copy the entity ID from TestMu AI into SP Entity ID; it is case-sensitive and a slash at the end counts.',
  },
  'name-id': {
    title: 'The NameID is an e-mail address',
    cause: 'SAMLSubject NameID in JumpCloud is not "email".',
    fix: 'Set SAMLSubject NameID to email on the SSO tab in JumpCloud.',
  },
  'name-id-format': {
    title: 'The NameID format is the agreed one',
    cause: 'SAMLSubject NameID Format in JumpCloud differs from what was agreed.',
    fix: 'Set SAMLSubject NameID Format as in the values ledger.',
  },
  'name-id-domain': {
    title: 'The NameID is in an SSO domain',
    cause: "The person's e-mail domain is not among the SSO domains at TestMu AI.",
    fix: "Add the domain to the connection at TestMu AI, or change the person's e-mail in JumpCloud.",
  },
  'authn-statement': {
    title: 'It says when the person signed in',
    cause: 'The assertion has no AuthnStatement, or its session is over.',
    fix: 'Sign in again.',
  },
  attributes: {
    title: 'The attributes are there',
    cause: 'A row is missing under User Attributes in JumpCloud, or its name differs in case, or the person has no value.',
    fix: "Compare the names letter by letter, and fill the person's value in JumpCloud.",
  },
  replay: {
    title: 'It is used for the first time',
    cause: 'The same response was posted twice: the page was reloaded, or somebody replays it.',
    fix: 'Start a new login. If nobody reloaded, find out who posted it.',
  },
} as const satisfies Readonly<Record<CheckCode, CheckWords>>;
