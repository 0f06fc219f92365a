/** Bodies as clients send them. */

export const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const groupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const vendorUserUrn = 'urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:User';
export const vendorGroupUrn = 'urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:Group';
export const enterpriseUrn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const patchUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const errorUrn = 'urn:ietf:params:scim:api:messages:2.0:Error';
export const listUrn = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
export const searchUrn = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

export const userBody = (userName: string, more: object = {}): object => ({
  schemas: [userUrn, vendorUserUrn],
  userName,
  active: true,
  name: { givenName: 'Jane', familyName: 'Doe', formatted: 'Jane Doe' },
  ...more,
});

export const groupBody = (displayName: string, members: readonly string[] = [], more: object = {}): object => ({
  schemas: [groupUrn, vendorGroupUrn],
  displayName,
  members: members.map((value) => ({ value })),
  ...more,
});

export const patchBody = (...operations: readonly object[]): object => ({ schemas: [patchUrn], Operations: operations });
