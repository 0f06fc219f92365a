import {
  approve,
  assign,
  caseTable,
  deleteGroup,
  matchAll,
  pool,
  prefix,
  push,
  reject,
  remove,
  rename,
  somePeople,
  subOrg,
  sync,
  team,
  threeKinds,
} from './case-table';

const users = somePeople;

caseTable('vendor-behaviour.md section 4: mappings', [
  {
    says: 'a group may have several mappings, a team and a concurrency group at once',
    given: {
      organisation: { users, entities: [team('T'), pool('P')] },
      events: [push('g', 'a@x'), approve('g', team('T')), approve('g', pool('P'))],
    },
    gives: {
      groups: { g: ['ConcurrencyGroup P Approved', 'Team T Approved'] },
      people: { 'a@x': { teams: ['T'], concurrencyGroup: 'P' } },
    },
  },
  {
    says: 'an entity is mapped from one group only: a second mapping is rejected',
    given: {
      organisation: { users, entities: [team('T')] },
      events: [push('g', 'a@x'), push('h', 'b@x'), approve('g', team('T')), approve('h', team('T'))],
    },
    gives: { refusals: ['3 409'], people: { 'a@x': { teams: ['T'] }, 'b@x': { teams: [] } } },
  },
  {
    says: 'only approved mappings assign members: Pending does not',
    given: { organisation: { users, rules: [matchAll('Team', 1, false)] }, events: [push('g', 'a@x')] },
    gives: { groups: { g: ['Team g Pending'] }, people: { 'a@x': { teams: [] } }, entities: [] },
  },
  {
    says: 'Pending → Approved by an admin assigns the members',
    given: { organisation: { users, rules: [matchAll('Team', 1, false)] }, events: [push('g', 'a@x'), approve('g', team('g'))] },
    gives: { groups: { g: ['Team g Approved'] }, people: { 'a@x': { teams: ['g'] } }, entities: ['+Team g'] },
  },
  {
    says: 'Rejected assigns nobody, and takes back what was assigned',
    given: { organisation: { users, rules: [matchAll('Team')] }, events: [push('g', 'a@x'), reject('g', team('g'))] },
    gives: { groups: { g: ['Team g Rejected'] }, people: { 'a@x': { teams: [] } } },
  },
  {
    says: 'a rejected mapping may be approved after all',
    given: {
      organisation: { users, rules: [matchAll('Team')] },
      events: [push('g', 'a@x'), reject('g', team('g')), approve('g', team('g'))],
    },
    gives: { groups: { g: ['Team g Approved'] }, people: { 'a@x': { teams: ['g'] } } },
  },
  {
    says: 'a group that no rule matches and nobody mapped has no mapping',
    given: { organisation: { users, rules: [prefix('x', 'Team')] }, events: [push('g', 'a@x')] },
    gives: { groups: { g: [] } },
  },
  {
    says: 'a team is additive: a person may be in several',
    given: { organisation: threeKinds, events: [push('t1', 'a@x'), push('t2', 'a@x')] },
    gives: { people: { 'a@x': { teams: ['t1', 't2'] } }, conflicts: [] },
  },
  {
    says: 'removed from the group, the person leaves the team',
    given: { organisation: threeKinds, events: [push('t1', 'a@x', 'b@x'), remove('t1', 'a@x')] },
    gives: { people: { 'a@x': { teams: [] }, 'b@x': { teams: ['t1'] } } },
  },
  {
    says: 'removed from the group, the person goes back to the default concurrency group',
    given: { organisation: { ...threeKinds, defaultConcurrencyGroup: 'Everyone' }, events: [push('p1', 'a@x'), remove('p1', 'a@x')] },
    gives: { people: { 'a@x': { concurrencyGroup: 'Everyone' } } },
  },
  {
    says: 'removed from the group, the person goes back to the root organisation',
    given: { organisation: threeKinds, events: [push('s1', 'a@x'), remove('s1', 'a@x')] },
    gives: { people: { 'a@x': { subOrganization: null } } },
  },
  {
    says: 'teams and concurrency groups are created automatically',
    given: { organisation: threeKinds, events: [push('t1', 'a@x'), push('p1', 'a@x')] },
    gives: { entities: ['+ConcurrencyGroup p1', 'SubOrganization s1', 'SubOrganization s2', '+Team t1'] },
  },
  {
    says: 'a sub-organisation never is: the mapping stays Pending',
    given: { organisation: threeKinds, events: [push('s9', 'a@x')] },
    gives: {
      groups: { s9: ['SubOrganization s9 Pending'] },
      people: { 'a@x': { subOrganization: null } },
      reason: { s9: 'none is created automatically' },
    },
  },
  {
    says: 'created by hand first, the Pending sub-organisation mapping can be approved',
    given: {
      organisation: threeKinds,
      events: [push('s9', 'a@x'), { type: 'createEntity', entity: subOrg('s9') }, approve('s9', subOrg('s9'))],
    },
    gives: { groups: { s9: ['SubOrganization s9 Approved'] }, people: { 'a@x': { subOrganization: 's9' } }, refusals: [] },
  },
  {
    says: 'a sub-organisation that is not there cannot be approved',
    given: { organisation: threeKinds, events: [push('s9', 'a@x'), approve('s9', subOrg('s9'))] },
    gives: { groups: { s9: ['SubOrganization s9 Pending'] }, refusals: ['1 404'] },
  },
  {
    says: 'group renamed: the mapped team and concurrency group are renamed to match, people stay',
    given: {
      organisation: { users, entities: [pool('P')], rules: [matchAll('Team')] },
      events: [push('g', 'a@x'), approve('g', pool('P')), rename('g', 'h')],
    },
    gives: {
      groups: { h: ['ConcurrencyGroup h Approved', 'Team h Auto-Approved'] },
      people: { 'a@x': { teams: ['h'], concurrencyGroup: 'h' } },
    },
  },
  {
    says: 'group renamed: the mapped sub-organisation is not',
    given: { organisation: { users, entities: [subOrg('s1')] }, events: [push('g', 'a@x'), approve('g', subOrg('s1')), rename('g', 'h')] },
    gives: { groups: { h: ['SubOrganization s1 Approved'] }, people: { 'a@x': { subOrganization: 's1' } } },
  },
  {
    says: 'entity renamed by an admin: nothing breaks',
    given: {
      organisation: threeKinds,
      events: [
        push('t1', 'a@x'),
        { type: 'renameEntity', entity: team('t1'), to: 'Best' },
        { type: 'addMembers', displayName: 't1', members: ['b@x'] },
      ],
    },
    gives: { groups: { t1: ['Team Best Auto-Approved'] }, people: { 'a@x': { teams: ['Best'] }, 'b@x': { teams: ['Best'] } } },
  },
  {
    says: 'the next group rename overwrites the name that an admin gave',
    given: {
      organisation: threeKinds,
      events: [push('t1', 'a@x'), { type: 'renameEntity', entity: team('t1'), to: 'Best' }, rename('t1', 't2')],
    },
    gives: { people: { 'a@x': { teams: ['t2'] } } },
  },
  {
    says: 'mapped entity deleted: target_deleted, back to Pending',
    given: { organisation: threeKinds, events: [push('t1', 'a@x'), { type: 'deleteEntity', entity: team('t1') }] },
    gives: { groups: { t1: ['Team t1 Pending deleted'] }, people: { 'a@x': { teams: [] } }, assumes: { 'a@x': [] } },
  },
  {
    says: 'deleted concurrency group: members are in the default group',
    given: { organisation: threeKinds, events: [push('p1', 'a@x'), { type: 'deleteEntity', entity: pool('p1') }] },
    gives: { people: { 'a@x': { concurrencyGroup: 'Default' } } },
  },
  {
    says: 'deleted sub-organisation: members are in the root organisation',
    given: { organisation: threeKinds, events: [push('s1', 'a@x'), { type: 'deleteEntity', entity: subOrg('s1') }] },
    gives: { people: { 'a@x': { subOrganization: null } }, groups: { s1: ['SubOrganization s1 Pending deleted'] } },
  },
  {
    says: 'no rule creates a replacement for a deleted target, not even when the group is renamed',
    given: {
      organisation: threeKinds,
      events: [push('t1', 'a@x'), { type: 'deleteEntity', entity: team('t1') }, sync, rename('t1', 't2')],
    },
    gives: {
      groups: { t2: ['Team t2 Pending deleted'] },
      people: { 'a@x': { teams: [] } },
      entities: ['SubOrganization s1', 'SubOrganization s2'],
    },
  },
  {
    says: 'an admin maps the group again by hand',
    given: {
      organisation: { ...threeKinds, entities: [team('Other')] },
      events: [push('t1', 'a@x'), { type: 'deleteEntity', entity: team('t1') }, approve('t1', team('Other'))],
    },
    gives: { people: { 'a@x': { teams: ['Other'] } }, refusals: [] },
  },
  {
    says: 'an entity of that name made anew by hand is not mapped by itself',
    given: {
      organisation: threeKinds,
      events: [push('t1', 'a@x'), { type: 'deleteEntity', entity: team('t1') }, { type: 'createEntity', entity: team('t1') }, sync],
    },
    gives: { people: { 'a@x': { teams: [] } } },
  },
  {
    says: 'a person moved to a sub-organisation loses team and concurrency group in the parent',
    given: {
      organisation: { ...threeKinds, users: [{ userName: 'a@x', teams: ['Old'], concurrencyGroup: 'Mine' }] },
      events: [push('s1', 'a@x')],
    },
    gives: { people: { 'a@x': { teams: [], concurrencyGroup: 'Default', subOrganization: 's1' } }, conflicts: [] },
  },
  {
    says: 'back in the root, the team that was given by hand counts again',
    given: {
      organisation: { ...threeKinds, users: [{ userName: 'a@x', teams: ['Old'] }] },
      events: [push('s1', 'a@x'), remove('s1', 'a@x')],
    },
    gives: { people: { 'a@x': { teams: ['Old'], subOrganization: null } } },
  },
  {
    says: 'a type that is off is neither mapped by a rule nor by hand',
    given: {
      organisation: { users, enabledTypes: ['ConcurrencyGroup'], entities: [team('T')], rules: [matchAll('Team')] },
      events: [push('g', 'a@x'), approve('g', team('T'))],
    },
    gives: { groups: { g: ['Team g Pending'] }, refusals: ['1 403'], people: { 'a@x': { teams: [] } } },
  },
  {
    says: 'teams, concurrency groups and sub-organisations are each off until they are switched on',
    given: {
      organisation: {
        users,
        enabledTypes: [],
        entities: [team('t'), pool('p'), subOrg('s')],
        rules: [prefix('t', 'Team', 3), prefix('p', 'ConcurrencyGroup', 2), prefix('s', 'SubOrganization', 1)],
      },
      events: [
        ...['t', 'p', 's'].map((name) => push(name, 'a@x')),
        approve('t', team('t')),
        approve('p', pool('p')),
        approve('s', subOrg('s')),
      ],
    },
    gives: {
      groups: { t: ['Team t Pending'], p: ['ConcurrencyGroup p Pending'], s: ['SubOrganization s Pending'] },
      refusals: ['3 403', '4 403', '5 403'],
      people: { 'a@x': { teams: [], concurrencyGroup: 'Default', subOrganization: null } },
    },
  },
  {
    says: 'removed from a group, the person stays in a team to which another group maps them meanwhile',
    given: {
      organisation: { users, entities: [team('T')] },
      events: [
        push('g', 'a@x'),
        approve('g', team('T')),
        reject('g', team('T')),
        push('h', 'a@x'),
        approve('h', team('T')),
        remove('g', 'a@x'),
      ],
    },
    gives: { people: { 'a@x': { teams: ['T'] } } },
  },
  {
    says: 'two types may have entities of one name',
    given: {
      organisation: { users, entities: [team('X'), pool('X')] },
      events: [push('g', 'a@x'), approve('g', pool('X')), push('h', 'a@x'), approve('h', team('X'))],
    },
    gives: { refusals: [], people: { 'a@x': { teams: ['X'], concurrencyGroup: 'X' } } },
  },
  {
    says: 'creating, renaming or deleting what is there or is not: 409 and 404',
    given: {
      organisation: { entities: [team('T'), team('U')] },
      events: [
        { type: 'createEntity', entity: team('t') },
        { type: 'renameEntity', entity: team('T'), to: 'u' },
        { type: 'renameEntity', entity: team('V'), to: 'W' },
        { type: 'deleteEntity', entity: team('V') },
      ],
    },
    gives: { refusals: ['0 409', '1 409', '2 404', '3 404'], entities: ['Team T', 'Team U'] },
  },
  {
    says: 'mapping or rejecting for an unknown group, or what is not mapped: 404',
    given: {
      organisation: { entities: [team('T')] },
      events: [approve('g', team('T')), reject('g', team('T')), push('h'), reject('h', team('T'))],
    },
    gives: { refusals: ['0 404', '1 404', '3 404'] },
  },
  {
    says: 'assigning an unknown person or to an unknown entity: 404',
    given: {
      organisation: { users },
      events: [assign('n@x', team('T')), assign('a@x', team('T')), { type: 'setRole', userName: 'n@x', role: 'Guest' }],
    },
    gives: { refusals: ['0 404', '1 404', '2 404'] },
  },
  {
    says: 'given mappings and places that an approved mapping explains are not manual: leaving the group takes them',
    given: {
      organisation: {
        users: [{ userName: 'a@x', teams: ['T'], concurrencyGroup: 'P' }],
        groups: [
          {
            displayName: 'g',
            members: ['a@x'],
            mappings: [
              { type: 'Team', name: 'T', status: 'Approved' },
              { type: 'ConcurrencyGroup', name: 'P', status: 'Auto-Approved' },
            ],
          },
        ],
      },
      events: [remove('g', 'a@x')],
    },
    gives: { people: { 'a@x': { teams: [], concurrencyGroup: 'Default' } } },
  },
  {
    says: 'a given place that no approved mapping explains is a manual one: leaving the group keeps it',
    given: {
      organisation: {
        users: [{ userName: 'a@x', teams: ['T'] }],
        groups: [{ displayName: 'g', members: ['a@x'], mappings: [{ type: 'Team', name: 'T', status: 'Pending' }] }],
      },
      events: [remove('g', 'a@x')],
    },
    gives: { people: { 'a@x': { teams: ['T'] } } },
  },
  {
    says: 'deleting a group that is not mapped leaves places alone',
    given: { organisation: { users: [{ userName: 'a@x', teams: ['T'] }] }, events: [push('g', 'a@x'), deleteGroup('g')] },
    gives: { people: { 'a@x': { teams: ['T'] } } },
  },
]);
