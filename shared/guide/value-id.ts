/** Every value that travels between the two consoles, or that the admin decides, in the order in which the guide meets them. */
export const valueIds = [
  'scim-base-url',
  'bearer-token',
  'display-label',
  'connection-name',
  'idp-entity-id',
  'sp-entity-id',
  'acs-url',
  'name-id',
  'name-id-format',
  'login-url',
  'metadata-url',
  'sso-domains',
  'test-email',
] as const;
export type ValueId = (typeof valueIds)[number];

/** Kept by the secrets port, never in a file of ours and never sent to the window again. */
export type SecretId = 'bearer-token';
/** The others: kept with the workspace as they were typed. */
export type PlainValueId = Exclude<ValueId, SecretId>;

export const isSecret = (id: ValueId): id is SecretId => id === 'bearer-token';
export const plainValueIds: readonly PlainValueId[] = valueIds.filter((id): id is PlainValueId => !isSecret(id));
