/** What is open in how JumpCloud writes its requests: each a setting, since captured traffic may show the other value. */
export interface Dialect {
  /** J9 shows capitals, J17 does not. */
  readonly operations: 'lower' | 'capital';
  /** J10. */
  readonly booleans: 'json' | 'text';
  /** J17 says PATCH. */
  readonly updates: 'PATCH' | 'PUT';
  /** I9: a pre-built connector sends the username, whose part before the @ stands in for it here. */
  readonly userName: 'email' | 'username';
  readonly contentType: 'application/scim+json' | 'application/json';
  /** Members in one request. Not known; large groups must be cut somewhere. */
  readonly membersPerRequest: number;
  readonly pageSize: number;
}

export const defaultDialect: Dialect = {
  operations: 'lower',
  booleans: 'json',
  updates: 'PATCH',
  userName: 'email',
  contentType: 'application/scim+json',
  membersPerRequest: 1000,
  pageSize: 100,
};
