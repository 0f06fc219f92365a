import { type Certificate, formatFingerprint } from '../../../shared/saml/certificate';
import { type Check, fail, pass, skipped, sortChecks, verdictOf } from '../../../shared/saml/check';
import { checkAssertion } from '../../../shared/saml/check-assertion';
import { checkMessage } from '../../../shared/saml/check-message';
import { checkSignatureFacts } from '../../../shared/saml/check-signature';
import type { Expectations } from '../../../shared/saml/expectations';
import type { Inspection } from '../../../shared/saml/inspection';
import type { Read } from '../../../shared/saml/response';
import { NS } from '../../../shared/saml/uris';
import { explainXmlRefusal, RESPONSE_LIMITS } from '../../../shared/saml/xml-refusal';
import { checkDocument } from './check-document';
import { child, isNamed } from './dom';
import { readAssertion, readResponse } from './read-response';
import { findSignatures, type PlacedSignature } from './read-signature';
import { type Verification, verifySignature } from './verify-signature';
import { type OpenedXml, openXml } from './xml-door';

/**
 * Every check of one response. The verdict is never better than the signature: content is read again from the canonical bytes that
 * verified, and what no signature covers can fail a check but not pass one.
 */
export function inspectResponse(xml: string, certificates: readonly Certificate[], expectations: Expectations): Inspection {
  const opened = openXml(xml, RESPONSE_LIMITS);
  if (!opened.ok) {
    const { expected, found } = explainXmlRefusal(opened.error);
    return rejected([fail('xml-safe', expected, found)]);
  }
  const root = opened.value.document.documentElement;
  const documentChecks = checkDocument(opened.value);
  if (!isNamed(root, NS.protocol, 'Response')) return rejected(documentChecks);
  const signatures = checkSignatures(opened.value, certificates, expectations);
  const isSound = [...documentChecks, ...signatures.checks].every((check) => check.result !== 'fail');
  const parts = readParts(root, isSound ? signatures.verified : []);
  const checks = sortChecks([
    ...documentChecks,
    ...signatures.checks,
    ...checkMessage(parts.response, expectations),
    ...(parts.assertion ? checkAssertion(parts.assertion, expectations) : []),
  ]);
  const { assertion } = parts;
  const identity = assertion?.covered ? assertion.value : null;
  return {
    verdict: identity ? verdictOf(checks) : 'rejected',
    nameId: identity?.nameId?.value ?? null,
    attributes: Object.fromEntries(identity?.attributes.map(({ name, values }) => [name, values]) ?? []),
    checks,
    response: parts.response,
    assertion,
  };
}

function rejected(checks: readonly Check[]): Inspection {
  return {
    verdict: 'rejected',
    nameId: null,
    attributes: {},
    checks,
    response: null,
    assertion: null,
  };
}

interface Verified {
  readonly owner: PlacedSignature['facts']['owner'];
  readonly signedXml: string;
}

interface SignatureOutcome {
  readonly checks: readonly Check[];
  /** Empty unless every signature of the message verified. */
  readonly verified: readonly Verified[];
}

function checkSignatures(opened: OpenedXml, certificates: readonly Certificate[], expectations: Expectations): SignatureOutcome {
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
    pass('signature-certificate', 'a certificate of the metadata', describe(certificate.sha256)),
    checkDates(certificate, expectations.nowMs),
  ];
}

/** Where the signature failed, the certificate it carries tells a rotated key from changed content. */
function checkCarried(signature: PlacedSignature, certificates: readonly Certificate[]): Check {
  const expected =
    certificates.length === 0 ? 'a certificate in the metadata' : certificates.map((one) => describe(one.sha256)).join(' or ');
  const [carried] = signature.carried;
  if (carried === undefined) return skipped('signature-certificate', expected, 'the signature carries no certificate');
  const isKnown = certificates.some((one) => one.sha256 === carried);
  return isKnown
    ? pass('signature-certificate', expected, describe(carried))
    : fail('signature-certificate', expected, `${describe(carried)}, which is not in the metadata`);
}

/** Expired fails. Not yet valid does not: the metadata vouches for the key, and a response may be looked at for an earlier time. */
function checkDates(certificate: Certificate, nowMs: number): Check {
  const expected = `a certificate valid at ${new Date(nowMs).toISOString()}`;
  if (Date.parse(certificate.notAfter) <= nowMs) return fail('certificate-dates', expected, `expired on ${certificate.notAfter}`);
  if (Date.parse(certificate.notBefore) > nowMs) return skipped('certificate-dates', expected, `valid from ${certificate.notBefore}`);
  return pass('certificate-dates', expected, `valid until ${certificate.notAfter}`);
}

const describe = (sha256: string): string => `SHA-256 ${formatFingerprint(sha256)}`;

interface Parts {
  readonly response: Read<ReturnType<typeof readResponse>>;
  readonly assertion: Read<ReturnType<typeof readAssertion>> | null;
}

/** Covered parts come from the verified bytes, parsed again; the rest comes from the message and is marked so. */
function readParts(root: Element, verified: readonly Verified[]): Parts {
  const response = reopen(verified, 'Response', NS.protocol);
  const ownAssertion = reopen(verified, 'Assertion', NS.assertion);
  const assertion = ownAssertion ?? (response && child(response, NS.assertion, 'Assertion'));
  const unsigned = child(root, NS.assertion, 'Assertion');
  return {
    response: {
      value: readResponse(response ?? root),
      covered: response !== null,
    },
    assertion: assertion
      ? { value: readAssertion(assertion), covered: true }
      : unsigned && { value: readAssertion(unsigned), covered: false },
  };
}

function reopen(verified: readonly Verified[], owner: Verified['owner'], namespace: string): Element | null {
  const signed = verified.find((one) => one.owner === owner);
  if (!signed) return null;
  const opened = openXml(signed.signedXml, RESPONSE_LIMITS);
  if (!opened.ok) return null;
  const root = opened.value.document.documentElement;
  return isNamed(root, namespace, owner) ? root : null;
}
