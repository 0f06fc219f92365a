import { type Certificate, formatFingerprint } from '../../../shared/saml/certificate';
import { type Check, fail, pass, skipped } from '../../../shared/saml/check';
import { checkSignatureFacts } from '../../../shared/saml/check-signature';
import type { Expectations } from '../../../shared/saml/expectations';
import { findSignatures, type PlacedSignature } from './read-signature';
import { type Verification, verifySignature } from './verify-signature';
import type { OpenedXml } from './xml-door';

/** A verified signature, and the canonical text that it covers. */
export interface Verified {
  readonly owner: PlacedSignature['facts']['owner'];
  readonly signedXml: string;
}

export interface SignatureOutcome {
  readonly checks: readonly Check[];
  /** Empty unless every signature of the message verified. */
  readonly verified: readonly Verified[];
}

/** Every signature of the message: its place, its facts, then its cryptography with the keys of the metadata. */
export function checkSignatures(opened: OpenedXml, certificates: readonly Certificate[], expectations: Expectations): SignatureOutcome {
  const { placed, misplaced } = findSignatures(opened.document.documentElement);
  const checks: Check[] = [checkPlaces(misplaced)];
  const wanted = 'a signature on the Response or the Assertion';
  if (placed.length === 0)
    return {
      checks: [fail('signature-present', wanted, 'none'), ...checks],
      verified: [],
    };
  checks.push(pass('signature-present', wanted, placed.map((one) => one.facts.owner).join(' and ')));
  const verified: Verified[] = [];
  for (const signature of placed) {
    const facts = checkSignatureFacts(signature.facts);
    checks.push(...facts);
    const expected = `a valid signature of the ${signature.facts.owner}`;
    if (facts.some((check) => check.result === 'fail')) {
      checks.push(skipped('signature-value', expected, 'not computed: see the checks above'), checkCarried(signature, certificates));
      continue;
    }
    const verification = verifySignature(opened.text, signature, certificates);
    checks.push(...explainVerification(verification, signature, expected, certificates, expectations));
    if (verification.kind === 'verified')
      verified.push({
        owner: signature.facts.owner,
        signedXml: verification.signedXml,
      });
  }
  return {
    checks,
    verified: verified.length === placed.length && misplaced.length === 0 ? verified : [],
  };
}

function checkPlaces(misplaced: readonly string[]): Check {
  const expected = 'signatures only directly in the Response and its Assertion';
  return misplaced.length === 0 ? pass('signature-place', expected, 'no other') : fail('signature-place', expected, misplaced.join(', '));
}

function explainVerification(
  verification: Verification,
  signature: PlacedSignature,
  expected: string,
  certificates: readonly Certificate[],
  expectations: Expectations,
): readonly Check[] {
  if (verification.kind === 'refused')
    return [fail('signature-value', expected, verification.reason), checkCarried(signature, certificates)];
  const { certificate } = verification;
  return [
    pass('signature-value', expected, `valid, over ${verification.signedXml.length} characters`),
    pass('signature-certificate', 'a certificate of the metadata', fingerprint(certificate.sha256)),
    checkDates(certificate, expectations.nowMs),
  ];
}

/** Where the signature failed, the certificate it carries tells a rotated key from changed content. */
function checkCarried(signature: PlacedSignature, certificates: readonly Certificate[]): Check {
  const expected =
    certificates.length === 0 ? 'a certificate in the metadata' : certificates.map((one) => fingerprint(one.sha256)).join(' or ');
  const [carried] = signature.carried;
  if (carried === undefined) return skipped('signature-certificate', expected, 'the signature carries no certificate');
  const isKnown = certificates.some((one) => one.sha256 === carried);
  return isKnown
    ? pass('signature-certificate', expected, fingerprint(carried))
    : fail('signature-certificate', expected, `${fingerprint(carried)}, which is not in the metadata`);
}

/** Expired fails. Not yet valid does not: the metadata vouches for the key, and a response may be looked at for an earlier time. */
function checkDates(certificate: Certificate, nowMs: number): Check {
  const expected = `a certificate valid at ${new Date(nowMs).toISOString()}`;
  if (Date.parse(certificate.notAfter) <= nowMs) return fail('certificate-dates', expected, `expired on ${certificate.notAfter}`);
  if (Date.parse(certificate.notBefore) > nowMs) return skipped('certificate-dates', expected, `valid from ${certificate.notBefore}`);
  return pass('certificate-dates', expected, `valid until ${certificate.notAfter}`);
}

const fingerprint = (sha256: string): string => `SHA-256 ${formatFingerprint(sha256)}`;
