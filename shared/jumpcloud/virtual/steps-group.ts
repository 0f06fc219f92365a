import type { Dialect } from './dialect';
import type { Branch, RequestTemplate, Step } from './script';
import { patchBody, unreachable } from './steps-user';

const groupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group';

const tokenRefused: Branch = { status: [401], go: 'stop', problem: 'token-refused' };
/** I2: the vendor answers 403 while group provisioning is off. */
const groupsOff: Branch = { status: [403], go: 'stop', problem: 'groups-off' };
const stops = [tokenRefused, groupsOff, unreachable] as const;

const findGroup = (name: '{displayName}' | '{oldDisplayName}'): RequestTemplate => ({
  method: 'GET',
  path: '/Groups',
  query: { filter: `displayName eq ${name}` },
});
const newGroup: RequestTemplate = {
  method: 'POST',
  path: '/Groups',
  body: { schemas: [groupUrn], displayName: '{displayName}', members: '{members}' },
};
/** J9, J17: `remove` comes with a value array too, the way Microsoft Entra does it. */
const members = (op: 'add' | 'remove'): RequestTemplate => ({
  method: 'PATCH',
  path: '/Groups/{groupId}',
  body: patchBody({ op, path: 'members', value: '{members}' }),
});

/** J16: weak, one report. */
export const listGroups: Step = {
  id: 'list-groups',
  title: 'Ask for the list of groups',
  facts: ['J16'],
  only: ['group-box'],
  send: { method: 'GET', path: '/Groups', query: { startIndex: '1', count: '{pageSize}' } },
  answers: [{ status: '2xx', finding: 'list', go: 'next' }, ...stops, { status: 'any', go: 'stop', problem: 'no-list' }],
};

export const lookUpTestGroup: Step = {
  id: 'look-up-test-group',
  title: 'Look up the test group',
  facts: ['J8'],
  only: ['group-box'],
  send: findGroup('{displayName}'),
  answers: [
    { status: '2xx', finding: 'none-found', go: 'next' },
    { status: '2xx', finding: 'found', go: 'stop', problem: 'group-taken' },
    ...stops,
    { status: 'any', go: 'stop', problem: 'no-list' },
  ],
};

export const createTestGroup: Step = {
  id: 'create-test-group',
  title: 'Create the test group with the test user in it',
  facts: ['J2', 'J6'],
  only: ['group-box'],
  send: newGroup,
  answers: [
    { status: [201], finding: 'id-not-text', go: 'stop', problem: 'id-not-text', learn: 'group' },
    { status: [201], finding: 'group', go: 'next', learn: 'group' },
    { status: [409], go: 'stop', problem: 'group-taken' },
    ...stops,
    { status: 'any', go: 'stop', problem: 'group-not-created' },
  ],
};

/** J6: update must work; J17: an add is repeated, and the answer must list the members. */
export const updateTestGroup: Step = {
  id: 'update-test-group',
  title: 'Add the test user to the test group again',
  facts: ['J6', 'J17'],
  only: ['group-box', 'group-known', 'user-known'],
  send: members('add'),
  answers: [
    { status: '2xx', finding: 'members-missing', go: 'next', problem: 'members-not-listed' },
    { status: '2xx', go: 'next' },
    ...stops,
    { status: 'any', go: 'stop', problem: 'group-not-changed' },
  ],
};

export const deleteTestGroup: Step = {
  id: 'delete-test-group',
  title: 'Delete the test group',
  facts: ['J2', 'J6'],
  only: ['group-box', 'group-known'],
  send: { method: 'DELETE', path: '/Groups/{groupId}' },
  answers: [
    { status: '2xx', go: 'next', learn: 'forget-group' },
    { status: [404], go: 'next', learn: 'forget-group' },
    { status: 'any', go: 'next', problem: 'group-not-deleted' },
    { status: 'none', go: 'next', problem: 'group-not-deleted' },
  ],
};

