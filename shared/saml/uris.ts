/** The names of SAML 2.0 and XML signature that the wire uses, each from its specification. */
export const NS = {
  /** saml-core-2.0 section 1.2. */
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  /** saml-metadata-2.0 section 1.1. */
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
} as const;

/** saml-bindings-2.0 section 3. */
export const BINDING = {
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  artifact: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact',
  soap: 'urn:oasis:names:tc:SAML:2.0:bindings:SOAP',
} as const;

/** saml-core-2.0 section 8.3; JumpCloud offers the first two (jumpcloud-behaviour, SAML). */
export const NAME_ID_FORMAT = {
  emailAddress: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  /** As JumpCloud's form writes it; the specification's own name says 1.1. Both are read. */
  unspecified10: 'urn:oasis:names:tc:SAML:1.0:nameid-format:unspecified',
  unspecified11: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
} as const;

export const STATUS_SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';
export const CONFIRMATION_BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
export const AUTHN_CONTEXT_PASSWORD = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';
export const ATTRIBUTE_NAME_FORMAT_BASIC = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic';

/** What people call a binding: the last part of its name. */
export function bindingName(binding: string): string {
  return binding.startsWith('urn:oasis:names:tc:SAML:') ? binding.slice(binding.lastIndexOf(':') + 1) : binding;
}
