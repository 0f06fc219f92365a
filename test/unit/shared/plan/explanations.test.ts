import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../../../shared/plan/build-plan';
import { explainGroup, explainPerson } from '../../../../shared/plan/explain-chain';
import { groupExplanation } from '../../../../shared/plan/group-explanation';
import { personExplanation } from '../../../../shared/plan/person-explanation';
import type { RuleSpec } from '../../../../shared/vendor/event';
import { playScenario, type ScenarioText } from './play-scenario';

const teams: RuleSpec = { type: 'prefix', pattern: 'eng-', target: 'Team', autoApprove: true, priority: 3 };
const pools: RuleSpec = { type: 'regex', pattern: '^qa-', target: 'ConcurrencyGroup', autoApprove: true, priority: 2 };
const regions: RuleSpec = { type: 'prefix', pattern: 'eu-', target: 'SubOrganization', autoApprove: true, priority: 2 };
const rest: RuleSpec = { type: 'matchAll', target: 'Team', autoApprove: false, priority: 1 };

const users = ['a@x', 'b@x'].map((userName) => ({ userName }));

function explain(scenario: ScenarioText, userName = 'a@x') {
  const data = personExplanation(playScenario(scenario), userName);
  if (data === null) throw new Error('no such person');
  return { data, chains: explainPerson(data) };
}

const push = (displayName: string, ...members: string[]) => ({ type: 'pushGroup' as const, displayName, members });

describe('why a person is where they are', () => {
  it('goes from the person over group, rule and mapping to the place', () => {
    const { data, chains } = explain({ organisation: { users, rules: [teams, rest] }, events: [push('eng-web', 'a@x')] });
    expect(data.places).toMatchObject([{ group: 'eng-web', outcome: { kind: 'given' }, mapping: { rule: teams, madeBy: 'rule' } }]);
    expect(chains[1]?.steps.map((step) => step.text)).toEqual([
      'a@x',
      'member of group eng-web',
      'rule prefix eng- (priority 3)',
      'mapping Auto-Approved',
      'team eng-web',
    ]);
    expect(chains[1]?.steps.every((step) => step.standing === 'yes')).toBe(true);
  });

  it('says which group decides the role and which are lower', () => {
    const { data } = explain({
      organisation: { users },
      events: [
        { ...push('guests', 'a@x'), roles: ['Guest'] },
        { ...push('admins', 'a@x'), roles: ['User', 'Admin'] },
        push('plain', 'a@x'),
      ],
    });
    expect(data.role).toMatchObject({ role: 'Admin', cause: { kind: 'groups' }, assumptions: ['A7'] });
    expect(data.role?.groups.map(({ group, gives, decides }) => [group, gives, decides])).toEqual([
      ['guests', 'Guest', false],
      ['admins', 'Admin', true],
      ['plain', null, false],
    ]);
  });
});

