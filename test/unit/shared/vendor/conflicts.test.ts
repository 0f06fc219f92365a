import {
  add,
  approve,
  assign,
  caseTable,
  deleteGroup,
  pool,
  push,
  reject,
  remove,
  resolve,
  somePeople,
  subOrg,
  sync,
  team,
  threeKinds,
  unassign,
} from './case-table';

const organisation = threeKinds;

caseTable('vendor-behaviour.md section 7: conflicts', [
  {
    says: 'exclusive group: two different concurrency groups; the person keeps the current one',
    given: { organisation, events: [push('p1', 'a@x', 'b@x'), push('p2', 'a@x')] },
    gives: {
      people: { 'a@x': { concurrencyGroup: 'p1' }, 'b@x': { concurrencyGroup: 'p1' } },
      conflicts: ['a@x: p1 / p2 exclusiveGroup open'],
    },
  },
  {
    says: 'exclusive sub-org: two different sub-organisations',
    given: { organisation, events: [push('s2', 'a@x'), push('s1', 'a@x')] },
    gives: { people: { 'a@x': { subOrganization: 's2' } }, conflicts: ['a@x: s2 / s1 exclusiveSubOrg open'] },
  },
  {
    says: 'cross-type: a sub-organisation from one group, then a team from another',
    given: { organisation, events: [push('s1', 'a@x'), push('t1', 'a@x')] },
    gives: { people: { 'a@x': { subOrganization: 's1', teams: [] } }, conflicts: ['a@x: s1 / t1 crossType open'] },
  },
  {
    says: 'cross-type: a sub-organisation from one group, then a concurrency group from another',
    given: { organisation, events: [push('s1', 'a@x'), push('p1', 'a@x')] },
    gives: { people: { 'a@x': { subOrganization: 's1', concurrencyGroup: 'Default' } }, conflicts: ['a@x: s1 / p1 crossType open'] },
  },
  {
    says: 'cross-type the other way round: the team stays',
    given: { organisation, events: [push('t1', 'a@x'), push('s1', 'a@x')] },
    gives: { people: { 'a@x': { subOrganization: null, teams: ['t1'] } }, conflicts: ['a@x: t1 / s1 crossType open'] },
  },
  {
    says: 'cross-type the other way round: the concurrency group stays',
    given: { organisation, events: [push('p1', 'a@x'), push('s1', 'a@x')] },
    gives: { people: { 'a@x': { subOrganization: null, concurrencyGroup: 'p1' } }, conflicts: ['a@x: p1 / s1 crossType open'] },
  },
  {
    says: 'of several that hold a sub-organisation back, the one pushed first is the current one, and stays it',
    given: { organisation, events: [push('t1', 'a@x'), push('s1', 'a@x'), push('p1', 'a@x'), push('t2', 'a@x')] },
    gives: {
      people: { 'a@x': { subOrganization: null, teams: ['t1', 't2'], concurrencyGroup: 'p1' } },
      conflicts: ['a@x: t1 / s1 crossType open'],
    },
  },
  {
    says: 'when that one goes, the next holds it back',
    given: { organisation, events: [push('t1', 'a@x'), push('s1', 'a@x'), push('p1', 'a@x'), remove('t1', 'a@x')] },
    gives: {
      people: { 'a@x': { subOrganization: null, teams: [], concurrencyGroup: 'p1' } },
      conflicts: ['a@x: p1 / s1 crossType open', 'a@x: t1 / s1 crossType autoResolved'],
    },
  },
  {
    says: 'a team and a concurrency group do not conflict, nor do teams',
    given: { organisation, events: [push('t1', 'a@x'), push('p1', 'a@x'), push('t2', 'a@x')] },
    gives: { people: { 'a@x': { teams: ['t1', 't2'], concurrencyGroup: 'p1' } }, conflicts: [] },
  },
  {
    says: 'a Pending mapping competes with nothing',
    given: { organisation, events: [push('p1', 'a@x'), push('s9', 'a@x')] },
    gives: { conflicts: [], people: { 'a@x': { concurrencyGroup: 'p1' } } },
  },
  {
    says: 'a mapping approved later is the incoming one',
    given: {
      organisation: { ...organisation, entities: [pool('P')] },
      events: [push('g', 'a@x'), push('p1', 'a@x'), approve('g', pool('P'))],
    },
    gives: { people: { 'a@x': { concurrencyGroup: 'p1' } }, conflicts: ['a@x: p1 / g exclusiveGroup open'] },
  },
  {
    says: 'Keep Current keeps it',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), resolve('a@x', 'current')] },
    gives: { people: { 'a@x': { concurrencyGroup: 'p1' } }, conflicts: ['a@x: p1 / p2 exclusiveGroup keptCurrent'] },
  },
  {
    says: 'Use Incoming moves the person',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), resolve('a@x', 'incoming')] },
    gives: { people: { 'a@x': { concurrencyGroup: 'p2' } }, conflicts: ['a@x: p1 / p2 exclusiveGroup usedIncoming'] },
  },
  {
    says: 'Use Incoming for a sub-organisation takes the person out of team and concurrency group',
    given: { organisation, events: [push('t1', 'a@x'), push('p1', 'a@x'), push('s1', 'a@x'), resolve('a@x', 'incoming')] },
    gives: { people: { 'a@x': { subOrganization: 's1', teams: [], concurrencyGroup: 'Default' } } },
  },
  {
    says: 'the answer is remembered for that combination: pushed again, no new conflict',
    given: {
      organisation,
      events: [push('p1', 'a@x'), push('p2', 'a@x'), resolve('a@x', 'incoming'), remove('p2', 'a@x'), add('p2', 'a@x')],
    },
    gives: { people: { 'a@x': { concurrencyGroup: 'p2' } }, conflicts: ['a@x: p1 / p2 exclusiveGroup usedIncoming'] },
  },
  {
    says: 'Use Incoming moves the person to the other sub-organisation',
    given: { organisation, events: [push('s2', 'a@x'), push('s1', 'a@x'), resolve('a@x', 'incoming')] },
    gives: { people: { 'a@x': { subOrganization: 's1' } }, conflicts: ['a@x: s2 / s1 exclusiveSubOrg usedIncoming'] },
  },
  {
    says: 'Keep Current is remembered too, across types: pushed again, no new conflict',
    given: {
      organisation,
      events: [push('t1', 'a@x'), push('s1', 'a@x'), resolve('a@x', 'current'), remove('s1', 'a@x'), add('s1', 'a@x')],
    },
    gives: { people: { 'a@x': { teams: ['t1'], subOrganization: null } }, conflicts: ['a@x: t1 / s1 crossType keptCurrent'] },
  },
  {
    says: 'the answer is for that combination only: another group is asked for anew',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), resolve('a@x', 'current'), push('p3', 'a@x')] },
    gives: {
      people: { 'a@x': { concurrencyGroup: 'p1' } },
      conflicts: ['a@x: p1 / p2 exclusiveGroup keptCurrent', 'a@x: p1 / p3 exclusiveGroup open'],
    },
  },
  {
    says: 'the group that won is deleted: the one that lost is applied',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), resolve('a@x', 'incoming'), deleteGroup('p2')] },
    gives: { people: { 'a@x': { concurrencyGroup: 'p1' } } },
  },
  {
    says: 'the answer is for that person only',
    given: {
      organisation,
      events: [push('p1', 'a@x', 'b@x'), push('p2', 'a@x', 'b@x'), resolve('a@x', 'incoming')],
    },
    gives: {
      people: { 'a@x': { concurrencyGroup: 'p2' }, 'b@x': { concurrencyGroup: 'p1' } },
      conflicts: ['a@x: p1 / p2 exclusiveGroup usedIncoming', 'b@x: p1 / p2 exclusiveGroup open'],
    },
  },
  {
    says: 'deleting one of the two groups resolves it for the other: the current one goes',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), deleteGroup('p1')] },
    gives: { people: { 'a@x': { concurrencyGroup: 'p2' } }, conflicts: ['a@x: p1 / p2 exclusiveGroup autoResolved'] },
  },
  {
    says: 'deleting one of the two groups resolves it for the other: the incoming one goes',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), deleteGroup('p2')] },
    gives: { people: { 'a@x': { concurrencyGroup: 'p1' } }, conflicts: ['a@x: p1 / p2 exclusiveGroup autoResolved'] },
  },
  {
    says: 'when the group that won lets the person go, the one that lost is applied',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), resolve('a@x', 'current'), remove('p1', 'a@x')] },
    gives: { people: { 'a@x': { concurrencyGroup: 'p2' } } },
  },
  {
    says: 'when the incoming one that was used lets the person go, the earlier one is applied again',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), resolve('a@x', 'incoming'), remove('p2', 'a@x')] },
    gives: { people: { 'a@x': { concurrencyGroup: 'p1' } } },
  },
  {
    says: 'rejecting the current mapping lets the other in',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), reject('p1', pool('p1'))] },
    gives: { people: { 'a@x': { concurrencyGroup: 'p2' } } },
  },
  {
    says: 'deleting the current entity lets the other in',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), { type: 'deleteEntity', entity: pool('p1') }] },
    gives: { people: { 'a@x': { concurrencyGroup: 'p2' } } },
  },
  {
    says: 'a displaced team comes back when the sub-organisation that displaced it is itself displaced',
    given: {
      organisation,
      events: [push('t1', 'a@x'), push('s1', 'a@x'), resolve('a@x', 'incoming'), push('p1', 'a@x'), resolve('a@x', 'incoming')],
    },
    gives: { people: { 'a@x': { subOrganization: null, teams: ['t1'], concurrencyGroup: 'p1' } } },
  },
  {
    says: 'within one group the answer is for the two places that it was given for',
    given: {
      organisation: { users: somePeople, groups: [{ displayName: 'g', members: ['a@x'] }] },
      events: [approve('g', pool('P1')), approve('g', pool('P2')), approve('g', pool('P3')), resolve('a@x', 'incoming')],
    },
    gives: {
      people: { 'a@x': { concurrencyGroup: 'P2' } },
      // Asked: P3 against the new P2; answered: P1 against P2; without object: P3 against P1, who is not there any more.
      conflicts: ['a@x: g / g exclusiveGroup usedIncoming', 'a@x: g / g exclusiveGroup open', 'a@x: g / g exclusiveGroup autoResolved'],
    },
  },
  {
    says: 'who lost to one that lost itself is asked for anew',
    given: {
      organisation,
      events: [push('p1', 'a@x'), push('p2', 'a@x'), resolve('a@x', 'incoming'), push('p3', 'a@x'), resolve('a@x', 'incoming')],
    },
    gives: {
      people: { 'a@x': { concurrencyGroup: 'p3' } },
      conflicts: [
        'a@x: p3 / p1 exclusiveGroup open',
        'a@x: p2 / p3 exclusiveGroup usedIncoming',
        'a@x: p1 / p2 exclusiveGroup usedIncoming',
      ],
    },
  },
  {
    says: 'answers that chase each other in a ring: the last one counts, the oldest is asked again',
    given: {
      organisation,
      events: [
        push('p1', 'a@x'),
        push('p2', 'a@x'),
        resolve('a@x', 'incoming'),
        push('p3', 'a@x'),
        resolve('a@x', 'incoming'),
        resolve('a@x', 'incoming'),
        sync,
      ],
    },
    gives: {
      people: { 'a@x': { concurrencyGroup: 'p1' } },
      conflicts: [
        'a@x: p1 / p2 exclusiveGroup open',
        'a@x: p3 / p1 exclusiveGroup usedIncoming',
        'a@x: p2 / p3 exclusiveGroup usedIncoming',
      ],
    },
  },
  {
    says: 'a person without an open conflict has none to resolve: 404',
    given: { organisation, events: [push('p1', 'a@x'), resolve('a@x', 'current'), resolve('n@x', 'current')] },
    gives: { refusals: ['1 404', '2 404'] },
  },
  {
    says: 'conflicts of several types: the event must say which',
    given: {
      organisation,
      events: [
        push('p1', 'a@x'),
        push('p2', 'a@x'),
        push('s1', 'a@x'),
        resolve('a@x', 'incoming'),
        { type: 'resolveConflict', userName: 'a@x', use: 'incoming', conflictType: 'exclusiveGroup' },
      ],
    },
    gives: { refusals: ['3 400'], people: { 'a@x': { concurrencyGroup: 'p2' } } },
  },
  {
    says: 'leaving both groups resolves the conflict and goes back to the default group',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), remove('p2', 'a@x'), remove('p1', 'a@x')] },
    gives: { people: { 'a@x': { concurrencyGroup: 'Default' } }, conflicts: ['a@x: p1 / p2 exclusiveGroup autoResolved'] },
  },
  {
    says: 'what is given as the current place stays the current one, whatever the order of the groups',
    given: {
      organisation: {
        users: [{ userName: 'a@x', concurrencyGroup: 'P2' }],
        groups: [
          { displayName: 'g1', members: ['a@x'], mappings: [{ type: 'ConcurrencyGroup', name: 'P1', status: 'Approved' }] },
          { displayName: 'g2', members: ['a@x'], mappings: [{ type: 'ConcurrencyGroup', name: 'P2', status: 'Approved' }] },
        ],
      },
      events: [],
    },
    gives: { people: { 'a@x': { concurrencyGroup: 'P2' } }, conflicts: ['a@x: g2 / g1 exclusiveGroup open'] },
  },
]);

