import type { ValueId } from '../value-id';
import { short } from './address-rules';
import type { Fix, Severity } from './finding';
import { type Shape, shapeOf, shapeWords } from './recognise';
import { type JudgedRule, judged } from './rule';

/** Where a text of this shape belongs instead; null: into none of our fields. */
type Misplacements = Readonly<Partial<Record<Shape, ValueId | null>>>;

/** What cannot stand in a field, and where it belongs. Shapes that are not listed may stand there. */
const elsewhere: Readonly<Record<ValueId, Misplacements>> = {
  'scim-base-url': {
    'web-page': null,
    xml: null,
    certificate: null,
    'metadata-address': 'metadata-url',
    'sp-metadata-address': null,
    'acs-address': 'acs-url',
    'jumpcloud-login-address': null,
    email: 'test-email',
    token: 'bearer-token',
    'name-id-format': 'name-id-format',
    urn: 'sp-entity-id',
  },
  'bearer-token': {
    'web-page': null,
    xml: null,
    certificate: null,
    'scim-address': 'scim-base-url',
    'metadata-address': 'metadata-url',
    'sp-metadata-address': null,
    'acs-address': 'acs-url',
    'jumpcloud-login-address': null,
    'settings-address': null,
    address: null,
    email: 'test-email',
    domain: 'sso-domains',
    'name-id-format': 'name-id-format',
    urn: 'sp-entity-id',
  },
  'display-label': {
    'web-page': null,
    xml: null,
    certificate: null,
    'scim-address': 'scim-base-url',
    'metadata-address': 'metadata-url',
    'acs-address': 'acs-url',
    'jumpcloud-login-address': null,
    'settings-address': null,
    address: null,
    email: 'test-email',
    'name-id-format': 'name-id-format',
    urn: 'sp-entity-id',
    token: 'bearer-token',
  },
  'connection-name': {
    'web-page': null,
    xml: null,
    certificate: null,
    'scim-address': 'scim-base-url',
    'metadata-address': 'metadata-url',
    'acs-address': 'acs-url',
    'jumpcloud-login-address': null,
    'settings-address': null,
    address: null,
    email: 'test-email',
    'name-id-format': 'name-id-format',
    urn: 'sp-entity-id',
    token: 'bearer-token',
  },
  'idp-entity-id': {
    'web-page': null,
    xml: null,
    certificate: null,
    'scim-address': 'scim-base-url',
    'sp-metadata-address': 'sp-entity-id',
    'acs-address': 'acs-url',
    'settings-address': null,
    email: 'test-email',
    'name-id-format': 'name-id-format',
    token: 'bearer-token',
  },
  'sp-entity-id': {
    'web-page': null,
    xml: null,
    certificate: null,
    'scim-address': 'scim-base-url',
    'jumpcloud-login-address': 'idp-entity-id',
    'acs-address': 'acs-url',
    'settings-address': null,
    email: 'test-email',
    'name-id-format': 'name-id-format',
    token: 'bearer-token',
  },
  'acs-url': {
    'web-page': null,
    xml: null,
    certificate: null,
    'scim-address': 'scim-base-url',
    'metadata-address': 'metadata-url',
    'sp-metadata-address': 'sp-entity-id',
    'jumpcloud-login-address': null,
    'settings-address': null,
    email: 'test-email',
    'name-id-format': 'name-id-format',
    urn: 'sp-entity-id',
    token: 'bearer-token',
  },
  'name-id': {
    'web-page': null,
    xml: null,
    certificate: null,
    'scim-address': 'scim-base-url',
    'metadata-address': 'metadata-url',
    'sp-metadata-address': 'sp-entity-id',
    'acs-address': 'acs-url',
    'jumpcloud-login-address': null,
    'settings-address': null,
    address: null,
    'name-id-format': 'name-id-format',
    urn: 'sp-entity-id',
    token: 'bearer-token',
  },
  'name-id-format': {
    'web-page': null,
    xml: null,
    certificate: null,
    'scim-address': 'scim-base-url',
    'metadata-address': 'metadata-url',
    'acs-address': 'acs-url',
    address: null,
    email: 'test-email',
    token: 'bearer-token',
  },
  'login-url': {
    'web-page': null,
    xml: null,
    certificate: null,
    'scim-address': 'scim-base-url',
    'metadata-address': 'metadata-url',
    'sp-metadata-address': 'sp-entity-id',
    email: 'test-email',
    'name-id-format': 'name-id-format',
    urn: 'sp-entity-id',
    token: 'bearer-token',
  },
  'metadata-url': {
    certificate: null,
    'scim-address': 'scim-base-url',
    'acs-address': 'acs-url',
    email: 'test-email',
    'name-id-format': 'name-id-format',
    urn: 'sp-entity-id',
    token: 'bearer-token',
  },
  'sso-domains': {
    'web-page': null,
    xml: null,
    certificate: null,
    'scim-address': 'scim-base-url',
    'metadata-address': 'metadata-url',
    'acs-address': 'acs-url',
    'name-id-format': 'name-id-format',
    urn: 'sp-entity-id',
    token: 'bearer-token',
  },
  'test-email': {
    'web-page': null,
    xml: null,
    certificate: null,
    'scim-address': 'scim-base-url',
    'metadata-address': 'metadata-url',
    'acs-address': 'acs-url',
    'jumpcloud-login-address': null,
    'settings-address': null,
    address: null,
    'name-id-format': 'name-id-format',
    urn: 'sp-entity-id',
    domain: 'sso-domains',
    token: 'bearer-token',
  },
};

/** Fields that people read: a token-like name is odd but possible. */
const severityIn = (value: ValueId, shape: Shape): Severity =>
  (value === 'display-label' || value === 'connection-name') && shape !== 'xml' && shape !== 'web-page' ? 'warning' : 'error';

/** Recognises a text that was pasted into the wrong field (a token as URL, the other side's entity ID), and offers to move it. */
export const misplaced = (value: ValueId): JudgedRule =>
  judged({
    code: 'misplaced',
    on: value === 'sso-domains' ? 'typed' : 'repaired',
    decisive: true,
    severity: 'error',
    title: 'This belongs somewhere else',
    remedy: 'Paste here what the console shows under this name.',
    look: (text) => {
      const shape = shapeOf(text);
      if (!Object.hasOwn(elsewhere[value], shape)) return null;
      const to = elsewhere[value][shape] ?? null;
      const quoted = shape === 'token' || value === 'bearer-token' ? '' : `: ${short(text)}`;
      const fix: Fix | null = to === null ? null : { kind: 'move', to, text };
      return {
        severity: severityIn(value, shape),
        expected: 'what the console shows under this name',
        found: `${shapeWords[shape]}${quoted}`,
        ...(fix === null ? {} : { fix, remedy: 'Move it to where it belongs.' }),
      };
    },
  });
