import { describe, expect, it } from 'vitest';
import { type AssumptionId, assumptionIds, assumptions, readAssumptionValue } from '../../../../shared/vendor/assumptions';
import type { ScenarioText } from '../plan/play-scenario';
import {
  add,
  approve,
  assign,
  caseTable,
  deleteGroup,
  matchAll,
  type Outcome,
  pool,
  prefix,
  push,
  pushUser,
  pushWithRoles,
  remove,
  rename,
  resolve,
  somePeople,
  subOrg,
  sync,
  team,
  threeKinds,
  unassign,
} from './case-table';

interface Question {
  readonly id: AssumptionId;
  readonly given: ScenarioText;
  readonly whenDefault: Outcome;
  readonly whenOther: Outcome;
}

const organisation = threeKinds;
const admin = { users: [{ userName: 'a@x', role: 'Admin' as const }, { userName: 'b@x' }] };

/** A9 is a question of reading over SCIM: the server's own tests hold it. */
const questions: readonly Question[] = [
  {
    id: 'A1',
    given: {
      organisation: { users: somePeople, entities: [team('T')], rules: [prefix('eng-', 'Team')] },
      events: [push('g', 'a@x'), approve('g', team('T')), rename('g', 'eng-g')],
    },
    whenDefault: {
      groups: { 'eng-g': ['Team eng-g Approved'] },
      people: { 'a@x': { teams: ['eng-g'] } },
      warnings: ['entity-renamed', 'manual-mapping-stays'],
    },
    whenOther: {
      groups: { 'eng-g': ['Team eng-g Pending'] },
      people: { 'a@x': { teams: [] } },
      assumes: { 'a@x': ['A1'] },
      reason: { 'eng-g': '(A1)' },
    },
  },
  {
    id: 'A2',
    given: { organisation: admin, events: [push('g', 'a@x')] },
    whenDefault: { people: { 'a@x': { role: 'Admin' } }, warnings: ['admin-rests-on-own-role'] },
    whenOther: { people: { 'a@x': { role: 'User' } }, warnings: ['last-admin-lost', 'loses-admin'], assumes: { 'a@x': ['A2'] } },
  },
  {
    id: 'A2',
    given: { organisation: admin, events: [pushWithRoles('g', ['Guest'], 'a@x'), remove('g', 'a@x')] },
    whenDefault: { people: { 'a@x': { role: 'Admin' } }, assumes: { 'a@x': ['A2'] } },
    whenOther: { people: { 'a@x': { role: 'User' } }, assumes: { 'a@x': ['A2'] } },
  },
  {
    id: 'A2',
    given: { organisation: { ...admin, groups: [{ displayName: 'g', members: ['a@x'] }] }, events: [pushUser('a@x', { role: 'Admin' })] },
    whenDefault: { people: { 'a@x': { role: 'Admin' } } },
    whenOther: { people: { 'a@x': { role: 'User' } } },
  },
  {
    id: 'A3',
    given: {
      organisation: {
        users: somePeople,
        groups: [{ displayName: 'owner', mappings: [{ type: 'Team', name: 'g', status: 'Approved' }] }],
        rules: [matchAll('Team')],
      },
      events: [push('g', 'a@x')],
    },
    whenDefault: { groups: { g: ['Team g Pending'] }, people: { 'a@x': { teams: [] } }, reason: { g: 'owned by group owner (A3)' } },
    whenOther: { groups: { g: ['Team g Rejected'] }, people: { 'a@x': { teams: [] } }, reason: { g: 'owned by group owner (A3)' } },
  },
  {
    id: 'A4',
    given: {
      organisation: { users: somePeople, entities: [team('t2')], rules: [prefix('t', 'Team')] },
      events: [push('t1', 'a@x'), rename('t1', 't2')],
    },
    whenDefault: { people: { 'a@x': { teams: ['t1'] } }, warnings: ['name-kept'], entities: ['+Team t1', 'Team t2'] },
    whenOther: { people: { 'a@x': { teams: ['t2 (2)'] } }, entities: ['Team t2', '+Team t2 (2)'] },
  },
  {
    id: 'A5',
    // Both arrive before the first sync; the mapping of the group pushed second is the older one.
    given: {
      organisation: {
        ...organisation,
        groups: [{ displayName: 'old', mappings: [{ type: 'ConcurrencyGroup', name: 'P', status: 'Approved' }] }],
      },
      events: [push('p1', 'a@x'), add('old', 'a@x')],
    },
    whenDefault: {
      people: { 'a@x': { concurrencyGroup: 'p1' } },
      conflicts: ['a@x: p1 / old exclusiveGroup open'],
      assumes: { 'a@x': ['A5'] },
    },
    whenOther: { people: { 'a@x': { concurrencyGroup: 'P' } }, conflicts: ['a@x: old / p1 exclusiveGroup open'] },
  },
  {
    id: 'A5',
    // A sync lies between them: what was there before it is current, whatever the age of the mapping.
    given: {
      organisation: {
        ...organisation,
        groups: [{ displayName: 'old', mappings: [{ type: 'ConcurrencyGroup', name: 'P', status: 'Approved' }] }],
      },
      events: [push('p1', 'a@x'), sync, add('old', 'a@x')],
    },
    whenDefault: { people: { 'a@x': { concurrencyGroup: 'p1' } }, assumes: { 'a@x': [] } },
    whenOther: { people: { 'a@x': { concurrencyGroup: 'p1' } } },
  },
  {
    id: 'A6',
    given: { organisation, events: [push('t1', 'a@x'), push('p1', 'a@x'), { type: 'deactivateUser', userName: 'a@x' }] },
    whenDefault: { people: { 'a@x': { active: false, teams: ['t1'], concurrencyGroup: 'p1' } }, assumes: { 'a@x': ['A6'] } },
    whenOther: { people: { 'a@x': { active: false, teams: [], concurrencyGroup: 'Default' } }, assumes: { 'a@x': ['A6'] } },
  },
  {
    id: 'A6',
    given: { organisation, events: [push('t1', 'a@x'), { type: 'deactivateUser', userName: 'a@x' }, pushUser('a@x', { active: true })] },
    whenDefault: { people: { 'a@x': { active: true, teams: ['t1'] } } },
    whenOther: { people: { 'a@x': { active: true, teams: ['t1'] } } },
  },
  {
    id: 'A7',
    given: { organisation: admin, events: [pushWithRoles('g', ['Guest', 'Admin'], 'b@x')] },
    whenDefault: { people: { 'b@x': { role: 'Admin' } }, assumes: { 'b@x': ['A7'] } },
    whenOther: { people: { 'b@x': { role: 'Guest' } }, assumes: { 'b@x': ['A7'] } },
  },
  {
    id: 'A8',
    given: { organisation: { users: somePeople, rules: [matchAll('Team')] }, events: [push('g', 'a@x', 'nobody@x')] },
    whenDefault: { refusals: ['0 400'], noGroup: 'g', people: { 'a@x': { teams: [] } } },
    whenOther: {
      refusals: [],
      groups: { g: ['Team g Auto-Approved'] },
      people: { 'a@x': { teams: ['g'] } },
      warnings: ['unknown-members-ignored'],
    },
  },
  {
    id: 'A8',
    given: { organisation: { users: somePeople, rules: [matchAll('Team')] }, events: [push('g'), add('g', 'a@x', 'nobody@x')] },
    whenDefault: { refusals: ['1 400'], people: { 'a@x': { teams: [] } } },
    whenOther: { refusals: [], people: { 'a@x': { teams: ['g'] } } },
  },
  {
    id: 'A10',
    given: {
      organisation: { users: somePeople, entities: [team('G')], rules: [matchAll('Team')] },
      events: [push('g', 'a@x'), push('G', 'b@x')],
    },
    whenDefault: {
      refusals: ['1 409'],
      entities: ['Team G'],
      assumes: { 'a@x': ['A10'] },
      people: { 'a@x': { teams: ['G'] }, 'b@x': { teams: [] } },
    },
    whenOther: {
      refusals: [],
      entities: ['Team G', '+Team g'],
      assumes: { 'a@x': [] },
      people: { 'a@x': { teams: ['g'] }, 'b@x': { teams: ['G'] } },
    },
  },
  {
    id: 'A11',
    given: { organisation, events: [push('p1', 'a@x'), push('p2', 'a@x'), resolve('a@x', 'incoming'), push('p3', 'a@x')] },
    whenDefault: { people: { 'a@x': { concurrencyGroup: 'p2' } }, assumes: { 'a@x': ['A11', 'A5'] } },
    whenOther: { people: { 'a@x': { concurrencyGroup: 'p3' } } },
  },
  {
    id: 'A12',
    given: {
      organisation: { ...organisation, users: [{ userName: 'a@x', concurrencyGroup: 'Mine' }] },
      events: [push('p1', 'a@x'), remove('p1', 'a@x')],
    },
    whenDefault: { people: { 'a@x': { concurrencyGroup: 'Default' } }, assumes: { 'a@x': ['A12'] } },
    whenOther: { people: { 'a@x': { concurrencyGroup: 'Mine' } }, assumes: { 'a@x': ['A12'] } },
  },
  {
    id: 'A12',
    given: {
      organisation: { ...organisation, users: [{ userName: 'a@x', subOrganization: 's2' }] },
      events: [push('s1', 'a@x'), deleteGroup('s1')],
    },
    whenDefault: { people: { 'a@x': { subOrganization: null } }, assumes: { 'a@x': ['A12'] } },
    whenOther: { people: { 'a@x': { subOrganization: 's2' } }, assumes: { 'a@x': ['A12'] } },
  },
  {
    id: 'A13',
    given: { organisation, events: [push('t1', 'a@x'), push('s1', 'a@x', 'b@x')] },
    whenDefault: { people: { 'a@x': { teams: ['t1'], subOrganization: null }, 'b@x': { subOrganization: 's1' } } },
    whenOther: { people: { 'a@x': { teams: ['t1'], subOrganization: null }, 'b@x': { subOrganization: null } } },
  },
  {
    id: 'A13',
    given: { organisation, events: [push('t1', 'a@x'), push('s1', 'a@x', 'b@x'), resolve('a@x', 'current')] },
    whenDefault: { people: { 'a@x': { subOrganization: null }, 'b@x': { subOrganization: 's1' } } },
    whenOther: { people: { 'a@x': { subOrganization: null }, 'b@x': { subOrganization: 's1' } } },
  },
  {
    id: 'A14',
    given: { organisation, events: [push('t1', 'a@x'), { type: 'deleteEntity', entity: team('t1') }] },
    whenDefault: { groups: { t1: ['Team t1 Pending deleted'] }, people: { 'a@x': { teams: [] } }, reason: { t1: '(A14)' } },
    whenOther: { groups: { t1: ['Team t1 Auto-Approved deleted'] }, people: { 'a@x': { teams: [] } }, reason: { t1: '(A14)' } },
  },
  {
    id: 'A14',
    given: { organisation, events: [push('t1', 'a@x'), { type: 'deleteEntity', entity: team('t1') }, sync] },
    whenDefault: { groups: { t1: ['Team t1 Pending deleted'] } },
    whenOther: { groups: { t1: ['Team t1 Pending deleted'] } },
  },
  {
    id: 'A15',
    given: {
      organisation: { users: somePeople, entities: [team('T'), subOrg('S')] },
      events: [push('g', 'a@x'), approve('g', team('T')), approve('g', subOrg('S'))],
    },
    whenDefault: { people: { 'a@x': { subOrganization: 'S', teams: [] } }, conflicts: [], assumes: { 'a@x': ['A15'] } },
    whenOther: { people: { 'a@x': { subOrganization: null, teams: ['T'] } }, conflicts: ['a@x: g / g crossType open'] },
  },
  {
    id: 'A15',
    given: {
      organisation: { users: somePeople, entities: [team('T'), subOrg('S')] },
      events: [push('g', 'a@x'), approve('g', team('T')), approve('g', subOrg('S')), resolve('a@x', 'current')],
    },
    whenDefault: { refusals: ['3 404'] },
    whenOther: { people: { 'a@x': { subOrganization: null, teams: ['T'] } }, conflicts: ['a@x: g / g crossType keptCurrent'] },
  },
  {
    id: 'A16',
    given: {
      organisation: { users: somePeople, enabledTypes: ['ConcurrencyGroup'], entities: [team('T')], rules: [matchAll('Team')] },
      events: [push('g', 'a@x'), approve('g', team('T'))],
    },
    whenDefault: { groups: { g: ['Team g Pending'] }, refusals: ['1 403'], people: { 'a@x': { teams: [] } }, reason: { g: '(A16)' } },
    whenOther: {
      groups: { g: ['Team T Approved', 'Team g Auto-Approved'] },
      refusals: [],
      people: { 'a@x': { teams: ['T', 'g'] } },
      assumes: { 'a@x': ['A16'] },
    },
  },
  {
    id: 'A17',
    given: { organisation: { users: somePeople }, events: [pushUser('a@x', { role: 'Guest', concurrencyGroup: 'none' })] },
    whenDefault: {
      refusals: [],
      people: { 'a@x': { role: 'Guest', concurrencyGroup: 'Default' } },
      warnings: ['role-not-sendable', 'attribute-ignored'],
    },
    whenOther: { refusals: ['0 400'], people: { 'a@x': { role: 'User', concurrencyGroup: 'Default' } } },
  },
  {
    id: 'A18',
    given: {
      organisation: { ...organisation, entities: [pool('QA')] },
      events: [pushUser('a@x', { concurrencyGroup: 'QA' }), push('p1', 'a@x')],
    },
    whenDefault: { people: { 'a@x': { concurrencyGroup: 'p1' } }, conflicts: [], assumes: { 'a@x': ['A18'] } },
    whenOther: { people: { 'a@x': { concurrencyGroup: 'QA' } }, conflicts: ['a@x: LambdatestGroup / p1 exclusiveGroup open'] },
  },
  {
    id: 'A19',
    given: { organisation: { users: [{ userName: 'a@x', active: false }] }, events: [pushUser('a@x')] },
    whenDefault: { people: { 'a@x': { active: false } }, warnings: ['stays-inactive'] },
    whenOther: { people: { 'a@x': { active: true } }, warnings: [], assumes: { 'a@x': ['A19'] } },
  },
  {
    id: 'A20',
    given: {
      organisation: { users: [{ userName: 'a@x', teams: ['g'] }], rules: [matchAll('Team')] },
      events: [push('g', 'a@x'), remove('g', 'a@x')],
    },
    whenDefault: { people: { 'a@x': { teams: [] } }, assumes: { 'a@x': ['A20'] } },
    whenOther: { people: { 'a@x': { teams: ['g'] } } },
  },
  {
    id: 'A20',
    given: {
      organisation: { users: [{ userName: 'a@x', teams: ['g'] }], rules: [matchAll('Team')] },
      events: [push('g', 'a@x'), unassign('a@x', team('g')), assign('a@x', team('g'))],
    },
    whenDefault: { people: { 'a@x': { teams: ['g'] } } },
    whenOther: { people: { 'a@x': { teams: ['g'] } } },
  },
];

