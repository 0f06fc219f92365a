import { beforeEach, describe, expect, test } from 'vitest';
import { enterpriseUrn, groupBody, patchBody, userBody, userUrn, vendorGroupUrn, vendorUserUrn } from './messages';
import { type OpenServer, openServer } from './open-server';

const start = {
  title: 'Engineer',
  emails: [
    { value: 'work@x.example', type: 'work', primary: true },
    { value: 'home@x.example', type: 'home' },
  ],
  phoneNumbers: [{ value: '1', type: 'work' }],
  [enterpriseUrn]: { department: 'D', manager: { value: '26118' } },
};

describe('PATCH of a User (RFC 7644 section 3.5.2), rfc profile', () => {
  let open: OpenServer;
  let path: string;
  beforeEach(async () => {
    open = openServer({ profile: 'rfc' });
    path = `/Users/${(await open.ask('POST', '/Users', userBody('jane@x.example', start))).body.id}`;
  });
  const patch = (...operations: readonly object[]) => open.ask('PATCH', path, patchBody(...operations));

  test.each<[string, readonly object[], object]>([
    // Section 3.5.2.1, add.
    ['add a single value', [{ op: 'add', path: 'nickName', value: 'J' }], { nickName: 'J' }],
    ['add replaces a single value that is there', [{ op: 'add', path: 'title', value: 'Boss' }], { title: 'Boss' }],
    ['add without a path', [{ op: 'add', value: { nickName: 'J', title: 'Boss' } }], { nickName: 'J', title: 'Boss' }],
    [
      'add to several values',
      [{ op: 'add', path: 'phoneNumbers', value: [{ value: '2', type: 'home' }] }],
      {
        phoneNumbers: [
          { value: '1', type: 'work' },
          { value: '2', type: 'home' },
        ],
      },
    ],
    [
      'add one value where a list belongs',
      [{ op: 'add', path: 'phoneNumbers', value: { value: '2' } }],
      { phoneNumbers: [{ value: '1', type: 'work' }, { value: '2' }] },
    ],
    [
      'add a value that is there already',
      [{ op: 'add', path: 'phoneNumbers', value: [{ value: '1', type: 'work' }] }],
      { phoneNumbers: [{ value: '1', type: 'work' }] },
    ],
    [
      'a value that is made primary in place takes the mark too',
      [{ op: 'replace', path: 'emails[type eq "home"].primary', value: true }],
      {
        emails: [
          { value: 'work@x.example', type: 'work', primary: false },
          { value: 'home@x.example', type: 'home', primary: true },
        ],
      },
    ],
    [
      'a value made by its filter has the types of the schema: Entra ID writes primary eq "True", and finds it again so',
      [
        { op: 'Add', path: 'roles[primary eq "True"].value', value: 'Editor' },
        { op: 'Replace', path: 'roles[primary eq "True"].value', value: 'Owner' },
      ],
      { roles: [{ value: 'Owner', primary: true }] },
    ],
    [
      'a manager by its id alone, as Entra ID sends it',
      [{ op: 'Add', path: `${enterpriseUrn}:manager`, value: '42' }],
      { [enterpriseUrn]: { department: 'D', manager: { value: '42' } } },
    ],
    [
      'a new primary value takes the mark',
      [{ op: 'add', path: 'emails', value: [{ value: 'new@x.example', type: 'other', primary: true }] }],
      {
        emails: [
          { value: 'work@x.example', type: 'work', primary: false },
          { value: 'home@x.example', type: 'home' },
          { value: 'new@x.example', type: 'other', primary: true },
        ],
      },
    ],
    [
      'add to a complex attribute keeps its other parts',
      [{ op: 'add', path: 'name', value: { middleName: 'M' } }],
      { name: { givenName: 'Jane', familyName: 'Doe', middleName: 'M' } },
    ],
    [
      'add to an extension by its URN',
      [{ op: 'add', path: enterpriseUrn, value: { costCenter: '7' } }],
      { [enterpriseUrn]: { department: 'D', manager: { value: '26118' }, costCenter: '7' } },
    ],
    // Section 3.5.2.2, remove.
    ['remove a single value', [{ op: 'remove', path: 'title' }], { title: undefined }],
    ['remove all values', [{ op: 'remove', path: 'emails' }], { emails: undefined }],
    [
      'remove the values that a filter names',
      [{ op: 'remove', path: 'emails[type eq "home"]' }],
      { emails: [{ value: 'work@x.example', type: 'work', primary: true }] },
    ],
    [
      'remove a part of the values that a filter names',
      [{ op: 'remove', path: 'emails[type eq "work"].primary' }],
      {
        emails: [
          { value: 'work@x.example', type: 'work' },
          { value: 'home@x.example', type: 'home' },
        ],
      },
    ],
    ['remove the last value', [{ op: 'remove', path: 'phoneNumbers[value eq "1"]' }], { phoneNumbers: undefined }],
    ['remove where the filter names nothing', [{ op: 'remove', path: 'emails[type eq "fax"]' }], { emails: start.emails }],
    [
      'remove a sub-attribute',
      [{ op: 'remove', path: 'name.familyName' }],
      { name: { givenName: 'Jane', familyName: '', formatted: 'Jane' } },
    ],
    [
      'remove an attribute of an extension',
      [{ op: 'remove', path: `${enterpriseUrn}:department` }],
      { [enterpriseUrn]: { manager: { value: '26118' } } },
    ],
    ['remove an extension', [{ op: 'remove', path: enterpriseUrn }], { [enterpriseUrn]: undefined }],
    [
      'remove with a value array takes those only',
      [{ op: 'Remove', path: 'emails', value: [{ value: 'home@x.example' }] }],
      { emails: [{ value: 'work@x.example', type: 'work', primary: true }] },
    ],
    // Section 3.5.2.3, replace.
    ['replace a single value', [{ op: 'replace', path: 'title', value: 'Boss' }], { title: 'Boss' }],
    ['replace one that is not there', [{ op: 'replace', path: 'nickName', value: 'J' }], { nickName: 'J' }],
    [
      'replace without a path',
      [{ op: 'replace', value: { title: 'Boss', emails: [{ value: 'only@x.example' }] } }],
      { title: 'Boss', emails: [{ value: 'only@x.example' }] },
    ],
    [
      'replace several values',
      [{ op: 'replace', path: 'emails', value: [{ value: 'only@x.example' }] }],
      { emails: [{ value: 'only@x.example' }] },
    ],
    [
      'replace a part of a complex attribute',
      [{ op: 'replace', path: 'name.familyName', value: 'Roe' }],
      { name: { givenName: 'Jane', familyName: 'Roe', formatted: 'Jane Roe' } },
    ],
    [
      'replace a complex attribute keeps parts that were not sent',
      [{ op: 'replace', path: 'name', value: { familyName: 'Roe' } }],
      { name: { givenName: 'Jane', familyName: 'Roe', formatted: 'Jane Roe' } },
    ],
    [
      'replace the value that a filter names',
      [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'w2@x.example' }],
      {
        emails: [
          { value: 'w2@x.example', type: 'work', primary: true },
          { value: 'home@x.example', type: 'home' },
        ],
      },
    ],
    [
      'replace by a filter of two terms',
      [{ op: 'replace', path: 'emails[type eq "home" and value co "home"].type', value: 'other' }],
      { emails: [start.emails[0], { value: 'home@x.example', type: 'other' }] },
    ],
    ['replace with null takes the value away', [{ op: 'replace', path: 'title', value: null }], { title: undefined }],
    ['replace userName', [{ op: 'replace', path: 'userName', value: 'roe@x.example' }], { userName: 'roe@x.example' }],
    // Shapes from the field.
    ['op in capitals', [{ op: 'REPLACE', path: 'title', value: 'Boss' }], { title: 'Boss' }],
    ['booleans as strings (J10)', [{ op: 'Replace', path: 'active', value: 'False' }], { active: false }],
    ['booleans as strings, no path', [{ op: 'Replace', value: { active: 'fAlSe' } }], { active: false }],
    [
      'dotted keys without a path',
      [{ op: 'Replace', value: { 'name.familyName': 'Roe', 'emails[type eq "home"].value': 'h2@x.example' } }],
      {
        name: { givenName: 'Jane', familyName: 'Roe', formatted: 'Jane Roe' },
        emails: [start.emails[0], { value: 'h2@x.example', type: 'home' }],
      },
    ],
    [
      'URN keys without a path',
      [{ op: 'Add', value: { [`${enterpriseUrn}:department`]: 'E', [`${vendorUserUrn}:OrganizationRole`]: 'Guest' } }],
      { [enterpriseUrn]: { department: 'E', manager: { value: '26118' } }, [vendorUserUrn]: { OrganizationRole: 'Guest' } },
    ],
    [
      'a whole extension without a path',
      [{ op: 'replace', value: { [enterpriseUrn]: { department: 'E' } } }],
      { [enterpriseUrn]: { department: 'E', manager: { value: '26118' } } },
    ],
    [
      'a full URN path',
      [{ op: 'replace', path: `${userUrn}:name.givenName`, value: 'June' }],
      { name: { givenName: 'June', familyName: 'Doe', formatted: 'June Doe' } },
    ],
    [
      'an extension attribute with a dot',
      [{ op: 'replace', path: `${vendorUserUrn}.OrganizationRole`, value: 'guest' }],
      { [vendorUserUrn]: { OrganizationRole: 'Guest' } },
    ],
    [
      'a path in other case',
      [{ op: 'replace', path: 'NAME.GIVENNAME', value: 'June' }],
      { name: { givenName: 'June', familyName: 'Doe', formatted: 'June Doe' } },
    ],
    [
      'id, schemas and meta in a value without a path are left alone',
      [{ op: 'replace', value: { id: '1', schemas: [], meta: {}, title: 'Boss' } }],
      { title: 'Boss' },
    ],
    [
      'add by a filter that names nothing makes the value',
      [{ op: 'add', path: 'emails[type eq "other"].value', value: 'o@x.example' }],
      { emails: [...start.emails, { type: 'other', value: 'o@x.example' }] },
    ],
    [
      'a single value in a list',
      [{ op: 'replace', path: 'name', value: [{ givenName: 'June' }] }],
      { name: { givenName: 'June', familyName: 'Doe', formatted: 'June Doe' } },
    ],
    // Several operations build on each other.
    [
      'operations in order',
      [
        { op: 'add', path: 'nickName', value: 'A' },
        { op: 'replace', path: 'nickName', value: 'B' },
        { op: 'remove', path: 'title' },
      ],
      { nickName: 'B', title: undefined },
    ],
  ])('%s', async (_name, operations, expected) => {
    const { status, body } = await patch(...operations);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject(JSON.parse(JSON.stringify(expected)));
    for (const [key, value] of Object.entries(expected)) if (value === undefined) expect(body).not.toHaveProperty([key]);
    expect((await open.ask('GET', path)).body).toEqual(body);
  });

  test.each<[string, readonly object[], string, string]>([
    ['an unknown op', [{ op: 'move', path: 'title', value: 'x' }], 'invalidSyntax', 'Operations[0].op'],
    ['no op', [{ path: 'title', value: 'x' }], 'invalidSyntax', 'Operations[0].op'],
    ['an operation that is no object', [['add']], 'invalidSyntax', 'Operations[0]'],
    ['remove without a path', [{ op: 'remove' }], 'noTarget', 'Operations[0].path'],
    ['add without a value', [{ op: 'add', path: 'title' }], 'invalidValue', 'Operations[0].value'],
    ['add without path and with a plain value', [{ op: 'add', value: 'x' }], 'invalidValue', 'Operations[0].value'],
    ['an unknown attribute', [{ op: 'replace', path: 'shoeSize', value: 43 }], 'invalidPath', 'shoeSize'],
    ['an unknown sub-attribute', [{ op: 'replace', path: 'name.shoe', value: 'x' }], 'invalidPath', 'name.shoe'],
    ['an unknown URN', [{ op: 'replace', path: 'urn:x:2.0:User:title', value: 'x' }], 'invalidPath', 'urn:x'],
    ['a path that does not end', [{ op: 'replace', path: 'emails[type eq "work"', value: 'x' }], 'invalidPath', 'expected ]'],
    ['a path with a bad filter', [{ op: 'replace', path: 'emails[type is "work"].value', value: 'x' }], 'invalidPath', 'is'],
    ['a path with an unknown part in its filter', [{ op: 'remove', path: 'emails[shoe eq "work"]' }], 'invalidPath', 'shoe'],
    ['a path that is no string', [{ op: 'replace', path: 5, value: 'x' }], 'invalidPath', 'Operations[0].path'],
    ['replace by a filter that names nothing', [{ op: 'replace', path: 'emails[type eq "fax"].value', value: 'x' }], 'noTarget', 'fax'],
    ['a read-only attribute', [{ op: 'replace', path: 'id', value: '1' }], 'mutability', 'id'],
    ['read-only groups', [{ op: 'add', path: 'groups', value: [{ value: '50001' }] }], 'mutability', 'groups'],
    ['read-only meta', [{ op: 'replace', path: 'meta.created', value: 'x' }], 'mutability', 'meta.created'],
    ['removal of a required attribute', [{ op: 'remove', path: 'userName' }], 'mutability', 'userName'],
    ['userName emptied', [{ op: 'replace', path: 'userName', value: '' }], 'invalidValue', 'userName'],
    ['a value of the wrong type', [{ op: 'replace', path: 'title', value: { a: 1 } }], 'invalidValue', 'Operations[0].value'],
    ['a boolean that is none', [{ op: 'replace', path: 'active', value: 'perhaps' }], 'invalidValue', 'true or false'],
    [
      'a role that is none',
      [{ op: 'replace', path: `${vendorUserUrn}:OrganizationRole`, value: 'Owner' }],
      'invalidValue',
      'Admin, User, Guest',
    ],
    [
      'a later operation that fails',
      [
        { op: 'replace', path: 'title', value: 'Boss' },
        { op: 'replace', path: 'shoeSize', value: 1 },
      ],
      'invalidPath',
      'Operations[1]',
    ],
  ])('%s: 400 %s, and nothing is changed', async (_name, operations, scimType, part) => {
    const before = (await open.ask('GET', path)).body;
    const hash = open.hash();
    const { status, body } = await patch(...operations);
    expect({ status, scimType: body.scimType }).toEqual({ status: 400, scimType });
    expect(body.detail).toContain(part);
    expect((await open.ask('GET', path)).body).toEqual(before);
    expect(open.hash()).toBe(hash);
  });

  test.each([
    ['no Operations', {}, 'Operations'],
    ['empty Operations', { Operations: [] }, 'Operations'],
    ['Operations that are no list', { Operations: { op: 'add' } }, 'Operations'],
    ['another schema', { schemas: [userUrn], Operations: [{ op: 'remove', path: 'title' }] }, 'schemas'],
    ['no schemas', { schemas: undefined, Operations: [{ op: 'remove', path: 'title' }] }, 'schemas'],
  ])('%s: 400 invalidSyntax', async (_name, change, part) => {
    const { status, body } = await open.ask('PATCH', path, { ...patchBody(), Operations: undefined, ...change });
    expect({ status, scimType: body.scimType }).toEqual({ status: 400, scimType: 'invalidSyntax' });
    expect(body.detail).toContain(part);
  });

  test('`operations` in other case, and no schemas at this vendor, are taken', async () => {
    const vendor = openServer();
    const { id } = (await vendor.ask('POST', '/Users', userBody('jane@x.example'))).body;
    expect(await vendor.ask('PATCH', `/Users/${id}`, { operations: [{ OP: 'replace', Path: 'active', Value: false }] })).toMatchObject({
      status: 200,
      body: { active: false },
    });
  });
});

