import { add, caseTable, deleteGroup, push, pushUser, pushWithRoles, remove, set, somePeople, sync } from './case-table';

const organisation = { users: somePeople };
const admin = { users: [{ userName: 'a@x', role: 'Admin' as const }] };

caseTable('vendor-behaviour.md section 6: roles', [
  {
    says: 'Admin > User > Guest: the highest over all groups counts',
    given: {
      organisation,
      events: [
        pushWithRoles('g', ['Guest'], 'a@x', 'b@x'),
        pushWithRoles('u', ['User'], 'a@x', 'b@x'),
        pushWithRoles('x', ['Admin'], 'a@x'),
      ],
    },
    gives: { people: { 'a@x': { role: 'Admin' }, 'b@x': { role: 'User' } } },
  },
  {
    says: 'recomputed down when somebody leaves a group',
    given: { organisation, events: [pushWithRoles('x', ['Admin'], 'a@x'), pushWithRoles('g', ['Guest'], 'a@x'), remove('x', 'a@x')] },
    gives: { people: { 'a@x': { role: 'Guest' } } },
  },
  {
    says: 'recomputed up when somebody joins a group',
    given: { organisation, events: [pushWithRoles('g', ['Guest'], 'a@x'), pushWithRoles('x', ['Admin']), add('x', 'a@x')] },
    gives: { people: { 'a@x': { role: 'Admin' } } },
  },
  {
    says: 'recomputed when the membership is replaced',
    given: { organisation, events: [pushWithRoles('x', ['Admin'], 'a@x'), set('x', 'b@x')] },
    gives: { people: { 'a@x': { role: 'User' }, 'b@x': { role: 'Admin' } } },
  },
  {
    says: 'recomputed when a group’s roles change, down too',
    given: { organisation, events: [pushWithRoles('x', ['Admin'], 'a@x'), { type: 'setGroupRoles', displayName: 'x', roles: ['Guest'] }] },
    gives: { people: { 'a@x': { role: 'Guest' } } },
  },
  {
    says: 'recomputed when a group is deleted',
    given: { organisation, events: [pushWithRoles('x', ['Admin'], 'a@x'), pushWithRoles('g', ['Guest'], 'a@x'), deleteGroup('x')] },
    gives: { people: { 'a@x': { role: 'Guest' } } },
  },
  {
    says: 'no roles set any more: User',
    given: { organisation, events: [pushWithRoles('x', ['Admin'], 'a@x'), { type: 'setGroupRoles', displayName: 'x', roles: [] }] },
    gives: { people: { 'a@x': { role: 'User' } } },
  },
  {
    says: 'in no group any more: User',
    given: { organisation, events: [pushWithRoles('x', ['Admin'], 'a@x'), remove('x', 'a@x')] },
    gives: { people: { 'a@x': { role: 'User' } } },
  },
  {
    says: 'a group’s role stands above the own one: an Admin becomes Guest',
    given: { organisation: admin, events: [pushWithRoles('g', ['Guest'], 'a@x')] },
    gives: { people: { 'a@x': { role: 'Guest' } } },
  },
  {
    says: 'an own role pushed to somebody whose groups carry roles changes nothing now',
    given: { organisation, events: [pushWithRoles('g', ['Guest'], 'a@x'), pushUser('a@x', { role: 'Admin' })] },
    gives: { people: { 'a@x': { role: 'Guest' } } },
  },
  {
    says: 'given groups with roles are in force from the start',
    given: {
      organisation: { ...admin, groups: [{ displayName: 'g', members: ['a@x'], roles: ['Guest'] }] },
      events: [],
    },
    gives: { people: { 'a@x': { role: 'Guest' } }, warnings: [] },
  },
  {
    says: 'a manual change counts at once',
    given: { organisation, events: [pushWithRoles('g', ['Guest'], 'a@x'), { type: 'setRole', userName: 'a@x', role: 'Admin' }] },
    gives: { people: { 'a@x': { role: 'Admin' } } },
  },
  {
    says: 'a manual change is overwritten at the next sync if a group has roles',
    given: { organisation, events: [pushWithRoles('g', ['Guest'], 'a@x'), { type: 'setRole', userName: 'a@x', role: 'Admin' }, sync] },
    gives: { people: { 'a@x': { role: 'Guest' } } },
  },
  {
    says: 'a manual change stays at the next sync if no group has roles',
    given: { organisation, events: [push('g', 'a@x'), { type: 'setRole', userName: 'a@x', role: 'Admin' }, sync] },
    gives: { people: { 'a@x': { role: 'Admin' } } },
  },
  {
    says: 'a manual change is overwritten by what the provider sends for the person',
    given: { organisation, events: [pushUser('a@x', { role: 'Guest' }), { type: 'setRole', userName: 'a@x', role: 'Admin' }, sync] },
    gives: { people: { 'a@x': { role: 'Guest' } } },
  },
]);
