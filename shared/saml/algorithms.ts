/** How far an algorithm named inside a message is believed. `weak` is understood and refused; so is all that is not listed. */
export type Trust = 'allowed' | 'weak';

export interface SignatureAlgorithm {
  readonly name: string;
  readonly trust: Trust;
  readonly keyType: 'RSA' | 'EC';
  readonly hash: 'sha1' | 'sha256' | 'sha384' | 'sha512';
}

/**
 * RFC 9231 and xmldsig-core 6.4. No HMAC: a verifier that takes it treats the public key as a shared secret.
 * JumpCloud signs with RSA-SHA256 unless told otherwise (jumpcloud-behaviour, SAML).
 */
export const SIGNATURE_ALGORITHMS: Readonly<Record<string, SignatureAlgorithm>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': {
    name: 'RSA-SHA256',
    trust: 'allowed',
    keyType: 'RSA',
    hash: 'sha256',
  },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': {
    name: 'RSA-SHA384',
    trust: 'allowed',
    keyType: 'RSA',
    hash: 'sha384',
  },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': {
    name: 'RSA-SHA512',
    trust: 'allowed',
    keyType: 'RSA',
    hash: 'sha512',
  },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256': {
    name: 'ECDSA-SHA256',
    trust: 'allowed',
    keyType: 'EC',
    hash: 'sha256',
  },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384': {
    name: 'ECDSA-SHA384',
    trust: 'allowed',
    keyType: 'EC',
    hash: 'sha384',
  },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512': {
    name: 'ECDSA-SHA512',
    trust: 'allowed',
    keyType: 'EC',
    hash: 'sha512',
  },
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1': {
    name: 'RSA-SHA1',
    trust: 'weak',
    keyType: 'RSA',
    hash: 'sha1',
  },
};

export interface DigestAlgorithm {
  readonly name: string;
  readonly trust: Trust;
  readonly hash: SignatureAlgorithm['hash'];
}

export const DIGEST_ALGORITHMS: Readonly<Record<string, DigestAlgorithm>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': {
    name: 'SHA-256',
    trust: 'allowed',
    hash: 'sha256',
  },
  'http://www.w3.org/2001/04/xmldsig-more#sha384': {
    name: 'SHA-384',
    trust: 'allowed',
    hash: 'sha384',
  },
  'http://www.w3.org/2001/04/xmlenc#sha512': {
    name: 'SHA-512',
    trust: 'allowed',
    hash: 'sha512',
  },
  'http://www.w3.org/2000/09/xmldsig#sha1': {
    name: 'SHA-1',
    trust: 'weak',
    hash: 'sha1',
  },
};

export const ENVELOPED_SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
export const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** saml-core-2.0 section 5.4.3 recommends the exclusive form; the inclusive one is met in the field. Never "WithComments". */
export const CANONICALISATIONS: readonly string[] = [EXCLUSIVE_C14N, 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'];

/** saml-core-2.0 section 5.4.4: enveloped-signature and a canonicalisation, and nothing else. */
export const TRANSFORMS: readonly string[] = [ENVELOPED_SIGNATURE, ...CANONICALISATIONS];

/** An own-property look-up, so that a name such as `constructor` from a message finds nothing. */
export function lookUp<T>(table: Readonly<Record<string, T>>, uri: string): T | undefined {
  return Object.hasOwn(table, uri) ? table[uri] : undefined;
}