caseTable('vendor-behaviour.md section 7: what an admin does by hand', [
  {
    says: 'removal from a team by hand counts at once',
    given: { organisation, events: [push('t1', 'a@x'), unassign('a@x', team('t1'))] },
    gives: { people: { 'a@x': { teams: [] } } },
  },
  {
    says: 'removal from a team by hand is undone at the next sync',
    given: { organisation, events: [push('t1', 'a@x'), unassign('a@x', team('t1')), sync] },
    gives: { people: { 'a@x': { teams: ['t1'] } } },
  },
  {
    says: 'removal from a team that no group gives is not undone',
    given: {
      organisation: { ...organisation, users: [{ userName: 'a@x', teams: ['Old'] }] },
      events: [unassign('a@x', team('Old')), sync],
    },
    gives: { people: { 'a@x': { teams: [] } } },
  },
  {
    says: 'a team given by hand stays at the next sync',
    given: { organisation: { ...organisation, entities: [team('Own')] }, events: [push('t1', 'a@x'), assign('a@x', team('Own')), sync] },
    gives: { people: { 'a@x': { teams: ['Own', 't1'] } } },
  },
  {
    says: 'a manual concurrency group counts until the next sync',
    given: { organisation: { ...organisation, entities: [pool('Own')] }, events: [push('p1', 'a@x'), assign('a@x', pool('Own'))] },
    gives: { people: { 'a@x': { concurrencyGroup: 'Own' } } },
  },
  {
    says: 'a manual concurrency group is overridden at the next sync',
    given: { organisation: { ...organisation, entities: [pool('Own')] }, events: [push('p1', 'a@x'), assign('a@x', pool('Own')), sync] },
    gives: { people: { 'a@x': { concurrencyGroup: 'p1' } } },
  },
  {
    says: 'a manual sub-organisation is overridden at the next sync',
    given: { organisation, events: [push('s1', 'a@x'), assign('a@x', subOrg('s2')), sync] },
    gives: { people: { 'a@x': { subOrganization: 's1' } } },
  },
  {
    says: 'a manual exclusive assignment of a person whom no group places stays',
    given: {
      organisation: { ...organisation, users: somePeople, entities: [pool('Own')] },
      events: [push('g', 'a@x'), assign('a@x', pool('Own')), sync],
    },
    gives: { people: { 'a@x': { concurrencyGroup: 'Own' } } },
  },
  {
    says: 'a person given outside SCIM is taken over without a conflict when a group places them',
    given: { organisation: { ...organisation, users: [{ userName: 'a@x', concurrencyGroup: 'Own' }] }, events: [push('p1', 'a@x')] },
    gives: { people: { 'a@x': { concurrencyGroup: 'p1' } }, conflicts: [] },
  },
]);
