import {
  add,
  approve,
  caseTable,
  deleteGroup,
  matchAll,
  pool,
  prefix,
  push,
  pushUser,
  pushWithRoles,
  remove,
  rename,
  set,
  somePeople,
  sync,
  team,
} from './case-table';

const teams = { users: somePeople, rules: [matchAll('Team')] };
const off = { ...teams, groupProvisioning: false };

caseTable('vendor-behaviour.md section 3: groups', [
  {
    says: 'POST makes a group',
    given: { organisation: { users: somePeople }, events: [push('g', 'a@x')] },
    gives: { groups: { g: [] }, refusals: [] },
  },
  {
    says: 'POST of an active name is refused with 409 and changes nothing',
    given: { organisation: teams, events: [push('g', 'a@x'), push('G', 'b@x')] },
    gives: { refusals: ['1 409'], people: { 'a@x': { teams: ['g'] }, 'b@x': { teams: [] } } },
  },
  {
    says: 'POST of a soft-deleted name restores the group: members must be pushed again, rules run again',
    given: { organisation: teams, events: [push('g', 'a@x', 'b@x'), deleteGroup('g'), push('g', 'b@x')] },
    gives: { groups: { g: ['Team g Auto-Approved'] }, refusals: [], people: { 'a@x': { teams: [] }, 'b@x': { teams: ['g'] } } },
  },
  {
    says: 'a restored group takes the rule that is there now',
    given: {
      organisation: { users: somePeople },
      events: [push('g', 'a@x'), deleteGroup('g'), { type: 'addRule', rule: matchAll('Team') }, push('g', 'a@x')],
    },
    gives: { groups: { g: ['Team g Auto-Approved'] }, people: { 'a@x': { teams: ['g'] } } },
  },
  {
    says: 'a restored group does not keep the roles it had: they are pushed again too',
    given: {
      organisation: { users: somePeople },
      events: [pushWithRoles('g', ['Admin'], 'a@x'), deleteGroup('g'), push('g', 'a@x')],
    },
    gives: { people: { 'a@x': { role: 'User' } } },
  },
  {
    says: 'PUT replaces the membership: those missing are unassigned from what the group maps to',
    given: { organisation: teams, events: [push('g', 'a@x', 'b@x'), set('g', 'b@x', 'c@x')] },
    gives: { people: { 'a@x': { teams: [] }, 'b@x': { teams: ['g'] }, 'c@x': { teams: ['g'] } } },
  },
  {
    says: 'PUT unassigns those missing from all mapped entities: team and concurrency group',
    given: { organisation: teams, events: [push('g', 'a@x', 'b@x'), approve('g', pool('P')), set('g', 'b@x')] },
    gives: {
      people: { 'a@x': { teams: [], concurrencyGroup: 'Default' }, 'b@x': { teams: ['g'], concurrencyGroup: 'P' } },
      groups: { g: ['ConcurrencyGroup P Approved', 'Team g Auto-Approved'] },
    },
  },
  {
    says: 'DELETE rejects all mappings of the group and unassigns from each entity',
    given: {
      organisation: teams,
      events: [push('g', 'a@x'), approve('g', pool('P')), deleteGroup('g'), push('h', 'a@x'), approve('h', pool('P'))],
    },
    gives: { people: { 'a@x': { teams: ['h'], concurrencyGroup: 'P' } }, groups: { g: 'soft-deleted' }, refusals: [] },
  },
  {
    says: 'PUT with nobody empties the group, which stays',
    given: { organisation: teams, events: [push('g', 'a@x'), set('g')] },
    gives: { people: { 'a@x': { teams: [] } }, groups: { g: ['Team g Auto-Approved'] } },
  },
  {
    says: 'PATCH adds members; again the same changes nothing (J17)',
    given: { organisation: teams, events: [push('g', 'a@x'), add('g', 'b@x'), add('g', 'b@x', 'a@x')] },
    gives: { people: { 'a@x': { teams: ['g'] }, 'b@x': { teams: ['g'] } }, refusals: [] },
  },
  {
    says: 'PATCH removes members, only those',
    given: { organisation: teams, events: [push('g', 'a@x', 'b@x'), remove('g', 'b@x', 'c@x')] },
    gives: { people: { 'a@x': { teams: ['g'] }, 'b@x': { teams: [] } }, refusals: [] },
  },
  {
    says: 'a member listed twice is one member',
    given: { organisation: teams, events: [push('g', 'a@x', 'a@x', 'A@X'), remove('g', 'a@x')] },
    gives: { people: { 'a@x': { teams: [] } } },
  },
  {
    says: 'PATCH renames; 409 for a taken name',
    given: { organisation: { users: somePeople }, events: [push('g'), push('h'), rename('g', 'H'), rename('g', 'i')] },
    gives: { refusals: ['2 409'], groups: { h: [], i: [] }, noGroup: 'g' },
  },
  {
    says: 'a group may be renamed to its own name in other letters',
    given: { organisation: teams, events: [push('g', 'a@x'), rename('g', 'G')] },
    gives: { refusals: [], groups: { G: ['Team G Auto-Approved'] } },
  },
  {
    says: 'a soft-deleted name is not taken',
    given: { organisation: { users: somePeople }, events: [push('g'), deleteGroup('g'), push('h'), rename('h', 'g')] },
    gives: { refusals: [] },
  },
  {
    says: 'PATCH of LambdatestRoles applies to all members at once',
    given: {
      organisation: { users: somePeople },
      events: [push('g', 'a@x', 'b@x'), { type: 'setGroupRoles', displayName: 'g', roles: ['Guest'] }],
    },
    gives: { people: { 'a@x': { role: 'Guest' }, 'b@x': { role: 'Guest' }, 'c@x': { role: 'User' } } },
  },
  {
    says: 'an unknown group answers 404 to every change',
    given: {
      organisation: { users: somePeople },
      events: [
        add('g', 'a@x'),
        remove('g', 'a@x'),
        set('g'),
        rename('g', 'h'),
        deleteGroup('g'),
        { type: 'setGroupRoles', displayName: 'g', roles: [] },
      ],
    },
    gives: { refusals: ['0 404', '1 404', '2 404', '3 404', '4 404', '5 404'] },
  },
  {
    says: 'a deleted group answers 404 too',
    given: { organisation: { users: somePeople }, events: [push('g', 'a@x'), deleteGroup('g'), add('g', 'b@x')] },
    gives: { refusals: ['2 404'] },
  },
  {
    says: 'DELETE soft-deletes: roles recomputed, members unassigned, mappings rejected',
    given: { organisation: teams, events: [pushWithRoles('g', ['Admin'], 'a@x'), deleteGroup('g')] },
    gives: { groups: { g: 'soft-deleted' }, people: { 'a@x': { role: 'User', teams: [] } }, refusals: [] },
  },
  {
    says: 'DELETE unassigns safely: a place that another group gives stays',
    given: {
      organisation: { ...teams, rules: [prefix('g', 'Team')] },
      events: [push('g1', 'a@x'), push('g2', 'a@x'), deleteGroup('g2')],
    },
    gives: { people: { 'a@x': { teams: ['g1'] } } },
  },
  {
    says: 'DELETE gives the entity free for another group',
    given: {
      organisation: teams,
      events: [push('g', 'a@x'), push('h', 'b@x'), deleteGroup('g'), approve('h', team('g'))],
    },
    gives: { refusals: [], people: { 'a@x': { teams: [] }, 'b@x': { teams: ['g', 'h'] } } },
  },
  {
    says: 'while group provisioning is off, create, update and delete answer 403 and what is there stays',
    given: {
      organisation: {
        ...off,
        groups: [{ displayName: 'g', members: ['a@x'], mappings: [{ type: 'Team', name: 'g', status: 'Approved' }] }],
        users: [{ userName: 'a@x', teams: ['g'] }, { userName: 'b@x' }],
      },
      events: [
        push('h'),
        add('g', 'b@x'),
        remove('g', 'a@x'),
        set('g'),
        rename('g', 'i'),
        { type: 'setGroupRoles', displayName: 'g', roles: ['Admin'] },
        deleteGroup('g'),
      ],
    },
    gives: {
      refusals: ['0 403', '1 403', '2 403', '3 403', '4 403', '5 403', '6 403'],
      people: { 'a@x': { teams: ['g'], role: 'User' }, 'b@x': { teams: [] } },
      groups: { g: ['Team g Approved'] },
      noGroup: 'h',
    },
  },
  {
    says: 'users are pushed on while group provisioning is off',
    given: { organisation: off, events: [pushUser('n@x')] },
    gives: { refusals: [], people: { 'n@x': { active: true } } },
  },
  {
    says: 'switched on again, the next sync brings what was refused',
    given: { organisation: off, events: [push('g', 'a@x'), { type: 'setGroupProvisioning', on: true }, sync] },
    gives: { refusals: ['0 403'], people: { 'a@x': { teams: ['g'] } } },
  },
  {
    says: 'groups and members are stored, and roles applied, as soon as they are pushed, mapped or not',
    given: { organisation: { users: somePeople }, events: [pushWithRoles('g', ['Guest'], 'a@x')] },
    gives: { groups: { g: [] }, people: { 'a@x': { role: 'Guest' } } },
  },
]);
