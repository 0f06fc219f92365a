import { assertNever, err, ok, type Result } from '../../../shared/result';
import type { Endpoint, IdpMetadata, MetadataDocument, MetadataKey, SpMetadata } from '../../../shared/saml/metadata';
import { NS } from '../../../shared/saml/uris';
import { explainXmlRefusal, METADATA_LIMITS, type XmlRefusal } from '../../../shared/saml/xml-refusal';
import { attribute, child, children, descendants, isNamed, text, token } from './dom';
import { readCertificate } from './read-certificate';
import { decodeXml, openXml } from './xml-door';

export type MetadataRefusal =
  | { readonly kind: 'xml'; readonly refusal: XmlRefusal }
  | { readonly kind: 'not-metadata'; readonly root: string; readonly namespace: string }
  | { readonly kind: 'sp-metadata'; readonly entityId: string }
  | { readonly kind: 'no-idp' };

/** Reads a metadata file of any identity provider. Nothing is fetched, no signature on it is trusted, nothing outside it is read. */
export function readMetadata(input: string | Uint8Array): Result<MetadataDocument, MetadataRefusal> {
  const decoded = typeof input === 'string' ? ok(input) : decodeXml(input, METADATA_LIMITS);
  const opened = decoded.ok ? openXml(decoded.value, METADATA_LIMITS) : decoded;
  if (!opened.ok) return err({ kind: 'xml', refusal: opened.error });
  const root = opened.value.document.documentElement;
  if (isNamed(root, NS.metadata, 'EntityDescriptor')) return ok(readEntities([root]));
  if (isNamed(root, NS.metadata, 'EntitiesDescriptor')) return ok(readEntities(descendants(root, NS.metadata, 'EntityDescriptor')));
  return err({ kind: 'not-metadata', root: root.nodeName, namespace: root.namespaceURI ?? '' });
}

/** The identity provider of a file; of several the first, which the findings say. */
export function readIdpMetadata(
  input: string | Uint8Array,
): Result<{ readonly document: MetadataDocument; readonly idp: IdpMetadata }, MetadataRefusal> {
  const read = readMetadata(input);
  if (!read.ok) return read;
  const [idp] = read.value.idps;
  if (idp) return ok({ document: read.value, idp });
  const [sp] = read.value.sps;
  return sp ? err({ kind: 'sp-metadata', entityId: sp.entityId }) : err({ kind: 'no-idp' });
}

function readEntities(entities: readonly Element[]): MetadataDocument {
  const idps: IdpMetadata[] = [];
  const sps: SpMetadata[] = [];
  const otherEntityIds: string[] = [];
  for (const entity of entities) {
    const idpRole = child(entity, NS.metadata, 'IDPSSODescriptor');
    const spRole = child(entity, NS.metadata, 'SPSSODescriptor');
    const entityId = attribute(entity, 'entityID') ?? '';
    if (idpRole) idps.push(readIdp(entityId, idpRole));
    if (spRole) sps.push(readSp(entityId, spRole));
    if (!idpRole && !spRole) otherEntityIds.push(entityId);
  }
  return { idps, sps, otherEntityIds };
}

function readIdp(entityId: string, role: Element): IdpMetadata {
  return {
    entityId,
    ssoServices: children(role, NS.metadata, 'SingleSignOnService').map(readEndpoint),
    nameIdFormats: readNameIdFormats(role),
    keys: readKeys(role),
    validUntil: nearestValidUntil(role),
    wantAuthnRequestsSigned: isTrue(attribute(role, 'WantAuthnRequestsSigned')),
  };
}

function readSp(entityId: string, role: Element): SpMetadata {
  return {
    entityId,
    acsServices: children(role, NS.metadata, 'AssertionConsumerService').map((service) => ({
      ...readEndpoint(service),
      isDefault: isTrue(attribute(service, 'isDefault')),
      index: /^\d{1,5}$/.test(attribute(service, 'index') ?? '') ? Number(attribute(service, 'index')) : null,
    })),
    nameIdFormats: readNameIdFormats(role),
    wantAssertionsSigned: isTrue(attribute(role, 'WantAssertionsSigned')),
    authnRequestsSigned: isTrue(attribute(role, 'AuthnRequestsSigned')),
    keys: readKeys(role),
  };
}

function readEndpoint(service: Element): Endpoint {
  return {
    binding: attribute(service, 'Binding') ?? '',
    location: attribute(service, 'Location') ?? '',
  };
}

function readNameIdFormats(role: Element): readonly string[] {
  return children(role, NS.metadata, 'NameIDFormat').flatMap((format) => token(format) ?? []);
}

function readKeys(role: Element): readonly MetadataKey[] {
  return children(role, NS.metadata, 'KeyDescriptor').flatMap((descriptor) => {
    const use = attribute(descriptor, 'use');
    return descendants(descriptor, NS.signature, 'X509Certificate').map((certificate) => ({
      use: use === 'signing' || use === 'encryption' ? use : ('both' as const),
      reading: readCertificate(text(certificate) ?? ''),
    }));
  });
}

/** `validUntil` may stand on the role, on the entity or on the group around it; the nearest is the strictest in practice. */
function nearestValidUntil(role: Element): string | null {
  for (let node: Node | null = role; node !== null && node.nodeType === 1; node = node.parentNode) {
    const value = attribute(node as Element, 'validUntil');
    if (value !== null) return value;
  }
  return null;
}

function isTrue(value: string | null): boolean {
  return value === 'true' || value === '1';
}

/** The refusal as an error that a person can act on. */
export function explainMetadataRefusal(refusal: MetadataRefusal): {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
} {
  switch (refusal.kind) {
    case 'xml': {
      const { expected, found, fix } = explainXmlRefusal(refusal.refusal);
      return {
        code: refusal.refusal.kind,
        message: `Expected ${expected}; found ${found}.`,
        fix,
      };
    }
    case 'not-metadata':
      return {
        code: refusal.kind,
        message: `Expected SAML metadata (EntityDescriptor); found <${refusal.root}>${refusal.root.endsWith('EntityDescriptor') ? ` of ${refusal.namespace === '' ? 'no namespace' : `the namespace ${refusal.namespace}`} instead of ${NS.metadata}` : ''}.`,
        fix: 'Use Export Metadata on the SSO tab of the application in JumpCloud.',
      };
    case 'sp-metadata':
      return {
        code: refusal.kind,
        message: `Expected the metadata of an identity provider; found that of the service provider ${refusal.entityId}.`,
        fix: 'This is the file for the other side. Take the one JumpCloud exports; this one goes into JumpCloud with Upload Metadata.',
      };
    case 'no-idp':
      return {
        code: refusal.kind,
        message: 'Expected an IDPSSODescriptor; found none.',
        fix: 'Export the metadata of a SAML application.',
      };
    default:
      return assertNever(refusal);
  }
}
