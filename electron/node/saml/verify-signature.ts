import { SignedXml } from 'xml-crypto';
import { CANONICALISATIONS, ENVELOPED_SIGNATURE } from '../../../shared/saml/algorithms';
import { type Certificate, toPem } from '../../../shared/saml/certificate';
import type { PlacedSignature } from './read-signature';
import { hashTable, signatureTable } from './xml-crypto-algorithms';

export type Verification =
  /** `signedXml` is the canonical text whose digest was compared: all that may be read from now on. */
  | {
      readonly kind: 'verified';
      readonly certificate: Certificate;
      readonly signedXml: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** A rotation has two; more than this in one file only costs time. */
const MAX_CERTIFICATES = 16;

/**
 * Computes one signature with the keys of the metadata, and no other: what the message carries in KeyInfo is never a key here.
 * Call it only for a signature whose facts passed (`checkSignatureFacts`).
 */
export function verifySignature(text: string, signature: PlacedSignature, certificates: readonly Certificate[]): Verification {
  let reason = 'the metadata has no certificate for signing';
  for (const certificate of certificates.slice(0, MAX_CERTIFICATES)) {
    const signedXml = newVerifier(certificate);
    try {
      signedXml.loadSignature(signature.element);
      if (signedXml.checkSignature(text)) {
        const [content, ...more] = signedXml.getSignedReferences();
        if (content !== undefined && more.length === 0) return { kind: 'verified', certificate, signedXml: content };
        reason = 'the signature covers not exactly one element';
      } else reason = `the ${signature.facts.owner} was changed after it was signed (its digest differs)`;
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : '';
      reason = message.startsWith('invalid signature')
        ? 'the signature was not made with a key of the metadata'
        : `the signature cannot be computed: ${message.split('\n')[0]}`;
    }
  }
  return { kind: 'refused', reason };
}

function newVerifier(certificate: Certificate): SignedXml {
  const signedXml = new SignedXml({
    publicCert: toPem(certificate),
    getCertFromKeyInfo: () => null,
    idAttribute: 'ID',
  });
  signedXml.idAttributes = ['ID'];
  signedXml.SignatureAlgorithms = signatureTable('allowed');
  signedXml.HashAlgorithms = hashTable('allowed');
  const known = signedXml.CanonicalizationAlgorithms;
  signedXml.CanonicalizationAlgorithms = Object.fromEntries(
    [...CANONICALISATIONS, ENVELOPED_SIGNATURE].flatMap((uri) => {
      const algorithm = known[uri];
      return algorithm ? [[uri, algorithm]] : [];
    }),
  );
  return signedXml;
}
