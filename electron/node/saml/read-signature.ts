import type { SignatureFacts } from '../../../shared/saml/check-signature';
import { NS } from '../../../shared/saml/uris';
import { attribute, child, children, descendants, elementChildren, isNamed } from './dom';
import { readCertificate } from './read-certificate';

/** A Signature element in its place, with what it says about itself. */
export interface PlacedSignature {
  readonly element: Element;
  readonly facts: SignatureFacts;
  /** Fingerprints of the certificates it carries: a hint for people, never a key. */
  readonly carried: readonly string[];
}

export interface SignaturePlaces {
  readonly placed: readonly PlacedSignature[];
  /** Signatures where SAML has none: inside an Advice, an Extensions, an Object, or a second one in the same element. */
  readonly misplaced: readonly string[];
}

/**
 * Finds the signatures of a response. Only two places count: directly in the root Response, and directly in an Assertion that is a
 * child of the root (saml-core-2.0 section 5.4). Wrapped messages have theirs elsewhere.
 */
export function findSignatures(root: Element): SignaturePlaces {
  const owners = [root, ...children(root, NS.assertion, 'Assertion')];
  const placed: PlacedSignature[] = [];
  const misplaced: string[] = [];
  for (const element of descendants(root, NS.signature, 'Signature')) {
    const parent = element.parentNode;
    const owner = owners.find((one) => one === parent);
    if (!owner) misplaced.push(`inside <${parent?.nodeName ?? 'nothing'}>`);
    else if (placed.some((other) => other.element.parentNode === owner)) misplaced.push(`a second one in <${owner.nodeName}>`);
    else
      placed.push({
        element,
        facts: readFacts(element, owner, owner === root ? 'Response' : 'Assertion'),
        carried: carriedCertificates(element),
      });
  }
  return { placed, misplaced };
}

const CHILDREN_OF: Readonly<Record<string, readonly string[]>> = {
  Signature: ['SignedInfo', 'SignatureValue', 'KeyInfo'],
  SignedInfo: ['CanonicalizationMethod', 'SignatureMethod', 'Reference'],
  Reference: ['Transforms', 'DigestMethod', 'DigestValue'],
  Transforms: ['Transform'],
};
const ONCE: ReadonlySet<string> = new Set([
  'SignedInfo',
  'SignatureValue',
  'KeyInfo',
  'CanonicalizationMethod',
  'SignatureMethod',
  'Transforms',
  'DigestMethod',
  'DigestValue',
]);
const TEXT_ONLY: ReadonlySet<string> = new Set(['SignatureValue', 'DigestValue']);

function readFacts(signature: Element, ownerElement: Element, owner: SignatureFacts['owner']): SignatureFacts {
  const signedInfo = child(signature, NS.signature, 'SignedInfo');
  const references = signedInfo ? children(signedInfo, NS.signature, 'Reference') : [];
  const transforms = references.flatMap((reference) =>
    children(reference, NS.signature, 'Transforms').flatMap((list) => children(list, NS.signature, 'Transform')),
  );
  return {
    owner,
    ownerId: attribute(ownerElement, 'ID') || null,
    foreignParts: foreignParts(signature),
    referenceUris: references.map((reference) => attribute(reference, 'URI') ?? ''),
    transforms: transforms.map((transform) => attribute(transform, 'Algorithm') ?? 'a transform without a name'),
    canonicalisation: algorithmOf(signedInfo, 'CanonicalizationMethod'),
    signatureAlgorithm: algorithmOf(signedInfo, 'SignatureMethod'),
    digestAlgorithm: algorithmOf(references[0] ?? null, 'DigestMethod'),
  };
}

function algorithmOf(parent: Element | null, localName: string): string | null {
  const method = parent && child(parent, NS.signature, localName);
  return method && attribute(method, 'Algorithm');
}

/** Everything in the signature that the schema of a SAML signature does not need: what is not there cannot be abused. */
function foreignParts(signature: Element): readonly string[] {
  const foreign: string[] = [];
  const visit = (element: Element): void => {
    const allowed = CHILDREN_OF[element.localName];
    const seen = new Set<string>();
    for (const part of elementChildren(element)) {
      const name = part.localName;
      if (part.namespaceURI !== NS.signature || !allowed?.includes(name)) foreign.push(`<${part.nodeName}> in <${element.nodeName}>`);
      else if (ONCE.has(name) && seen.has(name)) foreign.push(`a second <${part.nodeName}>`);
      else if (CHILDREN_OF[name]) visit(part);
      else if (TEXT_ONLY.has(name) && (part.childNodes.length !== 1 || part.firstChild?.nodeType !== 3))
        foreign.push(`<${part.nodeName}> that is not plain text`);
      else if (name === 'Transform') foreign.push(...foreignInTransform(part));
      else if (name === 'CanonicalizationMethod' || name === 'SignatureMethod' || name === 'DigestMethod') {
        foreign.push(
          ...elementChildren(part)
            .filter((inner) => inner.localName !== 'InclusiveNamespaces')
            .map((inner) => `<${inner.nodeName}> in <${part.nodeName}>`),
        );
      }
      seen.add(name);
    }
  };
  visit(signature);
  return foreign;
}

/** The one parameter a canonicalisation takes (exc-c14n section 4); XPath and XSLT have others. */
function foreignInTransform(transform: Element): readonly string[] {
  return elementChildren(transform)
    .filter((part) => !isNamed(part, 'http://www.w3.org/2001/10/xml-exc-c14n#', 'InclusiveNamespaces'))
    .map((part) => `<${part.nodeName}> in <${transform.nodeName}>`);
}

function carriedCertificates(signature: Element): readonly string[] {
  return descendants(signature, NS.signature, 'X509Certificate').flatMap((element) => {
    const reading = readCertificate(element.textContent ?? '');
    return reading.kind === 'certificate' ? [reading.certificate.sha256] : [];
  });
}
