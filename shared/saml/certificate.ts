/** An X.509 certificate as SAML metadata carries it. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly keyType: string;
  /** Bits of the modulus or of the curve; null where the key type has none. */
  readonly keyBits: number | null;
  /** As people know it, such as `SHA-256 with RSA`. */
  readonly signatureAlgorithm: string;
  readonly serialNumber: string;
  /** Lower-case hexadecimal SHA-256 of the DER bytes. */
  readonly sha256: string;
  /** The DER bytes in base64 without line breaks: what metadata holds. Public, never a key. */
  readonly base64: string;
}

export type CertificateReading =
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | {
      readonly kind: 'broken';
      readonly reason: string;
      readonly start: string;
    };

const DAY_MS = 86_400_000;

/** Whole days until the end of validity, rounded down; negative once it has passed. */
export function daysLeft(certificate: Certificate, nowMs: number): number {
  return Math.floor((Date.parse(certificate.notAfter) - nowMs) / DAY_MS);
}

/** `AB:CD:…`, as consoles and browsers show a fingerprint. */
export function formatFingerprint(sha256: string): string {
  return (sha256.toUpperCase().match(/../g) ?? []).join(':');
}

/** The certificate as a `.pem` file, the form the vendor's "X.509 certificate" upload takes. */
export function toPem(certificate: Certificate): string {
  const lines = certificate.base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
