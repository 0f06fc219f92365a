import type { Dialect } from './dialect';
import type { Branch, RequestTemplate, Step } from './script';

export const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const patchUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export const unreachable: Branch = { status: 'none', go: 'stop', problem: 'unreachable' };
export const tokenRefused: Branch = { status: [401, 403], go: 'stop', problem: 'token-refused' };

const userBody = {
  schemas: [userUrn],
  userName: '{userName}',
  name: { givenName: '{givenName}', familyName: '{familyName}', formatted: '{fullName}' },
  emails: [{ value: '{email}', type: 'work', primary: true }],
  active: '{active}',
};

export const patchBody = (...operations: readonly object[]): object => ({ schemas: [patchUrn], Operations: operations });

const findUser = (name: '{userName}' | '{oldUserName}'): RequestTemplate => ({
  method: 'GET',
  path: '/Users',
  query: { filter: `userName eq ${name}` },
});

/** J16: weak, one report. */
export const listUsers: Step = {
  id: 'list-users',
  title: 'Ask for the list of users',
  facts: ['J16'],
  send: { method: 'GET', path: '/Users', query: { startIndex: '1', count: '{pageSize}' } },
  answers: [{ status: '2xx', finding: 'list', go: 'next' }, tokenRefused, unreachable, { status: 'any', go: 'stop', problem: 'no-list' }],
};

/** J3, J8: somebody who is there, even deactivated, fails the test. */
export const lookUpTestUser: Step = {
  id: 'look-up-test-user',
  title: 'Look up the test e-mail',
  facts: ['J3', 'J8'],
  send: findUser('{userName}'),
  answers: [
    { status: '2xx', finding: 'none-found', go: 'next' },
    { status: '2xx', finding: 'found-inactive', go: 'stop', problem: 'test-email-burnt' },
    { status: '2xx', finding: 'found', go: 'stop', problem: 'test-email-taken' },
    tokenRefused,
    unreachable,
    { status: 'any', go: 'stop', problem: 'no-list' },
  ],
};

/** J2. 201 only: an answer of 200 means that the service updated somebody who was there. */
export const createTestUser: Step = {
  id: 'create-test-user',
  title: 'Create the test user',
  facts: ['J2', 'J5'],
  send: { method: 'POST', path: '/Users', body: userBody },
  answers: [
    { status: [201], finding: 'id-not-text', go: 'stop', problem: 'id-not-text', learn: 'user' },
    { status: [201], finding: 'user', go: 'next', learn: 'user' },
    { status: [200, 409], go: 'stop', problem: 'test-email-taken' },
    tokenRefused,
    unreachable,
    { status: 'any', go: 'stop', problem: 'user-not-created' },
  ],
};

/** J2: deleted where DELETE is supported, else deactivated by the step after this one. */
export const deleteTestUser: Step = {
  id: 'delete-test-user',
  title: 'Delete the test user',
  facts: ['J2'],
  only: ['user-known'],
  send: { method: 'DELETE', path: '/Users/{userId}' },
  answers: [
    { status: '2xx', go: 'skip', learn: 'forget-user' },
    { status: [404], go: 'skip', learn: 'forget-user' },
    { status: 'none', go: 'skip', problem: 'user-left-behind' },
    { status: 'any', go: 'next', problem: 'not-deletable' },
  ],
};

export const deactivateTestUser: Step = {
  id: 'deactivate-test-user',
  title: 'Deactivate the test user instead',
  facts: ['J2', 'J17'],
  only: ['user-known'],
  send: { method: 'PATCH', path: '/Users/{userId}', body: patchBody({ op: 'replace', path: 'active', value: false }) },
  answers: [
    { status: 'any', go: 'next', problem: 'user-left-behind' },
    { status: 'none', go: 'next', problem: 'user-left-behind' },
  ],
};

export const lookUpUser: Step = {
  id: 'look-up-user',
  title: 'Look the person up',
  facts: ['J8'],
  only: ['user-unknown'],
  send: findUser('{oldUserName}'),
  answers: [
    { status: '2xx', finding: 'found', go: 'next', learn: 'user' },
    { status: '2xx', finding: 'none-found', go: 'next' },
    tokenRefused,
    unreachable,
    { status: 'any', go: 'stop', problem: 'no-list' },
  ],
};

export const createUser: Step = {
  id: 'create-user',
  title: 'Create the user',
  facts: ['J8', 'J13', 'J18'],
  only: ['user-unknown'],
  send: { method: 'POST', path: '/Users', body: userBody },
  answers: [
    { status: [200, 201], finding: 'id-not-text', go: 'stop', problem: 'id-not-text' },
    { status: [200, 201], finding: 'user', go: 'skip', learn: 'user' },
    tokenRefused,
    unreachable,
    { status: 'any', go: 'skip', problem: 'user-not-created' },
  ],
};

const changed: readonly Branch[] = [
  { status: '2xx', finding: 'not-applied', go: 'next', problem: 'change-ignored' },
  { status: '2xx', go: 'next' },
  { status: [404], go: 'skip', problem: 'gone', learn: 'forget-user' },
  tokenRefused,
  unreachable,
  { status: 'any', go: 'skip', problem: 'user-not-changed' },
];

/** J17: one `replace` a changed attribute; with the other setting the whole user is put. */
const change = (dialect: Dialect, ...operations: readonly object[]): RequestTemplate =>
  dialect.updates === 'PUT'
    ? { method: 'PUT', path: '/Users/{userId}', body: userBody }
    : { method: 'PATCH', path: '/Users/{userId}', body: patchBody(...operations) };

export const updateActive = (
  dialect: Dialect,
  title = 'Set whether the person is active',
  facts: Step['facts'] = ['J13', 'J17'],
): Step => ({
  id: 'update-active',
  title,
  facts,
  only: ['user-known', 'active-differs'],
  send: change(dialect, { op: 'replace', path: 'active', value: '{active}' }),
  answers: changed,
});

export const updateName = (dialect: Dialect): Step => ({
  id: 'update-name',
  title: 'Send the name',
  facts: ['J17'],
  only: ['user-known', 'name-differs'],
  send: change(
    dialect,
    { op: 'replace', path: 'name.givenName', value: '{givenName}' },
    { op: 'replace', path: 'name.familyName', value: '{familyName}' },
  ),
  answers: changed,
});

/** I6: the vendor's userName is immutable. */
export const updateUserName = (dialect: Dialect): Step => ({
  id: 'update-user-name',
  title: 'Send the new e-mail as the userName',
  facts: ['J17', 'I6'],
  only: ['user-known', 'user-name-differs'],
  send: change(dialect, { op: 'replace', path: 'userName', value: '{userName}' }),
  answers: [{ status: '2xx', finding: 'not-applied', go: 'next', problem: 'user-name-immutable' }, ...changed.slice(1)],
});

/** J14 names an event type for it; the verb is inferred. */
export const deleteUser: Step = {
  id: 'delete-user',
  title: 'Delete the user',
  facts: ['J14'],
  only: ['user-known'],
  send: { method: 'DELETE', path: '/Users/{userId}' },
  answers: [
    { status: '2xx', go: 'next', learn: 'forget-user' },
    { status: [404], go: 'next', learn: 'forget-user' },
    tokenRefused,
    unreachable,
    { status: 'any', go: 'next', problem: 'not-deletable' },
  ],
};