const sentence = (id: AssumptionId, at: number, value: 'default' | 'other'): string => {
  const assumption = assumptions.find((candidate) => candidate.id === id);
  return `${id} (${at}) ${assumption?.question}: ${assumption?.[value]}`;
};

caseTable(
  'vendor-behaviour.md section 8, the default answers',
  questions.map(({ id, given, whenDefault }, at) => ({ says: sentence(id, at, 'default'), given, gives: whenDefault })),
);

caseTable(
  'vendor-behaviour.md section 8, the other answers',
  questions.map(({ id, given, whenOther }, at) => ({
    says: sentence(id, at, 'other'),
    given: { ...given, assumptions: { [id]: 'other' } },
    gives: whenOther,
  })),
);

describe('the list of assumptions', () => {
  it('has A1 to A18 of the document and ours after them, each once', () => {
    expect(assumptions.map((assumption) => assumption.id)).toEqual(assumptionIds);
    expect(assumptionIds).toEqual(Array.from({ length: 20 }, (_, at) => `A${at + 1}`));
    expect(assumptions.filter((assumption) => assumption.source === 'ours').map((assumption) => assumption.id)).toEqual(['A19', 'A20']);
  });

  it('has a case for both answers of each, but for A9', () => {
    expect(new Set(questions.map((question) => question.id))).toEqual(new Set(assumptionIds.filter((id) => id !== 'A9')));
  });

  it.each([
    ['A2', 'own', 'default'],
    ['A2', 'user', 'other'],
    ['A2', 'default', 'default'],
    ['A2', 'other', 'other'],
    ['A2', 'User', null],
    ['A10', 'sensitive', 'other'],
  ] as const)('%s may be written %s: %s', (id, word, value) => {
    expect(readAssumptionValue(id, word)).toBe(value);
  });
});
