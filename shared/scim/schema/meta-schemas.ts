import { resourceTypeUrn, schemaUrn, serviceProviderConfigUrn } from '../urns';
import { type Attribute, attribute, type Schema } from './attribute';

const readOnly = (name: string, description: string, options: Partial<Attribute> = {}): Attribute =>
  attribute(name, description, { mutability: 'readOnly', ...options });

const supported = readOnly('supported', 'Whether it is supported.', { type: 'boolean', required: true });

/** RFC 7643 section 5. */
export const serviceProviderConfigSchema: Schema = {
  id: serviceProviderConfigUrn,
  name: 'Service Provider Configuration',
  description: 'What the service provider supports',
  attributes: [
    readOnly('documentationUri', 'Where people read about it.', { type: 'reference', referenceTypes: ['external'] }),
    readOnly('patch', 'PATCH.', { type: 'complex', required: true, subAttributes: [supported] }),
    readOnly('bulk', 'Bulk.', {
      type: 'complex',
      required: true,
      subAttributes: [
        supported,
        readOnly('maxOperations', 'Most operations in one request.', { type: 'integer', required: true }),
        readOnly('maxPayloadSize', 'Most bytes of one request.', { type: 'integer', required: true }),
      ],
    }),
    readOnly('filter', 'Filters.', {
      type: 'complex',
      required: true,
      subAttributes: [supported, readOnly('maxResults', 'Most resources of one answer.', { type: 'integer', required: true })],
    }),
    readOnly('changePassword', 'Changing a password.', { type: 'complex', required: true, subAttributes: [supported] }),
    readOnly('sort', 'Sorting.', { type: 'complex', required: true, subAttributes: [supported] }),
    readOnly('etag', 'Entity tags.', { type: 'complex', required: true, subAttributes: [supported] }),
    readOnly('authenticationSchemes', 'Ways to authenticate.', {
      type: 'complex',
      multiValued: true,
      required: true,
      subAttributes: [
        readOnly('type', 'Kind.', { required: true, canonicalValues: ['oauth', 'oauth2', 'oauthbearertoken', 'httpbasic', 'httpdigest'] }),
        readOnly('name', 'Name.', { required: true }),
        readOnly('description', 'What it is.', { required: true }),
        readOnly('specUri', 'Its specification.', { type: 'reference', referenceTypes: ['external'] }),
        readOnly('documentationUri', 'Where people read about it.', { type: 'reference', referenceTypes: ['external'] }),
        readOnly('primary', 'True for the preferred one.', { type: 'boolean' }),
      ],
    }),
  ],
};

/** RFC 7643 section 6. */
export const resourceTypeSchema: Schema = {
  id: resourceTypeUrn,
  name: 'ResourceType',
  description: 'A kind of resource',
  attributes: [
    readOnly('id', 'Identifier of the resource type.'),
    readOnly('name', 'Name of the resource type.', { required: true }),
    readOnly('description', 'What it is.'),
    readOnly('endpoint', 'Where it is, below the base URL.', { type: 'reference', required: true, referenceTypes: ['uri'] }),
    readOnly('schema', 'URN of its core schema.', { type: 'reference', required: true, caseExact: true, referenceTypes: ['uri'] }),
    readOnly('schemaExtensions', 'Its extensions.', {
      type: 'complex',
      multiValued: true,
      subAttributes: [
        readOnly('schema', 'URN of the extension.', { type: 'reference', required: true, caseExact: true, referenceTypes: ['uri'] }),
        readOnly('required', 'Whether every resource has it.', { type: 'boolean', required: true }),
      ],
    }),
  ],
};

const characteristics = (depth: number): readonly Attribute[] => [
  readOnly('name', 'Name.', { required: true, caseExact: true }),
  readOnly('type', 'Data type.', {
    required: true,
    canonicalValues: ['string', 'complex', 'boolean', 'decimal', 'integer', 'dateTime', 'reference', 'binary'],
  }),
  readOnly('multiValued', 'Whether it has several values.', { type: 'boolean', required: true }),
  readOnly('description', 'What it is.'),
  readOnly('required', 'Whether it must have a value.', { type: 'boolean' }),
  readOnly('canonicalValues', 'Suggested values.', { multiValued: true, caseExact: true }),
  readOnly('caseExact', 'Whether case counts.', { type: 'boolean' }),
  readOnly('mutability', 'Who may change it.', { caseExact: true, canonicalValues: ['readOnly', 'readWrite', 'immutable', 'writeOnly'] }),
  readOnly('returned', 'When it is returned.', { caseExact: true, canonicalValues: ['always', 'never', 'default', 'request'] }),
  readOnly('uniqueness', 'Among whom it is unique.', { caseExact: true, canonicalValues: ['none', 'server', 'global'] }),
  readOnly('referenceTypes', 'What it may refer to.', { multiValued: true, caseExact: true }),
  ...(depth === 0
    ? []
    : [
        readOnly('subAttributes', 'Parts of a complex attribute.', {
          type: 'complex',
          multiValued: true,
          subAttributes: characteristics(depth - 1),
        }),
      ]),
];

/** RFC 7643 section 7. */
export const schemaSchema: Schema = {
  id: schemaUrn,
  name: 'Schema',
  description: 'The attributes of a kind of resource',
  attributes: [
    readOnly('id', 'URN of the schema.', { required: true, caseExact: true }),
    readOnly('name', 'Name of the schema.', { required: true }),
    readOnly('description', 'What it is.'),
    readOnly('attributes', 'Its attributes.', { type: 'complex', multiValued: true, required: true, subAttributes: characteristics(1) }),
  ],
};
