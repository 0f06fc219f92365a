import { webcrypto } from 'node:crypto';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import type { TlsFiles } from './loopback-server';

export interface CertificateWish {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
}

export interface IssuedCertificate extends TlsFiles {
  /** PEM of the authority that signed it. */
  readonly ca: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const dayMs = 86_400_000;

/** A fresh authority and a server certificate by it: real TLS, with the fault a test wants. */
export async function makeCertificate({ name, notBefore, notAfter }: CertificateWish): Promise<IssuedCertificate> {
  x509.cryptoProvider.set(webcrypto as never);
  const caKeys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=Test Authority',
    notBefore: new Date(notBefore - dayMs),
    notAfter: new Date(notAfter + 3650 * dayMs),
    signingAlgorithm: algorithm,
    keys: caKeys as never,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)],
  });
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const isAddress = /^[\d.]+$/.test(name);
  const leaf = await x509.X509CertificateGenerator.create({
    serialNumber: '02',
    subject: `CN=${name}`,
    issuer: ca.subject,
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey as never,
    signingKey: caKeys.privateKey as never,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: isAddress ? 'ip' : 'dns', value: name }])],
  });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${key.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`,
    cert: leaf.toString('pem'),
    ca: ca.toString('pem'),
  };
}
