import type { Certificate } from './certificate';

/** What can be wrong with identity provider metadata, as data; `explain-metadata-problem.ts` has the words. */
export type MetadataProblem =
  | { readonly kind: 'no-entity-id' }
  | { readonly kind: 'entity-id-white-space'; readonly entityId: string }
  | {
      readonly kind: 'entity-id-differs';
      readonly expected: string;
      readonly found: string;
    }
  | { readonly kind: 'several-idps'; readonly entityIds: readonly string[] }
  /** None of its sign-in addresses is the expected provider's. */
  | { readonly kind: 'other-provider'; readonly expected: string; readonly location: string }
  | { readonly kind: 'no-sso-endpoint' }
  | { readonly kind: 'redirect-missing'; readonly bindings: readonly string[] }
  | {
      readonly kind: 'endpoint-not-https';
      readonly location: string;
      readonly binding: string;
    }
  | { readonly kind: 'no-signing-certificate' }
  | {
      readonly kind: 'certificate-broken';
      readonly reason: string;
      readonly start: string;
    }
  | {
      readonly kind: 'certificate-expired';
      readonly certificate: Certificate;
      readonly days: number;
    }
  | {
      readonly kind: 'certificate-not-yet-valid';
      readonly certificate: Certificate;
    }
  /** `threshold` is the mail JumpCloud sends: at 60, 30, 7 and 1 days (jumpcloud-behaviour, SAML). */
  | {
      readonly kind: 'certificate-expires-soon';
      readonly certificate: Certificate;
      readonly days: number;
      readonly threshold: 60 | 30 | 7 | 1;
    }
  | { readonly kind: 'certificate-sha1'; readonly certificate: Certificate }
  | { readonly kind: 'certificate-weak-key'; readonly certificate: Certificate }
  | { readonly kind: 'valid-until-passed'; readonly validUntil: string }
  | {
      readonly kind: 'valid-until-soon';
      readonly validUntil: string;
      readonly days: number;
    }
  | { readonly kind: 'valid-until-unreadable'; readonly validUntil: string }
  | {
      readonly kind: 'entity-id-changed';
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'endpoint-changed';
      readonly binding: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  | {
      readonly kind: 'certificate-rotated';
      readonly removed: readonly Certificate[];
      readonly added: readonly Certificate[];
    };
