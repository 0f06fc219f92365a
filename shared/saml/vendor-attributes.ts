import type { AttributeMapping } from './attribute-table';

/**
 * What TestMu AI reads of a login beside the NameID. The guide for JumpCloud names no attributes; the vendor's Google Workspace guide
 * names these, and its wizard shows the list behind the SSO details. JumpCloud's side: jumpcloud-behaviour.md section 2.
 */
export const vendorAttributes = [
  { serviceName: 'email', jumpCloudName: 'email' },
  { serviceName: 'given_name', jumpCloudName: 'firstname' },
  { serviceName: 'family_name', jumpCloudName: 'lastname' },
] as const satisfies readonly AttributeMapping[];