export const lookUpGroup: Step = {
  id: 'look-up-group',
  title: 'Look the group up by its name',
  facts: ['J8', 'J11'],
  only: ['group-box', 'group-unknown'],
  send: findGroup('{oldDisplayName}'),
  answers: [
    { status: '2xx', finding: 'found', go: 'next', learn: 'group' },
    { status: '2xx', finding: 'none-found', go: 'next' },
    ...stops,
    { status: 'any', go: 'stop', problem: 'no-list' },
  ],
};

/** J11: an empty group is not created. */
export const createGroup: Step = {
  id: 'create-group',
  title: 'Create the group with its members',
  facts: ['J11'],
  only: ['group-box', 'group-unknown', 'has-members'],
  send: newGroup,
  answers: [
    { status: [200, 201], finding: 'id-not-text', go: 'stop', problem: 'id-not-text' },
    { status: [200, 201], finding: 'members-missing', go: 'next', problem: 'members-not-listed', learn: 'group' },
    { status: [200, 201], finding: 'group', go: 'next', learn: 'group' },
    { status: [409], go: 'skip', problem: 'group-taken' },
    ...stops,
    { status: 'any', go: 'skip', problem: 'group-not-created' },
  ],
};

const membersChanged: readonly Branch[] = [
  { status: '2xx', finding: 'members-missing', go: 'next', problem: 'members-not-listed' },
  { status: '2xx', go: 'next' },
  { status: [404], go: 'skip', problem: 'gone', learn: 'forget-group' },
  ...stops,
  { status: 'any', go: 'skip', problem: 'group-not-changed' },
];

/** J11: a group that was taken over gets JumpCloud's members, and only those. */
export const bringMembers = (dialect: Dialect): readonly Step[] =>
  dialect.updates === 'PUT'
    ? [
        {
          id: 'replace-members',
          title: 'Put the group with its members',
          facts: ['J11'],
          only: ['group-box', 'group-known', 'members-differ'],
          send: {
            method: 'PUT',
            path: '/Groups/{groupId}',
            body: { schemas: [groupUrn], displayName: '{displayName}', members: '{allMembers}' },
          },
          answers: membersChanged,
        },
      ]
    : [
        {
          id: 'remove-members',
          title: 'Remove those who are not in it',
          facts: ['J9', 'J11', 'J17'],
          only: ['group-box', 'group-known'],
          each: 'extra-members',
          send: members('remove'),
          answers: membersChanged,
        },
        {
          id: 'add-members',
          title: 'Add those who are missing',
          facts: ['J11', 'J17'],
          only: ['group-box', 'group-known'],
          each: 'missing-members',
          send: members('add'),
          answers: membersChanged,
        },
      ];

export const addMember: Step = {
  id: 'add-member',
  title: 'Add the person to the group',
  facts: ['J17'],
  only: ['group-box', 'group-known', 'has-members'],
  send: members('add'),
  answers: membersChanged,
};

export const removeMember: Step = {
  id: 'remove-member',
  title: 'Remove the person from the group',
  facts: ['J9', 'J17'],
  only: ['group-box', 'group-known', 'has-members'],
  send: members('remove'),
  answers: membersChanged,
};

/** J11: renames are sent. */
export const renameGroup: Step = {
  id: 'rename-group',
  title: 'Send the new name',
  facts: ['J11', 'J17'],
  only: ['group-box', 'group-known'],
  send: {
    method: 'PATCH',
    path: '/Groups/{groupId}',
    body: patchBody({ op: 'replace', path: 'displayName', value: '{displayName}' }),
  },
  answers: [
    { status: '2xx', finding: 'not-applied', go: 'next', problem: 'change-ignored' },
    { status: [409], go: 'next', problem: 'group-taken' },
    ...membersChanged.slice(1),
  ],
};

/** J12: a group deleted in JumpCloud is deleted at the service. */
export const deleteGroup: Step = {
  id: 'delete-group',
  title: 'Delete the group',
  facts: ['J12'],
  only: ['group-box', 'group-known'],
  send: { method: 'DELETE', path: '/Groups/{groupId}' },
  answers: [
    { status: '2xx', go: 'next', learn: 'forget-group' },
    { status: [404], go: 'next', learn: 'forget-group' },
    ...stops,
    { status: 'any', go: 'next', problem: 'group-not-deleted' },
  ],
};
