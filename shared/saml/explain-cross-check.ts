import type { CrossCheckCode } from './cross-check';

export interface CrossCheckWords {
  readonly title: string;
  readonly fix: string;
}

export const CROSS_CHECK_WORDS = {
  'idp-entity-id': {
    title: 'IdP entity ID is the same on both sides',
    fix: 'Copy the entity ID from the metadata character by character; upper and lower case and a slash at the end count.',
  },
  'sp-entity-id': {
    title: 'SP entity ID is the same on both sides',
    fix: 'Copy TestMu AI\'s entity ID into "SP Entity ID" in JumpCloud. It becomes the audience of every assertion.',
  },
  'acs-url': {
    title: 'ACS URL is the one TestMu AI listens on',
    fix: 'Copy the ACS URL from TestMu AI into JumpCloud. It becomes the recipient of every assertion.',
  },
  'login-url': {
    title: 'Sign In URL belongs to this application',
    fix: 'Enter the IdP URL of this application (https://sso.jumpcloud.com/saml2/…), not the address of the console or the user portal.',
  },
  'vendor-certificate': {
    title: 'TestMu AI holds the certificate that signs',
    fix: 'Upload the signing certificate of the current metadata at TestMu AI.',
  },
  'name-id-format': {
    title: 'NameID format carries an e-mail address',
    fix: 'Choose emailAddress or unspecified as SAMLSubject NameID Format in JumpCloud.',
  },
  'name-id': {
    title: 'NameID is an e-mail address in an SSO domain',
    fix: 'Set SAMLSubject NameID to "email" in JumpCloud, and list every e-mail domain of your people as an SSO domain at TestMu AI.',
  },
  'break-glass': {
    title: 'Somebody can still sign in when SSO fails',
    fix: 'Exempt one admin under SSO User Settings at TestMu AI before you switch on Enforce SSO Login, and keep a signed-in session open during step 11.',
  },
} as const satisfies Readonly<Record<CrossCheckCode, CrossCheckWords>>;
