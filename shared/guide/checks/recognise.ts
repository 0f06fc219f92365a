import { isEmail } from '../../email';
import { behindHost, isJumpCloudAddress, isVendorAddress } from './address-parts';
import { readJwt } from './read-jwt';

/** What a text is by its looks, whatever field it stands in. */
export type Shape =
  | 'web-page'
  | 'xml'
  | 'certificate'
  | 'json'
  | 'file'
  | 'scim-address'
  | 'metadata-address'
  | 'sp-metadata-address'
  | 'acs-address'
  | 'jumpcloud-login-address'
  | 'settings-address'
  | 'login-address'
  | 'address'
  | 'name-id-format'
  | 'fixed-urn'
  | 'sp-urn'
  | 'urn'
  | 'email'
  | 'domain'
  | 'token'
  | 'other';

/** Where a repair has taken the spaces out, documents are known by what is left of their beginning. */
export function shapeOf(text: string): Shape {
  const trimmed = text.trim();
  if (/^<!doctype\s*html|^<html[\s>]/i.test(trimmed)) return 'web-page';
  if (/^<\?xml|^<(?:[\w.-]+:)?(?:EntityDescriptor|EntitiesDescriptor|Response|Assertion)[\s>]/.test(trimmed)) return 'xml';
  if (trimmed.startsWith('-----BEGIN') || derInBase64.test(trimmed)) return 'certificate';
  if (xmlInBase64.test(trimmed)) return 'xml';
  if (/^[{[]\s*["{[\]}]/.test(trimmed)) return 'json';
  if (/^(?:[a-z]:\\|file:|\\\\\w|~?\/(?:[\w. -]+\/)+[\w. -]+\.\w{1,5}$)/i.test(trimmed)) return 'file';
  if (/^https?:\/\/\S+$/i.test(trimmed)) return addressShape(trimmed);
  if (/^urn:oasis:names:tc:SAML:[\d.]+:nameid-format:/i.test(trimmed)) return 'name-id-format';
  if (/^urn:(?:ietf:params|oasis:names):/i.test(trimmed)) return 'fixed-urn';
  if (/^urn:auth0:[^:\s]+:\S+$/i.test(trimmed)) return 'sp-urn';
  if (/^urn:[a-z0-9][a-z0-9-]{0,31}:\S+$/i.test(trimmed)) return 'urn';
  if (isEmail(trimmed)) return 'email';
  // Before domains: a web token is words with dots between them as well.
  if (readJwt(trimmed) !== null || /^eyJ[\w-]{8,}/.test(trimmed)) return 'token';
  if (/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(trimmed)) return 'domain';
  if (looksLikeToken(trimmed.replace(/^bearer\s+/i, ''))) return 'token';
  return 'other';
}

/** A certificate without its first and last line: a SEQUENCE of some hundred bytes (RFC 5280), with or without line breaks. */
const derInBase64 = /^MI[IM][A-Za-z0-9+/][A-Za-z0-9+/\s]{240,}={0,2}$/;
/** `<?x`, `<sam`, `<Ent`, `<md:`, `<Res`, `<ns`: a SAML message or metadata as it travels. */
const xmlInBase64 = /^(?:PD94|PHNhb|PEVud|PG1kO|PFJlc|PG5z)[A-Za-z0-9+/\s]{60,}={0,2}$/;

function addressShape(text: string): Shape {
  const path = behindHost(text);
  if (/\/scim(?:\/|$|\?)/i.test(path)) return 'scim-address';
  if (isVendorAddress(text) && /\/saml\/metadata/i.test(path)) return 'sp-metadata-address';
  if (/metadata/i.test(path)) return 'metadata-address';
  if (isJumpCloudAddress(text) && /\/saml2\//i.test(path)) return 'jumpcloud-login-address';
  if (/\/(?:login\/callback|acs|saml\/(?:acs|consume|callback)|assertion)(?:[/?]|$)/i.test(path)) return 'acs-address';
  if (isVendorAddress(text) && /^\/login\/?$/i.test(path)) return 'login-address';
  if (/\/auth\/sso(?:[/?#]|$)|\/login\/admin|#\/sso/i.test(path)) return 'settings-address';
  return 'address';
}

/** A long run of mixed characters with no structure of its own. */
function looksLikeToken(text: string): boolean {
  return /^[\w+/~-]{24,}={0,2}$/.test(text) && /\d/.test(text) && /[a-z]/i.test(text);
}

/** In words, for messages. Texts that may be secret are never quoted. */
export const shapeWords = {
  'web-page': 'a web page',
  xml: 'an XML document',
  certificate: 'a certificate or a key',
  json: 'a JSON document',
  file: 'the path of a file',
  'scim-address': 'a SCIM address',
  'metadata-address': 'the address of metadata',
  'sp-metadata-address': 'the address of TestMu AI’s own metadata',
  'acs-address': 'an ACS address',
  'jumpcloud-login-address': 'the address at which JumpCloud signs people in (IdP URL)',
  'settings-address': 'the address of a settings page',
  'login-address': 'the address of TestMu AI’s login page',
  address: 'a web address',
  'name-id-format': 'a NameID format',
  'fixed-urn': 'a name that a standard fixes, the same everywhere',
  'sp-urn': 'TestMu AI’s side (an SP entity ID)',
  urn: 'an identifier (URN)',
  email: 'an e-mail address',
  domain: 'a domain',
  token: 'what looks like a token',
  other: 'something else',
} as const satisfies Record<Shape, string>;
