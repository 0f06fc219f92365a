import type { JsonObject } from './json';
import { maximumPageSize, type Profile } from './profile';
import type { Attribute, Schema } from './schema/attribute';
import { vendorGroupExtension } from './schema/group-schema';
import { resourceTypeSchema, schemaSchema, serviceProviderConfigSchema } from './schema/meta-schemas';
import { resourceTypeUrn, schemaUrn, serviceProviderConfigUrn } from './urns';

/** Request bodies larger than this are answered 413 without being read. */
export const maximumBodyBytes = 1_048_576;

const meta = (resourceType: string, location: string): JsonObject => ({ resourceType, location });

/** GET /ServiceProviderConfig (RFC 7643 section 5). Bulk is declared unsupported. */
export const serviceProviderConfig = (baseUrl: string): JsonObject => ({
  schemas: [serviceProviderConfigUrn],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: maximumBodyBytes },
  filter: { supported: true, maxResults: maximumPageSize },
  changePassword: { supported: false },
  sort: { supported: true },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'OAuth Bearer Token',
      description: 'The bearer token of this server in the Authorization header',
      specUri: 'https://www.rfc-editor.org/info/rfc6750',
      primary: true,
    },
  ],
  meta: meta('ServiceProviderConfig', `${baseUrl}/ServiceProviderConfig`),
});

/** GET /ResourceTypes (RFC 7643 section 6). */
export const resourceTypes = (profile: Profile, baseUrl: string): readonly JsonObject[] =>
  [
    { shape: profile.user, extensions: profile.publishedUserExtensions },
    { shape: profile.group, extensions: [vendorGroupExtension] },
  ].map(({ shape, extensions }) => ({
    schemas: [resourceTypeUrn],
    id: shape.name,
    name: shape.name,
    description: shape.description,
    endpoint: shape.endpoint,
    schema: shape.core.id,
    schemaExtensions: extensions.map((extension) => ({ schema: extension.id, required: false })),
    meta: meta('ResourceType', `${baseUrl}/ResourceTypes/${shape.name}`),
  }));

/** GET /Schemas (RFC 7643 section 7): the two resource types, the extensions, and what describes the server itself. */
export const schemas = (profile: Profile, baseUrl: string): readonly JsonObject[] =>
  [
    profile.publishedUser,
    profile.group.core,
    ...profile.publishedUserExtensions,
    vendorGroupExtension,
    serviceProviderConfigSchema,
    resourceTypeSchema,
    schemaSchema,
  ].map((schema) => printSchema(schema, baseUrl));

const printSchema = ({ id, name, description, attributes }: Schema, baseUrl: string): JsonObject => ({
  schemas: [schemaUrn],
  id,
  name,
  description,
  attributes: attributes.map(printAttribute),
  meta: meta('Schema', `${baseUrl}/Schemas/${id}`),
});

/** Characteristics that mean nothing for a type are left out: case of a boolean, uniqueness of a complex attribute. */
function printAttribute(given: Attribute): JsonObject {
  const { name, type, multiValued, description, required, caseExact, mutability, returned, uniqueness } = given;
  const textual = type === 'string' || type === 'reference' || type === 'binary';
  return {
    name,
    type,
    multiValued,
    description,
    required,
    ...(textual ? { caseExact } : {}),
    mutability,
    returned,
    ...(type === 'complex' || type === 'boolean' ? {} : { uniqueness }),
    ...(given.canonicalValues === undefined ? {} : { canonicalValues: given.canonicalValues }),
    ...(given.referenceTypes === undefined ? {} : { referenceTypes: given.referenceTypes }),
    ...(given.subAttributes === undefined ? {} : { subAttributes: given.subAttributes.map(printAttribute) }),
  };
}
