import type { Dialect } from './dialect';
import type { Part, Script } from './script';
import {
  addMember,
  bringMembers,
  createGroup,
  createTestGroup,
  deleteGroup,
  deleteTestGroup,
  listGroups,
  lookUpGroup,
  lookUpTestGroup,
  removeMember,
  renameGroup,
  updateTestGroup,
} from './steps-group';
import {
  createTestUser,
  createUser,
  deactivateTestUser,
  deleteTestUser,
  deleteUser,
  listUsers,
  lookUpTestUser,
  lookUpUser,
  updateActive,
  updateName,
  updateUserName,
} from './steps-user';

const test: Part = {
  title: 'Test user and test group',
  over: 'test',
  steps: [lookUpTestUser, createTestUser, lookUpTestGroup, createTestGroup, updateTestGroup],
};
const cleanUp: Part = { title: 'Clean up', over: 'test', always: true, steps: [deleteTestGroup, deleteTestUser, deactivateTestUser] };
const activation: readonly Part[] = [{ title: 'First look', over: 'test', steps: [listUsers, listGroups] }, test, cleanUp];

/** The assumed sequences, in the order in which an admin meets them (jumpcloud-behaviour.md section 1). */
export function builtInScripts(dialect: Dialect): readonly Script[] {
  const push = [lookUpUser, createUser, updateActive(dialect), updateName(dialect)] as const;
  const people: Part = { title: 'People of the bound groups', over: 'people', steps: push };
  const groups: Part = { title: 'Bound groups', over: 'groups', steps: [lookUpGroup, createGroup, ...bringMembers(dialect)] };
  const letGo: Part = {
    title: 'People whom no bound group holds any more',
    over: 'people-let-go',
    steps: [lookUpUser, updateActive(dialect, 'Deactivate the person', ['J12', 'I3', 'J17'])],
  };
  const person = (title: string, steps: Part['steps']): Part => ({ title, over: 'person', steps });
  const group = (title: string, steps: Part['steps']): Part => ({ title, over: 'group', steps });
  return [
    {
      id: 'test-connection',
      name: 'Test Connection',
      about: 'What the button does: looks the test e-mail up, makes a test user and a test group, and removes both.',
      asks: ['test-email'],
      parts: [test, cleanUp],
    },
    {
      id: 'activate',
      name: 'Activate',
      about: 'Lists users and groups, then tests as Test Connection does. It needs a test e-mail that nobody has (J3).',
      asks: ['test-email'],
      parts: activation,
    },
    {
      id: 'activate-again',
      name: 'Activate again with the used test e-mail',
      about: 'Activates twice with one e-mail. Where DELETE only deactivates, the second time fails (I1).',
      asks: ['test-email'],
      parts: [...activation, ...activation.map((part) => ({ ...part, title: `${part.title}, second time` }))],
    },
    {
      id: 'activate-groups-off',
      name: 'Activate while group provisioning is off',
      about:
        'Switches group provisioning off at the local server for as long as it runs. With the group box ticked, activation fails (I2).',
      asks: ['test-email'],
      setUp: 'group-provisioning-off',
      parts: activation,
    },
    {
      id: 'first-sync',
      name: 'First sync of the bound groups',
      about: 'Pushes the people of the bound groups, then the groups in their order. Run again, it sends only what differs.',
      asks: [],
      parts: [people, groups],
    },
    {
      id: 'join',
      name: 'A person joins a group',
      about: 'The person is created if the service does not know them, then added to the group.',
      asks: ['person', 'group'],
      change: 'join',
      parts: [person('The person', push), group('The group', [lookUpGroup, createGroup, addMember])],
    },
    {
      id: 'leave',
      name: 'A person leaves a group',
      about: 'The person is removed from the group, and deactivated when no other bound group holds them (J12).',
      asks: ['person', 'group'],
      change: 'leave',
      parts: [person('The person', [lookUpUser]), group('The group', [lookUpGroup, removeMember]), letGo],
    },
    {
      id: 'rename-group',
      name: 'A group is renamed',
      about: 'The new name is sent, and the vendor renames the mapped team or concurrency group to match.',
      asks: ['group', 'new-name'],
      change: 'rename-group',
      parts: [group('The group', [lookUpGroup, renameGroup])],
    },
    {
      id: 'change-person',
      name: 'A person’s name or e-mail changes',
      about: 'Each changed attribute is sent. The vendor ignores both, the e-mail because userName is immutable (I6).',
      asks: ['person', 'names'],
      change: 'change-person',
      parts: [person('The person', [lookUpUser, updateName(dialect), updateUserName(dialect)])],
    },
    {
      id: 'suspend',
      name: 'A person is suspended',
      about: 'The person is deactivated at the service (J13).',
      asks: ['person'],
      change: 'suspend',
      parts: [person('The person', [lookUpUser, updateActive(dialect, 'Deactivate the person')])],
    },
    {
      id: 'resume',
      name: 'A suspended person comes back',
      about: 'The person is activated at the service again.',
      asks: ['person'],
      change: 'resume',
      parts: [person('The person', [lookUpUser, createUser, updateActive(dialect, 'Activate the person')])],
    },
    {
      id: 'bind',
      name: 'A group is bound to the application',
      about: 'Its people and the group itself are pushed like at the first sync.',
      asks: ['group'],
      change: 'bind',
      parts: [people, groups],
    },
    {
      id: 'unbind',
      name: 'A group is unbound from the application',
      about: 'The group stays at the service. Its members are deactivated there unless another bound group holds them (J12, I3).',
      asks: ['group'],
      change: 'unbind',
      parts: [letGo],
    },
    {
      id: 'delete-group',
      name: 'A group is deleted in JumpCloud',
      about: 'The group is deleted at the service; those whom no other bound group holds are deactivated (J12).',
      asks: ['group'],
      change: 'delete-group',
      parts: [group('The group', [lookUpGroup, deleteGroup]), letGo],
    },
    {
      id: 'delete-person',
      name: 'A person is deleted in JumpCloud',
      about: 'The person is taken out of each bound group, then deleted. The verbs are inferred.',
      asks: ['person'],
      change: 'delete-person',
      parts: [
        person('The person', [lookUpUser]),
        { title: 'Their groups', over: 'person-groups', steps: [lookUpGroup, removeMember] },
        person('The person at last', [deleteUser]),
      ],
    },
  ];
}
