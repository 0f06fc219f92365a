import type { FieldPlace } from './value';
import type { ValueId } from './value-id';
import { values } from './values';

/** Other names under which consoles, guides and e-mails give the same value. */
const otherLabels: Readonly<Partial<Record<ValueId, readonly string[]>>> = {
  'scim-base-url': ['SCIM URL', 'SCIM Endpoint', 'Base URL', 'Tenant URL'],
  'bearer-token': ['Token', 'Secret Token', 'SCIM Token', 'API Token', 'Authorization'],
  'idp-entity-id': ['Identity Provider Entity ID', 'Issuer'],
  'sp-entity-id': ['Service Provider Entity ID', 'Audience', 'Audience URI'],
  'acs-url': ['Assertion Consumer Service URL', 'Reply URL', 'Callback URL', 'Single Sign-On URL'],
  'name-id': ['Name ID', 'NameID', 'Subject', 'Subject NameID'],
  'name-id-format': ['Name ID Format', 'NameID Format'],
  'login-url': ['Sign In URL', 'Sign-in URL', 'Initiate Login URL'],
  'metadata-url': ['IdP Metadata URL', 'Copy Metadata URL'],
  'sso-domains': ['Domains', 'SSO Domain'],
  'test-email': ['Test User Email', 'Test e-mail'],
};

const placesOf = (id: ValueId): readonly FieldPlace[] => {
  const { origin, again, pasteInto } = values[id];
  return [...(origin.kind === 'copied' ? [origin.from] : []), ...again, ...pasteInto];
};

/** Every name under which a value may stand in a text that was copied: our own, the consoles’, and those of others. */
export const labelsOf = (id: ValueId): readonly string[] => [
  values[id].name,
  ...placesOf(id).flatMap((place) => place.labels),
  ...(otherLabels[id] ?? []),
];