describe('PATCH of a Group: members (RFC 7644 section 3.5.2, J9, J17)', () => {
  let open: OpenServer;
  let path: string;
  let ids: string[];
  beforeEach(async () => {
    open = openServer({ profile: 'rfc' });
    ids = [];
    for (const name of ['ann', 'bob', 'cy', 'dee']) ids.push((await open.ask('POST', '/Users', userBody(`${name}@x.example`))).body.id);
    path = `/Groups/${(await open.ask('POST', '/Groups', groupBody('eng', ids.slice(0, 2)))).body.id}`;
  });

  /** `$0` stands for the first id. */
  const withIds = (operations: readonly object[]): object[] =>
    JSON.parse(JSON.stringify(operations).replaceAll(/\$(\d)/g, (_, at) => ids[Number(at)] ?? ''));

  test.each<[string, readonly object[], string]>([
    ['add one', [{ op: 'add', path: 'members', value: [{ value: '$2' }] }], '012'],
    ['add one that is no list', [{ op: 'add', path: 'members', value: { value: '$2' } }], '012'],
    ['add by plain ids', [{ op: 'add', path: 'members', value: ['$2', '$3'] }], '0123'],
    [
      'add with $ref and type',
      [{ op: 'add', path: 'members', value: [{ value: '$2', $ref: '../Users/$2', type: 'User', display: 'x' }] }],
      '012',
    ],
    ['add without a path', [{ op: 'add', value: { members: [{ value: '$2' }] } }], '012'],
    ['add one that is there', [{ op: 'add', path: 'members', value: [{ value: '$0' }] }], '01'],
    ['add the same twice in one request', [{ op: 'add', path: 'members', value: [{ value: '$2' }, { value: '$2' }] }], '012'],
    ['add nobody', [{ op: 'add', path: 'members', value: [] }], '01'],
    ['remove by filter', [{ op: 'remove', path: 'members[value eq "$0"]' }], '1'],
    ['remove by filter, capitalised', [{ op: 'Remove', path: 'members[Value EQ "$0"]' }], '1'],
    ['remove by filter of a non-member', [{ op: 'remove', path: 'members[value eq "$3"]' }], '01'],
    ['remove by filter of nobody', [{ op: 'remove', path: 'members[value eq "nope"]' }], '01'],
    ['remove by a longer filter', [{ op: 'remove', path: 'members[value eq "$0" or display sw "bob"]' }], ''],
    ['remove by what the answer shows', [{ op: 'remove', path: 'members[display eq "ann@x.example"]' }], '1'],
    ['remove with a value array', [{ op: 'Remove', path: 'members', value: [{ value: '$0' }] }], '1'],
    ['remove with a value that is no list', [{ op: 'remove', path: 'members', value: { value: '$1' } }], '0'],
    ['remove with an empty value array removes nobody', [{ op: 'remove', path: 'members', value: [] }], '01'],
    ['remove all', [{ op: 'remove', path: 'members' }], ''],
    ['replace', [{ op: 'replace', path: 'members', value: [{ value: '$3' }, { value: '$1' }] }], '13'],
    ['replace with nobody', [{ op: 'replace', path: 'members', value: [] }], ''],
    ['replace without a path', [{ op: 'Replace', value: { displayName: 'eng', members: [{ value: '$2' }] } }], '2'],
    ['a full URN path', [{ op: 'add', path: 'urn:ietf:params:scim:schemas:core:2.0:Group:members', value: [{ value: '$2' }] }], '012'],
    [
      'several, in order',
      [
        { op: 'remove', path: 'members' },
        { op: 'add', path: 'members', value: [{ value: '$3' }] },
        { op: 'remove', path: 'members[value eq "$3"]' },
        { op: 'add', path: 'members', value: [{ value: '$1' }] },
      ],
      '1',
    ],
  ])('%s', async (_name, operations, expected) => {
    const { status, body } = await open.ask('PATCH', path, patchBody(...withIds(operations)));
    expect(status, JSON.stringify(body)).toBe(200);
    const found = body.members
      .map((member: { value: string }) => ids.indexOf(member.value))
      .sort()
      .join('');
    expect(found).toBe(expected);
  });

  test.each<[string, readonly object[], string, string]>([
    [
      'an id that does not exist',
      [{ op: 'add', path: 'members', value: [{ value: '$2' }, { value: '999998' }] }],
      'invalidValue',
      'Operations[0].value[1].value',
    ],
    ['a member without a value', [{ op: 'add', path: 'members', value: [{ display: 'x' }] }], 'invalidValue', 'Operations[0].value'],
    ['a member that is a number', [{ op: 'add', path: 'members', value: [5] }], 'invalidValue', 'Operations[0].value[0]'],
    ['a part of a member', [{ op: 'replace', path: 'members.display', value: 'x' }], 'mutability', 'members.display'],
    ['replace of one member', [{ op: 'replace', path: 'members[value eq "$0"].value', value: '$3' }], 'mutability', 'members'],
    ['a name that is empty', [{ op: 'replace', path: 'displayName', value: ' ' }], 'invalidValue', 'displayName'],
    ['removal of the name', [{ op: 'remove', path: 'displayName' }], 'mutability', 'displayName'],
    [
      'a good operation before a bad one',
      [
        { op: 'remove', path: 'members' },
        { op: 'add', path: 'members', value: [{ value: '1' }] },
      ],
      'invalidValue',
      'Operations[1]',
    ],
    [
      'a role that is none',
      [{ op: 'replace', path: `${vendorGroupUrn}:LambdatestRoles`, value: ['Owner'] }],
      'invalidValue',
      'Admin, User, Guest',
    ],
  ])('%s: 400 %s, nothing changed', async (_name, operations, scimType, part) => {
    const hash = open.hash();
    const { status, body } = await open.ask('PATCH', path, patchBody(...withIds(operations)));
    expect({ status, scimType: body.scimType }).toEqual({ status: 400, scimType });
    expect(body.detail).toContain(part);
    expect(open.hash()).toBe(hash);
  });
});
