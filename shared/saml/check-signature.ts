import { CANONICALISATIONS, DIGEST_ALGORITHMS, lookUp, SIGNATURE_ALGORITHMS, TRANSFORMS } from './algorithms';
import { type Check, fail, pass } from './check';

/** What a Signature element says about itself, before anything is computed. */
export interface SignatureFacts {
  /** The element the Signature stands in. */
  readonly owner: 'Response' | 'Assertion';
  readonly ownerId: string | null;
  /** Parts a SAML signature does not have: Object, a second SignedInfo, a comment in a value … */
  readonly foreignParts: readonly string[];
  readonly referenceUris: readonly string[];
  readonly transforms: readonly string[];
  readonly canonicalisation: string | null;
  readonly signatureAlgorithm: string | null;
  readonly digestAlgorithm: string | null;
}

/** The rules of saml-core-2.0 section 5.4, all of which must hold before the cryptography is worth anything. */
export function checkSignatureFacts(facts: SignatureFacts): readonly Check[] {
  return [checkReference(facts), checkTransforms(facts), checkSignatureAlgorithm(facts), checkDigestAlgorithm(facts)];
}

/** Section 5.4.2: one reference, to the element in which the signature stands. */
function checkReference(facts: SignatureFacts): Check {
  const expected = `one reference, to the ${facts.owner} it stands in`;
  if (facts.foreignParts.length > 0)
    return fail('signature-reference', 'a signature of SignedInfo, SignatureValue and KeyInfo only', facts.foreignParts.join(', '));
  const [uri] = facts.referenceUris;
  if (uri === undefined || facts.referenceUris.length !== 1)
    return fail('signature-reference', expected, `${facts.referenceUris.length} references`);
  if (facts.ownerId === null) return fail('signature-reference', expected, `a ${facts.owner} without an ID`);
  return uri === `#${facts.ownerId}`
    ? pass('signature-reference', expected, uri)
    : fail('signature-reference', `#${facts.ownerId}`, uri === '' ? 'an empty reference' : uri);
}

/** Section 5.4.4. A transform that rewrites (XSLT, XPath) lets the signed bytes differ from what is read. */
function checkTransforms(facts: SignatureFacts): Check {
  const expected = 'enveloped-signature and canonical XML without comments';
  const used = [...facts.transforms, ...(facts.canonicalisation === null ? [] : [facts.canonicalisation])];
  const refused = facts.transforms.filter((one) => !TRANSFORMS.includes(one));
  if (facts.canonicalisation === null || !CANONICALISATIONS.includes(facts.canonicalisation))
    refused.push(facts.canonicalisation ?? 'no canonicalisation');
  if (facts.transforms.length > 2) refused.push(`${facts.transforms.length} transforms`);
  return refused.length === 0
    ? pass('signature-transforms', expected, [...new Set(used)].join(', '))
    : fail('signature-transforms', expected, refused.join(', '));
}

function checkSignatureAlgorithm(facts: SignatureFacts): Check {
  const expected = 'RSA or ECDSA with SHA-256 or better';
  const known = facts.signatureAlgorithm === null ? undefined : lookUp(SIGNATURE_ALGORITHMS, facts.signatureAlgorithm);
  if (known?.trust === 'allowed') return pass('signature-algorithm', expected, known.name);
  return fail('signature-algorithm', expected, known?.name ?? facts.signatureAlgorithm ?? 'none');
}

function checkDigestAlgorithm(facts: SignatureFacts): Check {
  const expected = 'SHA-256 or better';
  const known = facts.digestAlgorithm === null ? undefined : lookUp(DIGEST_ALGORITHMS, facts.digestAlgorithm);
  if (known?.trust === 'allowed') return pass('digest-algorithm', expected, known.name);
  return fail('digest-algorithm', expected, known?.name ?? facts.digestAlgorithm ?? 'none');
}
