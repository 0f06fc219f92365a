import { SignedXml } from 'xml-crypto';
import { ENVELOPED_SIGNATURE, EXCLUSIVE_C14N } from '../../../shared/saml/algorithms';
import { toPem } from '../../../shared/saml/certificate';
import type { SignMode } from '../../../shared/saml/rehearsal';
import { NS } from '../../../shared/saml/uris';
import type { LocalKey } from './local-key';
import { hashTable, signatureTable } from './xml-crypto-algorithms';

export interface SignOptions {
  readonly mode: SignMode;
  readonly key: LocalKey;
  readonly signatureAlgorithm?: string;
  readonly digestAlgorithm?: string;
}

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

/** Signs a response of ours: the assertion first, so that a signature of the response covers it signed. */
export function signLoginResponse(xml: string, options: SignOptions): string {
  const withAssertion =
    options.mode === 'Assertion' || options.mode === 'both' ? signElement(xml, 'Assertion', NS.assertion, options) : xml;
  return options.mode === 'Response' || options.mode === 'both'
    ? signElement(withAssertion, 'Response', NS.protocol, options)
    : withAssertion;
}

function signElement(xml: string, localName: 'Assertion' | 'Response', namespace: string, options: SignOptions): string {
  const target = `//*[local-name(.)='${localName}' and namespace-uri(.)='${namespace}']`;
  const signedXml = new SignedXml({
    idAttribute: 'ID',
    privateKey: options.key.privateKey,
    publicCert: toPem(options.key.certificate),
    signatureAlgorithm: options.signatureAlgorithm ?? RSA_SHA256,
    canonicalizationAlgorithm: EXCLUSIVE_C14N,
  });
  signedXml.SignatureAlgorithms = signatureTable('with-weak');
  signedXml.HashAlgorithms = hashTable('with-weak');
  signedXml.addReference({
    xpath: target,
    transforms: [ENVELOPED_SIGNATURE, EXCLUSIVE_C14N],
    digestAlgorithm: options.digestAlgorithm ?? SHA256,
  });
  // The schema wants the Signature right after the Issuer (saml-core-2.0 sections 2.3.3 and 3.2.2).
  signedXml.computeSignature(xml, {
    prefix: 'ds',
    location: {
      reference: `${target}/*[local-name(.)='Issuer']`,
      action: 'after',
    },
  });
  return signedXml.getSignedXml();
}
