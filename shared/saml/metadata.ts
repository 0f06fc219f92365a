import type { CertificateReading } from './certificate';

export interface Endpoint {
  readonly binding: string;
  readonly location: string;
}

export interface MetadataKey {
  /** A KeyDescriptor without `use` serves for both (saml-metadata-2.0 section 2.4.1.1). */
  readonly use: 'signing' | 'encryption' | 'both';
  readonly reading: CertificateReading;
}

export interface IdpMetadata {
  readonly entityId: string;
  readonly ssoServices: readonly Endpoint[];
  readonly nameIdFormats: readonly string[];
  readonly keys: readonly MetadataKey[];
  /** xs:dateTime as written, on the role or on an element around it. */
  readonly validUntil: string | null;
  readonly wantAuthnRequestsSigned: boolean;
}

export interface SpMetadata {
  readonly entityId: string;
  readonly acsServices: readonly (Endpoint & {
    readonly isDefault: boolean;
    readonly index: number | null;
  })[];
  readonly nameIdFormats: readonly string[];
  readonly wantAssertionsSigned: boolean;
  readonly authnRequestsSigned: boolean;
  readonly keys: readonly MetadataKey[];
}

/** What a metadata file describes: one entity as a rule, many in a federation's. */
export interface MetadataDocument {
  readonly idps: readonly IdpMetadata[];
  readonly sps: readonly SpMetadata[];
  /** An entity that is neither, such as an attribute authority. */
  readonly otherEntityIds: readonly string[];
}
