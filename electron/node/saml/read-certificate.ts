import { createHash, X509Certificate as NodeCertificate } from 'node:crypto';
import type { CertificateReading } from '../../../shared/saml/certificate';
import { X509Certificate } from './x509';

/** Far above any certificate (a few kB), far below what would take time to parse. */
const MAX_BASE64 = 64 * 1024;

/** Reads the text of a `ds:X509Certificate`, or a PEM file: base64 DER, white space and PEM armour ignored. */
export function readCertificate(text: string): CertificateReading {
  const base64 = text.replace(/-----(?:BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '');
  const broken = (reason: string): CertificateReading => ({
    kind: 'broken',
    reason,
    start: base64.slice(0, 24) || 'nothing',
  });
  if (base64 === '') return broken('it is empty');
  if (base64.length > MAX_BASE64) return broken('it is too long for a certificate');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 === 1) return broken('it is not base64');
  const der = Buffer.from(base64, 'base64');
  try {
    // Both readers must agree that it is a certificate: Node's verifies with it, the other names its algorithms.
    const node = new NodeCertificate(der);
    const x509 = new X509Certificate(new Uint8Array(der));
    const key = node.publicKey;
    return {
      kind: 'certificate',
      certificate: {
        subject: x509.subject,
        issuer: x509.issuer,
        notBefore: x509.notBefore.toISOString(),
        notAfter: x509.notAfter.toISOString(),
        keyType:
          key.asymmetricKeyType === 'rsa'
            ? 'RSA'
            : key.asymmetricKeyType === 'ec'
              ? `EC ${key.asymmetricKeyDetails?.namedCurve ?? ''}`.trim()
              : (key.asymmetricKeyType ?? 'unknown'),
        keyBits: key.asymmetricKeyDetails?.modulusLength ?? null,
        signatureAlgorithm: describeAlgorithm(x509),
        serialNumber: x509.serialNumber,
        sha256: createHash('sha256').update(node.raw).digest('hex'),
        base64: node.raw.toString('base64'),
      },
    };
  } catch {
    // The libraries' own words name their routines, not what is wrong.
    return broken('it is no certificate, or a part of it is missing');
  }
}

function describeAlgorithm(x509: X509Certificate): string {
  const { name, hash } = x509.signatureAlgorithm;
  const family = name.startsWith('RSASSA') ? 'RSA' : name;
  return hash?.name ? `${hash.name} with ${family}` : family;
}
