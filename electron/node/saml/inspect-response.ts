import type { Certificate } from '../../../shared/saml/certificate';
import { type Check, fail, sortChecks, verdictOf } from '../../../shared/saml/check';
import { checkAssertion } from '../../../shared/saml/check-assertion';
import { checkMessage } from '../../../shared/saml/check-message';
import type { Expectations } from '../../../shared/saml/expectations';
import type { Inspection } from '../../../shared/saml/inspection';
import type { Read } from '../../../shared/saml/response';
import { NS } from '../../../shared/saml/uris';
import { explainXmlRefusal, RESPONSE_LIMITS } from '../../../shared/saml/xml-refusal';
import { checkDocument } from './check-document';
import { checkSignatures, type Verified } from './check-signatures';
import { child, isNamed } from './dom';
import { readAssertion, readResponse } from './read-response';
import { openXml } from './xml-door';

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