describe('why a person is not where one expects them', () => {
  it('names the rule that lost to a higher one, and the nearest that almost matched', () => {
    const planned = playScenario({
      organisation: { users, rules: [teams, { ...pools, pattern: '^ENG_web$' }, rest] },
      events: [push('eng-web', 'a@x')],
    });
    expect(groupExplanation(planned, 'eng-web')?.trials).toEqual([
      { kind: 'fires', rule: teams },
      { kind: 'no-match', rule: { ...pools, pattern: '^ENG_web$' }, nearMiss: { kind: 'separator', found: '-', wanted: '_' } },
      { kind: 'lost', rule: rest, to: teams },
    ]);
  });

  it('tells a group without a mapping which rule was nearest', () => {
    const { data, chains } = explain({ organisation: { users, rules: [teams] }, events: [push('eng_web', 'a@x')] });
    expect(data.places).toMatchObject([{ mapping: null, outcome: { kind: 'no-mapping' } }]);
    expect(chains[1]?.advice).toContain('would match with "-" where the name has "_"');
  });

  it('says that a mapping waits, and that another group owns the entity', () => {
    const { data, chains } = explain({
      organisation: {
        users,
        rules: [teams],
        entities: [{ type: 'Team', name: 'eng-web' }],
        groups: [{ displayName: 'web', mappings: [{ type: 'Team', name: 'eng-web', status: 'Approved' }] }],
      },
      events: [push('eng-web', 'a@x')],
    });
    expect(data.places).toMatchObject([{ outcome: { kind: 'not-approved' }, mapping: { ownedBy: 'web' }, assumptions: ['A3'] }]);
    expect(chains[1]?.advice).toContain('merge the group with web');
    expect(chains[1]?.steps.at(-1)?.standing).toBe('waits');
  });

  it('says which conflict holds a place back, and how an order or a decision ends it', () => {
    const { data, chains } = explain({ organisation: { users, rules: [pools] }, events: [push('qa-one', 'a@x'), push('qa-two', 'a@x')] });
    expect(data.places.map((link) => link.outcome.kind)).toEqual(['given', 'conflict']);
    expect(data.conflicts).toHaveLength(1);
    expect(chains[2]?.conclusion).toContain('concurrency group qa-one (group qa-one) came first');
    expect(chains[2]?.advice).toContain('push qa-two before qa-one');
  });

  it('says that an admin kept the other side', () => {
    const { chains } = explain({
      organisation: { users, rules: [pools] },
      events: [push('qa-one', 'a@x'), push('qa-two', 'a@x'), { type: 'resolveConflict', userName: 'a@x', use: 'current' }],
    });
    expect(chains[2]?.conclusion).toContain('an admin kept concurrency group qa-one');
    expect(chains[2]?.assumptions).toEqual(['A11']);
  });

  it('says that a place in the parent is invalid beside the sub-organisation of the same group (A15)', () => {
    const { data } = explain({
      organisation: {
        users,
        entities: [
          { type: 'SubOrganization', name: 'eu-web' },
          { type: 'Team', name: 'web' },
        ],
        rules: [regions],
      },
      events: [push('eu-web', 'a@x'), { type: 'approveMapping', displayName: 'eu-web', entity: { type: 'Team', name: 'web' } }],
    });
    expect(data.places.map((link) => [link.outcome.kind, link.assumptions])).toEqual([
      ['given', []],
      ['in-sub-organisation', ['A15']],
    ]);
  });

  it('says that the sub-organisation is not there', () => {
    const { chains } = explain({ organisation: { users, rules: [regions] }, events: [push('eu-web', 'a@x')] });
    expect(chains[1]?.conclusion).toContain('none is created automatically');
    expect(chains[1]?.advice).toContain('Create the sub-organisation first');
  });

  it('says that group provisioning is off, and that the group is refused for it', () => {
    const planned = playScenario({ organisation: { users, groupProvisioning: false, rules: [teams] }, events: [push('eng-web', 'a@x')] });
    const group = groupExplanation(planned, 'eng-web');
    expect(group?.notes.map((note) => note.kind)).toEqual(['refused', 'provisioning-off']);
    const person = personExplanation(planned, 'a@x');
    expect(person?.refused).toMatchObject([{ event: 0, group: 'eng-web', refusal: { status: 403 } }]);
  });

  it('says that a group is empty (I5)', () => {
    const group = groupExplanation(playScenario({ organisation: { rules: [teams] }, events: [push('eng-web')] }), 'eng-web');
    expect(group?.notes).toContainEqual({ kind: 'empty' });
    expect(group === null ? [] : explainGroup(group).map((chain) => chain.conclusion)).toContainEqual(expect.stringContaining('I5'));
  });

  it('says that a person belongs to another organisation, and which group was refused with them', () => {
    const planned = playScenario({
      organisation: { users, usersInOtherOrganisations: ['o@x'] },
      events: [{ type: 'pushUser', userName: 'o@x' }, push('g', 'a@x', 'O@x')],
    });
    const person = personExplanation(planned, 'o@x');
    expect(person).toMatchObject({ after: null, inOtherOrganisation: true });
    expect(person?.refused.map(({ event, refusal }) => [event, refusal.kind])).toEqual([
      [0, 'in-other-organisation'],
      [1, 'unknown-members'],
    ]);
    expect(person === null ? '' : explainPerson(person)[0]?.advice).toContain('team invite');
  });

  it('says what was set by hand and what stands above it', () => {
    const { data } = explain({
      organisation: { users: [{ userName: 'a@x', teams: ['Old'], concurrencyGroup: 'Mine' }], rules: [pools] },
      events: [push('qa-one', 'a@x')],
    });
    expect(data.manual).toEqual([
      { entity: { type: 'Team', name: 'Old' }, by: 'admin', counts: true },
      { entity: { type: 'ConcurrencyGroup', name: 'Mine' }, by: 'admin', counts: false },
    ]);
  });

  it('says that an admin took the person out until the next sync', () => {
    const { data } = explain({
      organisation: { users, rules: [teams] },
      events: [push('eng-web', 'a@x'), { type: 'unassign', userName: 'a@x', entity: { type: 'Team', name: 'eng-web' } }],
    });
    expect(data.places[0]?.outcome).toEqual({ kind: 'manual-stands' });
  });

  it('says that a deleted target gives nothing', () => {
    const { data } = explain({
      organisation: { users, rules: [teams] },
      events: [push('eng-web', 'a@x'), { type: 'deleteEntity', entity: { type: 'Team', name: 'eng-web' } }],
    });
    expect(data.places[0]).toMatchObject({ outcome: { kind: 'target-deleted' }, assumptions: ['A14'] });
  });

  it('warns that a group takes over what was there before (I4)', () => {
    const planned = playScenario({
      organisation: { users, entities: [{ type: 'Team', name: 'ENG-web' }], rules: [teams] },
      events: [push('eng-web', 'a@x')],
    });
    expect(groupExplanation(planned, 'eng-web')?.notes).toEqual([
      { kind: 'takes-over', type: 'Team', name: 'ENG-web', assumptions: ['A10'] },
    ]);
  });

  it('knows nobody by a name that nothing mentions', () => {
    const planned = playScenario({ organisation: { users } });
    expect(personExplanation(planned, 'nobody@x')).toBeNull();
    expect(groupExplanation(planned, 'none')).toBeNull();
  });
});

