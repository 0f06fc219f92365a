/**
 * One minute: machines that keep time need less, and what passes here passes at a service that allows more. How much TestMu AI allows it
 * does not document, so whoever judges a captured login may take another.
 */
export const DEFAULT_SKEW_MS = 60_000;
export const MAX_SKEW_MS = 3_600_000;

/** What the service provider knows before it reads a response. */
export interface Expectations {
  readonly idpEntityId: string;
  readonly spEntityId: string;
  readonly acsUrl: string;
  /** The id of the request that was sent; null for a login that the identity provider started; undefined when it is not known. */
  readonly inResponseTo: string | null | undefined;
  readonly nowMs: number;
  readonly skewMs: number;
  /** The NameID format of the ledger; null: any that can carry an e-mail address. */
  readonly nameIdFormat: string | null;
  /** The organisation's SSO domains; empty: not checked. */
  readonly ssoDomains: readonly string[];
  /** Attribute names the service provider reads; names are case-sensitive. */
  readonly requiredAttributes: readonly string[];
  /** Ids of assertions accepted before; undefined: not tracked. */
  readonly seenAssertionIds: readonly string[] | undefined;
}
