import { assign, caseTable, matchAll, pool, push, pushUser, sync, team } from './case-table';

const known = { users: [{ userName: 'a@x', givenName: 'Ann', familyName: 'Lee' }] };

caseTable('vendor-behaviour.md section 2: users', [
  {
    says: 'POST with an unknown e-mail creates: User and active unless told, in no team, the default group, the root organisation',
    given: { events: [pushUser('n@x')] },
    gives: {
      people: { 'n@x': { active: true, role: 'User', teams: [], concurrencyGroup: 'Default', subOrganization: null } },
      refusals: [],
    },
  },
  {
    says: 'OrganizationRole is Admin, User or Guest',
    given: { events: [pushUser('n@x', { role: 'Admin' }), pushUser('m@x', { role: 'Guest' })] },
    gives: { people: { 'n@x': { role: 'Admin' }, 'm@x': { role: 'Guest' } } },
  },
  {
    says: 'a person may be created inactive',
    given: { events: [pushUser('n@x', { active: false })] },
    gives: { people: { 'n@x': { active: false } } },
  },
  {
    says: 'POST with an e-mail of this organisation updates role and active and makes no second one',
    given: { organisation: known, events: [pushUser('A@X', { role: 'Guest', active: false })] },
    gives: { people: { 'a@x': { role: 'Guest', active: false }, 'A@X': null }, refusals: [] },
  },
  {
    says: 'what is not sent stays as it is: the role',
    given: { organisation: { users: [{ userName: 'a@x', role: 'Admin' }] }, events: [pushUser('a@x', { active: true })] },
    gives: { people: { 'a@x': { role: 'Admin' } } },
  },
  {
    says: 'a new name of a known person is ignored, with a warning',
    given: { organisation: known, events: [pushUser('a@x', { givenName: 'Other' })] },
    gives: { warnings: ['name-ignored'], refusals: [] },
  },
  {
    says: 'the name that is there already warns of nothing',
    given: { organisation: known, events: [pushUser('a@x', { givenName: 'Ann', familyName: 'Lee' })] },
    gives: { warnings: [] },
  },
  {
    says: 'an e-mail of another organisation is refused with 400, in any case of letters',
    given: {
      organisation: { usersInOtherOrganisations: ['Old@x'] },
      events: [pushUser('old@X'), { type: 'deactivateUser', userName: 'OLD@x' }],
    },
    gives: { people: { 'old@X': null }, refusals: ['0 400', '1 400'] },
  },
  {
    says: 'userName must be an e-mail (I9)',
    given: { events: [pushUser('ann'), pushUser('ann@'), pushUser('a b@x')] },
    gives: { people: { ann: null, 'ann@': null, 'a b@x': null }, refusals: ['0 400', '1 400', '2 400'] },
  },
  {
    says: 'DELETE only deactivates: the record stays',
    given: {
      organisation: { users: [{ userName: 'a@x', role: 'Guest', teams: ['T'] }] },
      events: [{ type: 'deactivateUser', userName: 'a@x' }],
    },
    gives: { people: { 'a@x': { active: false, role: 'Guest', teams: ['T'] } }, refusals: [] },
  },
  {
    says: 'an unknown id answers 404',
    given: { events: [{ type: 'deactivateUser', userName: 'n@x' }] },
    gives: { refusals: ['0 404'] },
  },
  {
    says: 'a deactivated person is activated by active true',
    given: { organisation: { users: [{ userName: 'a@x', active: false }] }, events: [pushUser('a@x', { active: true })] },
    gives: { people: { 'a@x': { active: true } } },
  },
  {
    says: 'LambdatestGroup puts a person into an existing concurrency group',
    given: { organisation: { ...known, entities: [pool('QA')] }, events: [pushUser('a@x', { concurrencyGroup: 'qa' })] },
    gives: { people: { 'a@x': { concurrencyGroup: 'QA' } } },
  },
  {
    says: 'LambdatestGroup changes later, and the default group is a group to name',
    given: {
      organisation: { users: [{ userName: 'a@x', concurrencyGroup: 'QA' }] },
      events: [pushUser('a@x', { concurrencyGroup: 'Default' })],
    },
    gives: { people: { 'a@x': { concurrencyGroup: 'Default' } } },
  },
  {
    says: 'LambdatestGroup names a concurrency group, not a team',
    given: { organisation: { ...known, entities: [team('QA')] }, events: [pushUser('a@x', { concurrencyGroup: 'QA' })] },
    gives: { people: { 'a@x': { concurrencyGroup: 'Default' } }, warnings: ['attribute-ignored'] },
  },
  {
    says: 'a sync pushes everybody again as last sent: active',
    given: {
      organisation: known,
      events: [pushUser('a@x', { active: true }), { type: 'deactivateUser', userName: 'a@x' }, sync],
    },
    gives: { people: { 'a@x': { active: false } } },
  },
  {
    says: 'a sync pushes LambdatestGroup again: an assignment by hand gives way',
    given: {
      organisation: { ...known, entities: [pool('QA'), pool('Other')] },
      events: [pushUser('a@x', { concurrencyGroup: 'QA' }), assign('a@x', pool('Other')), sync],
    },
    gives: { people: { 'a@x': { concurrencyGroup: 'QA' } } },
  },
  {
    says: 'names such as __proto__, emoji and right-to-left are names like any other',
    given: {
      organisation: { users: [{ userName: '__proto__@x' }, { userName: '😀@x' }], rules: [matchAll('Team')] },
      events: [push('__proto__', '__proto__@x'), push('constructor', '😀@x'), push('قسم', '__proto__@x')],
    },
    gives: { people: { '__proto__@x': { teams: ['__proto__', 'قسم'] }, '😀@x': { teams: ['constructor'] } }, refusals: [] },
  },
  {
    says: 'a name of 10,000 characters is a name like any other',
    given: { organisation: { ...known, rules: [matchAll('Team')] }, events: [push('n'.repeat(10_000), 'a@x')] },
    gives: { people: { 'a@x': { teams: ['n'.repeat(10_000)] } } },
  },
]);
