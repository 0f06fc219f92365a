/** Every URN of the protocol and of the vendor, once (RFC 7643 section 8.7, RFC 7644 section 8.2, vendor-behaviour.md sections 2, 3). */

export const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const groupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const enterpriseUserUrn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const vendorUserUrn = 'urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:User';
export const vendorGroupUrn = 'urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:Group';
export const serviceProviderConfigUrn = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';
export const resourceTypeUrn = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType';
export const schemaUrn = 'urn:ietf:params:scim:schemas:core:2.0:Schema';
export const listResponseUrn = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
export const searchRequestUrn = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
export const patchOpUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const errorUrn = 'urn:ietf:params:scim:api:messages:2.0:Error';
