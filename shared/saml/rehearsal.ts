import { type AssertionPerson, type AttributeMapping, previewAttributes } from './attribute-table';
import type { Check } from './check';
import { DEFAULT_SKEW_MS, type Expectations } from './expectations';
import type { Inspection } from './inspection';
import type { LoginResponse } from './login-response';
import { NAME_ID_FORMAT } from './uris';

/** Who starts the login: TestMu AI's login page, or the tile in JumpCloud's user portal. */
export type LoginFlow = 'sp-initiated' | 'idp-initiated';

/** JumpCloud's "Sign" choice on the SSO tab; `none` only for a defect. */
export type SignMode = 'Response' | 'Assertion' | 'both' | 'none';

/** The ledger's values, all of which a rehearsal needs. */
export interface RehearsalValues {
  readonly idpEntityId: string;
  readonly spEntityId: string;
  readonly acsUrl: string;
  readonly nameIdFormat: string | null;
  readonly ssoDomains: readonly string[];
  readonly attributes: readonly AttributeMapping[];
}

export interface LoginPlan {
  readonly login: LoginResponse;
  readonly sign: SignMode;
  readonly signWith: 'current' | 'old';
  readonly signatureAlgorithm: string;
  readonly expectations: Expectations;
}

/** What the local identity provider was asked, as far as a login has a question. */
export interface LoginRequest {
  readonly id: string;
  /** The address the browser would be sent to. */
  readonly url: string;
}

export interface RehearsedLogin {
  readonly flow: LoginFlow;
  readonly request: LoginRequest | null;
  readonly requestChecks: readonly RequestCheck[];
  readonly inspection: Inspection;
  /** The signed response as text, for reading; made with a key of ours. */
  readonly xml: string;
  /** What the second library, samlify, says about the same response. */
  readonly secondOpinion: { readonly accepts: boolean; readonly reason: string };
  readonly signedBy: { readonly subject: string; readonly sha256: string };
}

export interface RequestCheck {
  readonly title: string;
  readonly isRight: boolean;
  readonly expected: string;
  readonly found: string;
}

/** Long enough for a slow browser, short enough that a replayed response is soon worthless. */
const LIFETIME_MS = 5 * 60_000;

export interface PlanInput {
  readonly values: RehearsalValues;
  readonly person: AssertionPerson;
  readonly flow: LoginFlow;
  readonly sign: SignMode;
  readonly nowMs: number;
  /** Fresh ids for response and assertion, and that of the request (null when IdP-initiated). */
  readonly ids: { readonly response: string; readonly assertion: string; readonly request: string | null };
}

/** A login without any defect: the service's expectations and the identity provider's statements from the same values. */
export function planLogin({ values, person, sign, nowMs, ids }: PlanInput): LoginPlan {
  const attributes = previewAttributes(values.attributes, person).flatMap((row) =>
    row.value.kind === 'value' ? [{ name: row.serviceName, values: [row.value.text] }] : [],
  );
  return {
    login: {
      responseId: ids.response,
      assertionId: ids.assertion,
      issuer: values.idpEntityId,
      destination: values.acsUrl,
      recipient: values.acsUrl,
      audience: values.spEntityId,
      inResponseTo: ids.request,
      issuedAtMs: nowMs,
      notBeforeMs: nowMs,
      notOnOrAfterMs: nowMs + LIFETIME_MS,
      nameId: { value: person.email, format: values.nameIdFormat ?? NAME_ID_FORMAT.emailAddress },
      attributes,
    },
    sign,
    signWith: 'current',
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    expectations: {
      idpEntityId: values.idpEntityId,
      spEntityId: values.spEntityId,
      acsUrl: values.acsUrl,
      inResponseTo: ids.request,
      nowMs,
      skewMs: DEFAULT_SKEW_MS,
      nameIdFormat: values.nameIdFormat,
      ssoDomains: values.ssoDomains,
      requiredAttributes: values.attributes.map((row) => row.serviceName),
      seenAssertionIds: [],
    },
  };
}

/** One line of the fault matrix. */
export interface RehearsedDefect {
  readonly defectId: string;
  readonly verdict: Inspection['verdict'];
  readonly failed: readonly Check[];
  /** Whether the check that should catch it did. */
  readonly caught: boolean;
}
