import { createHash, createPublicKey, type KeyLike, sign, verify } from 'node:crypto';
import type { HashAlgorithm, SignatureAlgorithm, SignedXml } from 'xml-crypto';
import { DIGEST_ALGORITHMS, SIGNATURE_ALGORITHMS } from '../../../shared/saml/algorithms';

type SignatureTable = SignedXml['SignatureAlgorithms'];
type HashTable = SignedXml['HashAlgorithms'];

/** Whether weak algorithms are computed too: only to make a bad response in a rehearsal, never to believe one. */
export type AlgorithmSet = 'allowed' | 'with-weak';

/** xml-crypto's own tables know HMAC and no ECDSA; these hold exactly what `shared/saml/algorithms.ts` lists. */
export function signatureTable(set: AlgorithmSet): SignatureTable {
  const table: SignatureTable = {};
  for (const [uri, { keyType, hash, trust }] of Object.entries(SIGNATURE_ALGORITHMS)) {
    if (trust === 'weak' && set === 'allowed') continue;
    table[uri] = class implements SignatureAlgorithm {
      getSignature(material: Buffer | string | unknown, privateKey: unknown): string {
        return sign(hash, Buffer.from(String(material)), {
          key: privateKey as KeyLike as string,
          dsaEncoding: 'ieee-p1363',
        }).toString('base64');
      }
      /** The key must be of the kind the algorithm names: an RSA key never serves as something else. */
      verifySignature(material: string, key: KeyLike, signatureValue: string): boolean {
        const publicKey = createPublicKey(key as string);
        if (publicKey.asymmetricKeyType !== keyType.toLowerCase()) return false;
        return verify(hash, Buffer.from(material), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signatureValue, 'base64'));
      }
      getAlgorithmName(): string {
        return uri;
      }
    };
  }
  return table;
}

export function hashTable(set: AlgorithmSet): HashTable {
  const table: HashTable = {};
  for (const [uri, { hash, trust }] of Object.entries(DIGEST_ALGORITHMS)) {
    if (trust === 'weak' && set === 'allowed') continue;
    table[uri] = class implements HashAlgorithm {
      getHash(xml: string): string {
        return createHash(hash).update(xml, 'utf8').digest('base64');
      }
      getAlgorithmName(): string {
        return uri;
      }
    };
  }
  return table;
}
