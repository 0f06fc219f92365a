import { enterpriseUserUrn, userUrn, vendorUserUrn } from '../urns';
import { type Attribute, attribute, type Schema } from './attribute';

const nameParts = (description: string): Attribute =>
  attribute('name', description, {
    type: 'complex',
    subAttributes: [
      attribute('formatted', 'The whole name, ready to be shown.'),
      attribute('familyName', 'The family name.'),
      attribute('givenName', 'The given name.'),
      attribute('middleName', 'Middle names.'),
      attribute('honorificPrefix', 'Title before the name.'),
      attribute('honorificSuffix', 'Suffix after the name.'),
    ],
  });

/** A multi-valued complex attribute with the default sub-attributes of RFC 7643 section 2.4. */
const values = (name: string, description: string, types: readonly string[], value: Partial<Attribute> = {}): Attribute =>
  attribute(name, description, {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', 'The value.', value),
      attribute('display', 'The value as people read it.'),
      attribute('type', 'What the value is for.', types.length === 0 ? {} : { canonicalValues: types }),
      attribute('primary', 'True for the preferred one.', { type: 'boolean' }),
    ],
  });

const userName = attribute('userName', 'Name by which the person signs in.', { required: true, uniqueness: 'server' });
const active = attribute('active', 'Whether the person may sign in.', { type: 'boolean' });

const groups = attribute('groups', 'Groups the person is a member of; changed through the group.', {
  type: 'complex',
  multiValued: true,
  mutability: 'readOnly',
  subAttributes: [
    attribute('value', 'Id of the group.', { mutability: 'readOnly', caseExact: true }),
    attribute('$ref', 'URI of the group.', { type: 'reference', mutability: 'readOnly', caseExact: true, referenceTypes: ['Group'] }),
    attribute('display', 'Name of the group.', { mutability: 'readOnly' }),
    attribute('type', 'Direct or indirect.', { mutability: 'readOnly', canonicalValues: ['direct', 'indirect'] }),
  ],
});

/** The whole User of RFC 7643 section 4.1; a password is not taken, since nobody signs in here. */
export const userSchema: Schema = {
  id: userUrn,
  name: 'User',
  description: 'User account',
  attributes: [
    userName,
    nameParts("Parts of the person's name."),
    attribute('displayName', 'Name as it is shown.'),
    attribute('nickName', 'Casual name.'),
    attribute('profileUrl', "URL of the person's profile.", { type: 'reference', referenceTypes: ['external'] }),
    attribute('title', 'Job title.'),
    attribute('userType', 'Relation to the organisation.'),
    attribute('preferredLanguage', 'Preferred language.'),
    attribute('locale', 'Default locale.'),
    attribute('timezone', 'Time zone, as in the Olson database.'),
    active,
    values('emails', 'E-mail addresses.', ['work', 'home', 'other']),
    values('phoneNumbers', 'Phone numbers.', ['work', 'home', 'mobile', 'fax', 'pager', 'other']),
    values('ims', 'Instant messaging addresses.', ['aim', 'gtalk', 'icq', 'xmpp', 'msn', 'skype', 'qq', 'yahoo']),
    values('photos', 'URLs of photos.', ['photo', 'thumbnail'], { type: 'reference', referenceTypes: ['external'] }),
    attribute('addresses', 'Postal addresses.', {
      type: 'complex',
      multiValued: true,
      subAttributes: [
        attribute('formatted', 'The whole address.'),
        attribute('streetAddress', 'Street and number.'),
        attribute('locality', 'Town.'),
        attribute('region', 'Region.'),
        attribute('postalCode', 'Postal code.'),
        attribute('country', 'Country, as ISO 3166-1 alpha-2.'),
        attribute('type', 'What the address is for.', { canonicalValues: ['work', 'home', 'other'] }),
        attribute('primary', 'True for the preferred one.', { type: 'boolean' }),
      ],
    }),
    groups,
    values('entitlements', 'Entitlements.', []),
    values('roles', 'Roles.', []),
    values('x509Certificates', 'Certificates.', [], { type: 'binary', caseExact: true }),
  ],
};

/** What the vendor documents of a User (vendor-behaviour.md section 2). */
export const vendorCoreUserSchema: Schema = {
  id: userUrn,
  name: 'User',
  description: 'User account',
  attributes: [
    { ...userName, mutability: 'immutable', description: 'The e-mail; cannot change once the person is there.' },
    {
      ...nameParts("The person's name; changed in Account Settings only."),
      mutability: 'immutable',
      subAttributes: nameParts('').subAttributes?.slice(0, 3) ?? [],
    },
    active,
  ],
};

export const vendorUserExtension: Schema = {
  id: vendorUserUrn,
  name: 'LambdaTest User',
  description: 'What TestMu AI adds to a User',
  attributes: [
    attribute('OrganizationRole', 'Role in the organisation; User unless told.', {
      canonicalValues: ['Admin', 'User', 'Guest'],
      closed: true,
    }),
    attribute('LambdatestGroup', 'Name of an existing concurrency group to put the person in.'),
  ],
};

/** RFC 7643 section 4.3. */
export const enterpriseUserExtension: Schema = {
  id: enterpriseUserUrn,
  name: 'EnterpriseUser',
  description: 'Enterprise User',
  attributes: [
    attribute('employeeNumber', 'Number of the employee.'),
    attribute('costCenter', 'Cost centre.'),
    attribute('organization', 'Organisation.'),
    attribute('division', 'Division.'),
    attribute('department', 'Department.'),
    attribute('manager', "The person's manager.", {
      type: 'complex',
      subAttributes: [
        attribute('value', "Id of the manager's User."),
        attribute('$ref', "URI of the manager's User.", { type: 'reference', referenceTypes: ['User'] }),
        attribute('displayName', 'Name of the manager.', { mutability: 'readOnly' }),
      ],
    }),
  ],
};
