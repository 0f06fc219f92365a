import type { AttributeMapping } from './attribute-table';
import type { SignMode } from './rehearsal';

/** What the ledger holds for JumpCloud's form; null where a value is not entered yet. */
export interface SpFormValues {
  readonly idpEntityId: string | null;
  readonly spEntityId: string | null;
  readonly acsUrl: string | null;
  readonly nameIdFormat: string | null;
  readonly loginUrl: string | null;
  readonly attributes: readonly AttributeMapping[];
}

/** One field of the application's SSO tab in JumpCloud. */
export interface SpFormField {
  readonly id: string;
  /** JumpCloud's own label. */
  readonly label: string;
  /** What to enter; null while the value is missing; '' means: leave it empty. */
  readonly value: string | null;
  /** `paste` has a value to copy, `choose` is a list or a box, `empty` stays empty. */
  readonly how: 'paste' | 'choose' | 'empty';
  readonly note: string;
}

/** The fields of JumpCloud's SSO tab in the order of the form (jumpcloud-behaviour, SAML), each with what belongs there. */
export function spForm(values: SpFormValues, sign: Exclude<SignMode, 'none'>): readonly SpFormField[] {
  return [
    field(
      'idp-entity-id',
      'IdP Entity ID',
      values.idpEntityId,
      'Free text, unique among your applications. The same text must reach TestMu AI.',
    ),
    field('sp-entity-id', 'SP Entity ID', values.spEntityId, 'From TestMu AI, character by character: upper and lower case count.'),
    field('acs-url', 'ACS URL', values.acsUrl, 'From TestMu AI. It becomes the destination and the recipient of every login.'),
    empty(
      'sp-certificate',
      'SP Certificate',
      'Only if TestMu AI gave you one: with it JumpCloud encrypts, and a capture can no longer be read.',
    ),
    choose('name-id', 'SAMLSubject NameID', 'email', 'TestMu AI knows people by e-mail address.'),
    {
      id: 'name-id-format',
      label: 'SAMLSubject NameID Format',
      value: values.nameIdFormat,
      how: 'choose',
      note: 'As TestMu AI shows it under Subject Name; unspecified carries an e-mail address too.',
    },
    choose('signature-algorithm', 'Signature Algorithm', 'RSA-SHA256', 'The default. SHA-1 is refused more and more.'),
    choose('sign', 'Sign', sign === 'both' ? 'Response and Assertion' : sign, 'What is not signed is not believed.'),
    empty('relay-state', 'Default RelayState', 'People land on the dashboard.'),
    { id: 'login-url', label: 'Login URL', value: values.loginUrl, how: 'paste', note: 'Where a login that starts at TestMu AI begins.' },
    choose('redirect-endpoint', 'Declare Redirect Endpoint', 'ticked', 'Otherwise the metadata names no HTTP-Redirect endpoint.'),
    ...values.attributes.map(
      (row, index): SpFormField => ({
        id: `attribute-${index}`,
        label: `User Attributes: ${row.serviceName}`,
        value: row.jumpCloudName,
        how: 'choose',
        note: `Service Provider Attribute Name ${row.serviceName}, JumpCloud Attribute Name ${row.jumpCloudName}.`,
      }),
    ),
  ];
}

const field = (id: string, label: string, value: string | null, note: string): SpFormField => ({ id, label, value, how: 'paste', note });
const choose = (id: string, label: string, value: string, note: string): SpFormField => ({ id, label, value, how: 'choose', note });
const empty = (id: string, label: string, note: string): SpFormField => ({ id, label, value: '', how: 'empty', note });
