import { groupUrn, vendorGroupUrn } from '../urns';
import { attribute, type Schema } from './attribute';

/** RFC 7643 section 4.2; `displayName` is required and unique at this vendor (vendor-behaviour.md section 3). */
export const groupSchema: Schema = {
  id: groupUrn,
  name: 'Group',
  description: 'Group of Users',
  attributes: [
    attribute('displayName', 'Name of the group, unique in the organisation.', { required: true, uniqueness: 'server' }),
    attribute('members', 'Members of the group.', {
      type: 'complex',
      multiValued: true,
      subAttributes: [
        attribute('value', 'Id of the member.', { mutability: 'immutable', caseExact: true }),
        attribute('$ref', 'URI of the member.', {
          type: 'reference',
          mutability: 'immutable',
          caseExact: true,
          returned: 'request',
          referenceTypes: ['User'],
        }),
        attribute('type', 'Kind of the member.', { mutability: 'immutable', canonicalValues: ['User'], returned: 'request' }),
        attribute('display', 'userName of the member.', { mutability: 'readOnly' }),
      ],
    }),
  ],
};

export const vendorGroupExtension: Schema = {
  id: vendorGroupUrn,
  name: 'LambdaTest Group',
  description: 'What TestMu AI adds to a Group',
  attributes: [
    attribute('LambdatestRoles', 'Roles that every member gets.', {
      multiValued: true,
      canonicalValues: ['Admin', 'User', 'Guest'],
      closed: true,
    }),
  ],
};