describe('the plan carries in `because` why somebody of a pushed group is in no place', () => {
  const nowhere = (scenario: ScenarioText, userName = 'a@x') =>
    buildPlan(playScenario(scenario), { all: true })
      .people.find((person) => person.userName === userName)
      ?.because.filter(({ effect }) => effect === 'no place') ?? [];

  it.each<[string, ScenarioText, RegExp]>([
    [
      'the nearest rule that almost matched',
      { organisation: { users, rules: [teams] }, events: [push('emg-web', 'a@x')] },
      /^group emg-web: no mapping: no rule matches the name.*Nearest: rule prefix eng- \(priority 3\).*one letter differs$/,
    ],
    [
      'auto-approve off',
      { organisation: { users, rules: [rest] }, events: [push('g', 'a@x')] },
      /^group g: not in team g: the mapping is Pending, .*\(priority 1\)/,
    ],
    [
      'the entity owned by another group',
      {
        organisation: { users, rules: [teams] },
        events: [push('eng-a'), { type: 'renameEntity', entity: { type: 'Team', name: 'eng-a' }, to: 'eng-b' }, push('eng-b', 'a@x')],
      },
      /^group eng-b: not in team eng-b: the mapping is Pending, .*eng-a/,
    ],
    [
      'a sub-organisation that nobody made',
      { organisation: { users, rules: [regions] }, events: [push('eu-a', 'a@x')] },
      /^group eu-a: not in sub-organisation eu-a: the mapping is Pending, .*none is created automatically/,
    ],
    [
      'an admin’s hand',
      {
        organisation: { users, rules: [teams] },
        events: [push('eng-a', 'a@x'), { type: 'unassign', userName: 'a@x', entity: { type: 'Team', name: 'eng-a' } }],
      },
      /^group eng-a: not in team eng-a: an admin changed it by hand; the next sync undoes that$/,
    ],
    [
      'each group, up to three',
      { organisation: { users }, events: [push('g', 'a@x'), push('h', 'a@x'), push('i', 'a@x'), push('j', 'a@x')] },
      /^group g: [^;]+; group h: [^;]+; group i: [^;]+; and 1 more$/,
    ],
  ])('%s', (_, scenario, why) => {
    const [reason, ...more] = nowhere(scenario);
    expect(more).toEqual([]);
    expect(reason?.why).toMatch(why);
    expect(scenario.events?.[reason?.event ?? -1]).toMatchObject({ type: expect.stringMatching(/pushGroup/) });
  });

  it('and says nothing of who is somewhere, in no group, or in groups that nothing pushed', () => {
    expect(nowhere({ organisation: { users, rules: [teams] }, events: [push('eng-a', 'a@x')] })).toEqual([]);
    expect(nowhere({ organisation: { users, rules: [teams] }, events: [push('eng-a', 'a@x')] }, 'b@x')).toEqual([]);
    expect(nowhere({ organisation: { users, groups: [{ displayName: 'g', members: ['a@x'] }] }, events: [push('h')] })).toEqual([]);
  });
});
