/** What a login response says, as plain data. A value that is absent is null; nothing is trimmed, folded or corrected. */
export interface ResponseView {
  readonly id: string | null;
  readonly version: string | null;
  readonly issueInstant: string | null;
  readonly destination: string | null;
  readonly inResponseTo: string | null;
  readonly issuer: string | null;
  readonly status: {
    readonly code: string | null;
    readonly subCode: string | null;
    readonly message: string | null;
  };
}

export interface NameId {
  readonly value: string;
  readonly format: string | null;
}

/** saml-core-2.0 section 2.4.1.1 and 2.4.1.2. */
export interface SubjectConfirmation {
  readonly method: string | null;
  readonly recipient: string | null;
  readonly notBefore: string | null;
  readonly notOnOrAfter: string | null;
  readonly inResponseTo: string | null;
}

export interface SamlAttribute {
  readonly name: string;
  readonly nameFormat: string | null;
  readonly values: readonly string[];
}

export interface AssertionView {
  readonly id: string | null;
  readonly version: string | null;
  readonly issueInstant: string | null;
  readonly issuer: string | null;
  readonly nameId: NameId | null;
  readonly confirmations: readonly SubjectConfirmation[];
  readonly conditions: {
    readonly notBefore: string | null;
    readonly notOnOrAfter: string | null;
    /** One list of audiences a restriction: all restrictions must hold (saml-core-2.0 section 2.5.1.4). */
    readonly audienceRestrictions: readonly (readonly string[])[];
  } | null;
  readonly authnStatements: readonly {
    readonly authnInstant: string | null;
    readonly sessionNotOnOrAfter: string | null;
    readonly context: string | null;
  }[];
  readonly attributes: readonly SamlAttribute[];
}

/** A part of a message, and whether a verified signature covers it. Uncovered parts can fail a check but never pass one. */
export interface Read<T> {
  readonly value: T;
  readonly covered: boolean;
}
