import { hostOf } from '../../preflight/base-url';
import type { ValueId } from '../value-id';
import { values } from '../values';
import { short } from './address-parts';
import type { Fix, Severity } from './finding';
import { otherLabel } from './label-rule';
import { serviceOf } from './other-services';
import { type Shape, shapeOf, shapeWords } from './recognise';
import { type JudgedHit, type JudgedRule, judged } from './rule';

/** Where a text of this shape belongs instead; null: into none of our fields. */
type Misplacements = Readonly<Partial<Record<Shape, ValueId | null>>>;

/** Whole documents, and what is the same for everybody: no field takes them. */
const nowhere = {
  'web-page': null,
  xml: null,
  certificate: null,
  json: null,
  file: null,
  'fixed-urn': null,
} as const satisfies Misplacements;

/** Each of these is one value's only. A field whose own it is takes it out of the list. */
const ownShapes = {
  'scim-address': 'scim-base-url',
  'metadata-address': 'metadata-url',
  'acs-address': 'acs-url',
  'name-id-format': 'name-id-format',
  token: 'bearer-token',
} as const satisfies Misplacements;

/** For fields that hold no address of any kind. */
const addresses = {
  'sp-metadata-address': null,
  'jumpcloud-login-address': null,
  'settings-address': null,
  'login-address': 'login-url',
  address: null,
} as const satisfies Misplacements;

const urns = { urn: 'sp-entity-id', 'sp-urn': 'sp-entity-id' } as const satisfies Misplacements;

const without = <M extends Misplacements>(all: M, ...own: readonly Shape[]): Misplacements =>
  Object.fromEntries(Object.entries(all).filter(([shape]) => !own.includes(shape as Shape)));

/** What cannot stand in a field, and where it belongs. Shapes that are not listed may stand there. */
const elsewhere: Readonly<Record<ValueId, Misplacements>> = {
  'scim-base-url': {
    ...nowhere,
    ...without(ownShapes, 'scim-address'),
    ...urns,
    'sp-metadata-address': null,
    'jumpcloud-login-address': null,
    'login-address': 'login-url',
    email: 'test-email',
  },
  'bearer-token': { ...nowhere, ...without(ownShapes, 'token'), ...urns, ...addresses, email: 'test-email', domain: 'sso-domains' },
  'display-label': { ...nowhere, ...ownShapes, ...urns, ...addresses, email: 'test-email' },
  'connection-name': { ...nowhere, ...ownShapes, ...urns, ...addresses, email: 'test-email' },
  'idp-entity-id': {
    ...nowhere,
    ...ownShapes,
    'sp-urn': 'sp-entity-id',
    'sp-metadata-address': 'sp-entity-id',
    'settings-address': null,
    'login-address': 'login-url',
    email: 'test-email',
  },
  'sp-entity-id': {
    ...nowhere,
    ...ownShapes,
    'jumpcloud-login-address': 'idp-entity-id',
    'settings-address': null,
    'login-address': 'login-url',
    email: 'test-email',
  },
  'acs-url': {
    ...nowhere,
    ...without(ownShapes, 'acs-address'),
    ...urns,
    'sp-metadata-address': 'sp-entity-id',
    'jumpcloud-login-address': null,
    'settings-address': null,
    'login-address': 'login-url',
    email: 'test-email',
  },
  'name-id': { ...nowhere, ...ownShapes, ...urns, ...addresses, 'sp-metadata-address': 'sp-entity-id' },
  'name-id-format': { ...nowhere, ...without(ownShapes, 'name-id-format'), ...addresses, 'sp-urn': 'sp-entity-id', email: 'test-email' },
  'login-url': {
    ...nowhere,
    ...ownShapes,
    ...urns,
    'sp-metadata-address': 'sp-entity-id',
    'settings-address': null,
    email: 'test-email',
  },
  // Documents and files have words of their own there (metadata-url-rules.ts).
  'metadata-url': {
    ...without(nowhere, 'web-page', 'xml', 'file', 'certificate'),
    ...without(ownShapes, 'metadata-address'),
    ...urns,
    email: 'test-email',
  },
  'sso-domains': { ...nowhere, ...ownShapes, ...urns },
  'test-email': { ...nowhere, ...ownShapes, ...urns, ...addresses, domain: 'sso-domains' },
};

/** Fields that people read: a token-like name is odd but possible. */
const severityIn = (value: ValueId, shape: Shape): Severity =>
  ((value === 'display-label' || value === 'connection-name') && !Object.hasOwn(nowhere, shape)) || isPossible(value, shape)
    ? 'warning'
    : 'error';

/** An entity ID is a free text: what looks like the other side's, or like an address, may be meant. A login may begin at any path. */
const isPossible = (value: ValueId, shape: Shape): boolean =>
  ((value === 'idp-entity-id' || value === 'sp-entity-id') &&
    (shape === 'sp-urn' || shape === 'metadata-address' || shape === 'login-address')) ||
  (value === 'login-url' && shape === 'acs-address');

/** `SP Entity ID: urn:…` in the field of the IdP's: the label says what it is. */
const byLabel = (value: ValueId): JudgedRule =>
  judged({
    code: 'misplaced',
    on: 'typed',
    decisive: true,
    severity: 'error',
    title: 'This belongs somewhere else',
    remedy: 'Move it to where it belongs.',
    look: (text) => {
      const other = otherLabel(value, text);
      return other === null
        ? null
        : {
            expected: `what the console shows as ${values[value].name}`,
            found: `a text that is labelled “${other.label}”`,
            fix: { kind: 'move', to: other.value, text: other.text },
          };
    },
  });

/** What another service's page shows belongs into none of our fields. */
const strange = (service: string, shape: Shape): JudgedHit => ({
  title: 'An address of another service',
  expected: 'an address of TestMu AI or JumpCloud',
  found: `${shapeWords[shape]} of ${service}`,
  remedy: 'Close that service’s page, and copy the value where this step says.',
});

/** Recognises a text that was pasted into the wrong field (a token as URL, the other side's entity ID), and offers to move it. */
const byShape = (value: ValueId): JudgedRule =>
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
      const service = serviceOf(hostOf(text));
      if (service !== null) return strange(service, shape);
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

/** Both ways of seeing it; the label is surer. */
export const misplaced = (value: ValueId): readonly JudgedRule[] => [byLabel(value), byShape(value)];
