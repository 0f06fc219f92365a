import { attribute } from './attribute';

/** On every resource, part of no schema (RFC 7643 section 3.1). */
export const commonAttributes = [
  attribute('schemas', 'URNs of the schemas that the resource follows.', {
    type: 'reference',
    multiValued: true,
    required: true,
    caseExact: true,
    returned: 'always',
    referenceTypes: ['uri'],
  }),
  attribute('id', 'Identifier given by the service provider.', {
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
    uniqueness: 'server',
  }),
  attribute('externalId', 'Identifier given by the provisioning client.', { caseExact: true }),
  attribute('meta', 'What the service provider keeps about the resource.', {
    type: 'complex',
    mutability: 'readOnly',
    subAttributes: [
      attribute('resourceType', 'Name of the resource type.', { caseExact: true, mutability: 'readOnly' }),
      attribute('created', 'When the resource was made.', { type: 'dateTime', mutability: 'readOnly' }),
      attribute('lastModified', 'When the resource last changed.', { type: 'dateTime', mutability: 'readOnly' }),
      attribute('location', 'URI of the resource.', {
        type: 'reference',
        caseExact: true,
        mutability: 'readOnly',
        referenceTypes: ['uri'],
      }),
      attribute('version', 'Entity tag of the resource.', { caseExact: true, mutability: 'readOnly' }),
    ],
  }),
];
