import { z } from 'zod';
import type { AppError } from '../app-error';
import type { Result } from '../result';
import type { AssertionPerson, AttributeMapping, PreviewedAttribute } from '../saml/attribute-table';
import type { Expiry } from '../saml/calendar';
import type { Certificate } from '../saml/certificate';
import type { CrossCheck } from '../saml/cross-check';
import { MAX_SKEW_MS } from '../saml/expectations';
import type { Finding } from '../saml/finding';
import type { Inspection } from '../saml/inspection';
import type { IdpMetadata, SpMetadata } from '../saml/metadata';
import type { RehearsedDefect, RehearsedLogin } from '../saml/rehearsal';
import type { RehearsedMoment, RotationStep } from '../saml/rotation';
import type { SpFormField } from '../saml/sp-form';
import { request } from './define';

/** Identity provider metadata as it was read, before or after the admin takes it over. */
export interface IdpReading {
  readonly idp: IdpMetadata;
  readonly findings: readonly Finding[];
  /** ISO 8601. */
  readonly readAt: string;
  /** File name, address, or "pasted text". */
  readonly source: string;
}

/** Read and shown, not used yet. */
export interface MetadataOffer {
  readonly offerId: string;
  readonly source: string;
  /** One as a rule; a federation's file has many, and the admin chooses. */
  readonly readings: readonly IdpReading[];
  /** Against the metadata in use; empty where there is none. */
  readonly changes: readonly Finding[];
}

export interface SamlPerson extends AssertionPerson {
  /** From the roster, or typed in where there is none yet. */
  readonly source: 'roster' | 'typed';
}

/** All that the SAML lab shows of a workspace without being asked for work. */
export interface SamlView {
  /** Of the ledger, to be offered for fetching. */
  readonly metadataUrl: string | null;
  readonly idp: IdpReading | null;
  readonly sp: SpMetadata | null;
  readonly form: readonly SpFormField[];
  /** The service provider's metadata as a file for JumpCloud; null while entity ID or ACS URL is missing. */
  readonly spMetadataText: string | null;
  readonly attributes: readonly AttributeMapping[];
  readonly attributeFindings: readonly Finding[];
  readonly attributePreview: readonly PreviewedAttribute[];
  readonly person: SamlPerson | null;
  readonly sign: 'Response' | 'Assertion' | 'both';
  readonly crossChecks: readonly CrossCheck[];
  /** As entered at TestMu AI where the connection was made without a metadata URL. */
  readonly signInUrl: string | null;
  readonly vendorCertificate: Certificate | null;
  readonly exemptAdmins: readonly string[];
  readonly enforceSso: boolean;
  readonly expiries: readonly Expiry[];
  /** Ledger values that a rehearsal needs and that are not entered yet, by their labels. */
  readonly missing: readonly string[];
}

export interface CaptureView {
  readonly form: string;
  readonly postedTo: string | null;
  readonly relayState: string | null;
  readonly count: number;
  /** The time at which it was judged, ISO 8601. */
  readonly at: string;
  readonly inspection: Inspection;
  readonly prettyXml: string;
  readonly masked: boolean;
}

export interface RotationView {
  readonly moments: readonly RehearsedMoment[];
  readonly steps: readonly RotationStep[];
  /** The certificate whose end is nearest; ours where no metadata was read. */
  readonly certificate: Certificate;
}

const workspace = z.object({ workspaceId: z.string().min(1).max(100) });
const flow = z.enum(['sp-initiated', 'idp-initiated']);
/** A capture may be a HAR file of a whole login. */
const text = z.string().max(64 * 1024 * 1024);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= 64 * 1024 * 1024, {
  message: 'expected at most 64 MiB of bytes',
});
const person = z.object({ email: z.string().max(320), firstname: z.string().max(200), lastname: z.string().max(200) });
const sign = z.enum(['Response', 'Assertion', 'both']);

/** The SAML lab. Nothing reaches the network but `saml:read-metadata` and `saml:read-sp-metadata` with an address, on the admin's click. */
export const samlRequests = {
  'saml:view': request<Result<SamlView, AppError>>()(workspace),
  'saml:read-metadata': request<Result<MetadataOffer, AppError>>()(
    workspace.extend({
      source: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('text'), text }),
        z.object({ kind: z.literal('file'), name: z.string().max(500), bytes }),
        z.object({ kind: z.literal('address'), url: z.string().min(1).max(2000), privateNetwork: z.boolean() }),
      ]),
    }),
  ),
  /** Takes the offered metadata over; `entityId` says which identity provider of a file with several. */
  'saml:adopt-metadata': request<Result<SamlView, AppError>>()(
    workspace.extend({ offerId: z.string().max(100), entityId: z.string().max(2000) }),
  ),
  'saml:forget-metadata': request<Result<SamlView, AppError>>()(workspace),
  'saml:read-sp-metadata': request<Result<SamlView, AppError>>()(
    workspace.extend({
      source: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('text'), text }),
        z.object({ kind: z.literal('file'), name: z.string().max(500), bytes }),
        z.object({ kind: z.literal('address'), url: z.string().min(1).max(2000), privateNetwork: z.boolean() }),
      ]),
    }),
  ),
  /** The certificate that was uploaded at TestMu AI, to be compared; null forgets it. */
  'saml:set-vendor-certificate': request<Result<SamlView, AppError>>()(workspace.extend({ bytes: bytes.nullable() })),
  'saml:set-sign-in-url': request<Result<SamlView, AppError>>()(workspace.extend({ url: z.string().trim().max(2000) })),
  'saml:set-attributes': request<Result<SamlView, AppError>>()(
    workspace.extend({
      attributes: z.array(z.object({ serviceName: z.string().max(200), jumpCloudName: z.string().max(200) })).max(100),
    }),
  ),
  'saml:set-person': request<Result<SamlView, AppError>>()(workspace.extend({ person: person.nullable() })),
  'saml:set-sign': request<Result<SamlView, AppError>>()(workspace.extend({ sign })),
  'saml:set-break-glass': request<Result<SamlView, AppError>>()(
    workspace.extend({ exemptAdmins: z.array(z.string().trim().min(1).max(320)).max(50), enforceSso: z.boolean() }),
  ),
  /** People of the roster whose name or e-mail contains the text, at most 20. */
  'saml:find-people': request<readonly AssertionPerson[]>()(workspace.extend({ text: z.string().max(200) })),
  'saml:rehearse': request<Result<RehearsedLogin, AppError>>()(workspace.extend({ flow })),
  'saml:fault-matrix': request<Result<readonly RehearsedDefect[], AppError>>()(workspace.extend({ flow })),
  'saml:rotation': request<Result<RotationView, AppError>>()(workspace),
  'saml:check-capture': request<Result<CaptureView, AppError>>()(
    workspace.extend({
      capture: z.union([text, bytes]),
      /** ISO 8601; null: now; 'own': the moment the response says it was issued. */
      at: z.string().max(40).nullable(),
      inResponseTo: z.string().max(500).nullable(),
      /** How far the clocks may be apart, in milliseconds. */
      skewMs: z.number().int().min(0).max(MAX_SKEW_MS),
      mask: z.boolean(),
    }),
  ),
  /** Each opens a save dialog and answers the path; null when it was closed. */
  'saml:save-sp-metadata': request<Result<string | null, AppError>>()(workspace),
  'saml:save-calendar': request<Result<string | null, AppError>>()(workspace),
  'saml:save-certificate': request<Result<string | null, AppError>>()(workspace.extend({ sha256: z.string().length(64) })),
};
