import { randomBytes, webcrypto } from 'node:crypto';
import type { Certificate } from '../../../shared/saml/certificate';
import { readCertificate } from './read-certificate';
import { X509CertificateGenerator } from './x509';

/** A key pair of a rehearsal. It lives in memory and ends with the process. */
export interface LocalKey {
  /** PKCS #8, PEM. Never leaves the main process. */
  readonly privateKey: string;
  readonly certificate: Certificate;
}

export interface LocalKeyOptions {
  /** Shown in consoles and certificates, so that nobody takes the key for JumpCloud's. */
  readonly commonName: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly bits?: 1024 | 2048;
  readonly hash?: 'SHA-1' | 'SHA-256';
}

/** Marks every key of ours in every list it may appear in. */
export const LOCAL_COMMON_NAME = 'SCIM Preflight rehearsal (not JumpCloud)';

export async function createLocalKey({
  commonName,
  notBeforeMs,
  notAfterMs,
  bits = 2048,
  hash = 'SHA-256',
}: LocalKeyOptions): Promise<LocalKey> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash,
    modulusLength: bits,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as unknown as CryptoKeyPair;
  const x509 = await X509CertificateGenerator.createSelfSigned({
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    name: [{ CN: [commonName] }],
    notBefore: new Date(notBeforeMs),
    notAfter: new Date(notAfterMs),
    signingAlgorithm: algorithm,
    keys,
  });
  const reading = readCertificate(x509.toString('base64'));
  if (reading.kind === 'broken') throw new Error(`a certificate just made cannot be read: ${reading.reason}`);
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey as unknown as webcrypto.CryptoKey)).toString(
    'base64',
  );
  return {
    privateKey: `-----BEGIN PRIVATE KEY-----\n${(pkcs8.match(/.{1,64}/g) ?? []).join('\n')}\n-----END PRIVATE KEY-----\n`,
    certificate: reading.certificate,
  };
}
