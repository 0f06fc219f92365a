import { describe, expect, it } from 'vitest';
import type { PlanWarning } from '../../../../shared/plan/plan';
import { planScenario, type ScenarioText } from './play-scenario';

const warningsOf = (scenario: ScenarioText, code: PlanWarning['code']): readonly PlanWarning[] =>
  planScenario(scenario).warnings.filter((warning) => warning.code === code);

const admin = (userName: string) => ({ userName, role: 'Admin' as const });

const rule = (pattern: string, target: 'Team' | 'ConcurrencyGroup', priority: number) =>
  ({ type: 'prefix', pattern, target, autoApprove: true, priority }) as const;
const bobs = { users: [{ userName: 'b@x' }] };
const pushed = (...names: readonly string[]) => names.map((displayName) => ({ type: 'pushGroup' as const, displayName, members: ['b@x'] }));

describe('warnings of rules and group names, in a plan of its own', () => {
  it('say which rule never fires, and because of which', () => {
    const rules = [rule('eng', 'ConcurrencyGroup', 1), rule('e', 'Team', 9)];
    const found = warningsOf({ organisation: { ...bobs, rules }, events: pushed('eng-a') }, 'rule-never-fires');
    expect(found).toEqual([
      {
        code: 'rule-never-fires',
        why: 'rule prefix e (priority 9) is asked before rule prefix eng (priority 1) and matches everything that it matches',
      },
    ]);
  });

  it('say which two rules of one priority match the same group', () => {
    const rules = [rule('eng', 'ConcurrencyGroup', 1), rule('e', 'Team', 1)];
    const found = warningsOf({ organisation: { ...bobs, rules }, events: pushed('eng-a') }, 'rules-overlap');
    expect(found).toMatchObject([{ why: expect.stringContaining('Which is asked first is not documented') }]);
    expect(warningsOf({ organisation: { ...bobs, rules }, events: pushed('qa') }, 'rules-overlap')).toEqual([]);
  });

  it('say which rules count: those that are there in the end', () => {
    const rules = [rule('eng', 'ConcurrencyGroup', 1)];
    const events = [{ type: 'addRule' as const, rule: rule('e', 'Team', 9) }, ...pushed('eng-a')];
    expect(warningsOf({ organisation: { ...bobs, rules }, events }, 'rule-never-fires')).toHaveLength(1);
  });

  it('say nothing where nothing happens, nor of a rule for whatever is left when nothing is left', () => {
    const catchAll = { type: 'matchAll', target: 'Team', autoApprove: false, priority: 1 } as const;
    const organisation = { ...bobs, rules: [rule('eng', 'Team', 9), rule('en', 'Team', 10), catchAll], groups: [{ displayName: 'eng-a' }] };
    expect(planScenario({ organisation }).warnings).toEqual([]);
    const found = warningsOf({ organisation, events: pushed('eng-b') }, 'rule-never-fires');
    expect(found.map(({ why }) => why)).toEqual([expect.stringContaining('asked before rule prefix eng (priority 9)')]);
  });

  it('say which group names are easily mixed up', () => {
    const found = warningsOf({ organisation: bobs, events: pushed('eng-a', 'eng_a', 'qa') }, 'near-twins');
    expect(found).toMatchObject([{ group: 'eng-a', why: expect.stringContaining('"eng-a", "eng_a" differ in') }]);
  });
});

describe('warnings', () => {
  it('say of a sub-organisation that a group takes over who is in it, not what it is called: it is not renamed (section 4)', () => {
    const takenOver = (target: 'Team' | 'SubOrganization') =>
      warningsOf(
        {
          organisation: {
            ...bobs,
            entities: [{ type: target, name: 'eu' }],
            rules: [{ type: 'matchAll', target, autoApprove: true, priority: 1 }],
          },
          events: pushed('eu'),
        },
        'entity-taken-over',
      )[0]?.why;
    expect(takenOver('Team')).toMatch(/who is in it and what it is called$/);
    expect(takenOver('SubOrganization')).toMatch(/who is in it$/);
  });

  it('an empty list of events warns of nothing', () => {
    expect(planScenario({ organisation: { users: [admin('a@x'), { userName: 'b@x' }] } }).warnings).toEqual([]);
  });

  it('says who loses Admin and by which group', () => {
    const found = warningsOf(
      {
        organisation: { users: [admin('a@x'), admin('b@x')] },
        events: [{ type: 'pushGroup', displayName: 'guests', members: ['a@x'], roles: ['Guest'] }],
      },
      'loses-admin',
    );
    expect(found).toEqual([{ code: 'loses-admin', userName: 'a@x', why: 'Admin → Guest: highest role over groups: guests=Guest' }]);
  });

  it('says that a demotion hangs on A2', () => {
    const found = warningsOf(
      {
        organisation: { users: [admin('a@x'), admin('b@x')] },
        assumptions: { A2: 'user' },
        events: [{ type: 'pushGroup', displayName: 'g', members: ['a@x'] }],
      },
      'loses-admin',
    );
    expect(found).toMatchObject([{ userName: 'a@x', assumptions: ['A2'] }]);
  });

  it('says which Admins rest on the default of A2 (I7)', () => {
    const found = warningsOf(
      {
        organisation: { users: [admin('b@x'), admin('a@x'), admin('c@x')] },
        events: [{ type: 'pushGroup', displayName: 'g', members: ['b@x', 'a@x'] }],
      },
      'admin-rests-on-own-role',
    );
    expect(found).toMatchObject([{ people: ['a@x', 'b@x'], assumptions: ['A2'] }]);
  });

  it('stops when no active Admin is left, by demotion or by deactivation', () => {
    const organisation = { users: [admin('a@x'), admin('b@x')] };
    const demoted = { type: 'pushGroup' as const, displayName: 'g', members: ['a@x'], roles: ['User' as const] };
    expect(warningsOf({ organisation, events: [demoted] }, 'last-admin-lost')).toEqual([]);
    const found = warningsOf({ organisation, events: [demoted, { type: 'deactivateUser', userName: 'b@x' }] }, 'last-admin-lost');
    expect(found).toMatchObject([{ people: ['a@x', 'b@x'] }]);
  });

  it('says who gains Admin, new people too', () => {
    const found = warningsOf(
      {
        organisation: { users: [{ userName: 'a@x' }] },
        events: [
          { type: 'pushUser', userName: 'n@x', role: 'Admin' },
          { type: 'pushGroup', displayName: 'admins', members: ['a@x'], roles: ['Admin'] },
        ],
      },
      'gains-admin',
    );
    expect(found.map(({ userName, why }) => [userName, why])).toEqual([
      ['a@x', 'User → Admin: highest role over groups: admins=Admin'],
      ['n@x', 'new → Admin: no such userName yet: pushed as active Admin'],
    ]);
  });

  it('lists deactivations and moves between sub-organisations', () => {
    const scenario: ScenarioText = {
      organisation: {
        entities: [{ type: 'SubOrganization', name: 'eu' }],
        users: [{ userName: 'a@x' }, { userName: 'b@x' }],
        rules: [{ type: 'matchAll', target: 'SubOrganization', autoApprove: true, priority: 1 }],
      },
      events: [
        { type: 'pushGroup', displayName: 'eu', members: ['a@x'] },
        { type: 'deactivateUser', userName: 'b@x' },
      ],
    };
    expect(warningsOf(scenario, 'deactivated')).toMatchObject([{ userName: 'b@x' }]);
    expect(warningsOf(scenario, 'sub-organisation-moved')).toEqual([
      { code: 'sub-organisation-moved', userName: 'a@x', why: 'root organisation → eu' },
    ]);
  });

  it('warns of an existing team that a group takes over and renames, with the people in it (I4)', () => {
    const scenario: ScenarioText = {
      organisation: {
        entities: [{ type: 'Team', name: 'Backend' }],
        users: [{ userName: 'b@x', teams: ['Backend'] }, { userName: 'a@x', teams: ['Backend'] }, { userName: 'c@x' }],
        rules: [{ type: 'matchAll', target: 'Team', autoApprove: true, priority: 1 }],
      },
      events: [
        { type: 'pushGroup', displayName: 'backend', members: ['c@x'] },
        { type: 'renameGroup', displayName: 'backend', to: 'platform' },
      ],
    };
    expect(warningsOf(scenario, 'entity-taken-over')).toMatchObject([{ group: 'backend', people: ['a@x', 'b@x'] }]);
    expect(warningsOf(scenario, 'entity-renamed')).toMatchObject([
      { group: 'platform', people: ['a@x', 'b@x'], why: expect.stringContaining('team Backend is renamed to platform') },
    ]);
  });

  it('warns of roles that JumpCloud cannot send, by group and by person (I7)', () => {
    const found = warningsOf(
      {
        organisation: { users: [{ userName: 'a@x' }, { userName: 'b@x' }] },
        events: [
          { type: 'pushUser', userName: 'b@x', role: 'Guest' },
          { type: 'pushGroup', displayName: 'admins', members: ['a@x'], roles: ['Admin'] },
          { type: 'pushGroup', displayName: 'plain', members: ['a@x'] },
        ],
      },
      'role-not-sendable',
    );
    expect(found.map(({ group, people }) => [group, people])).toEqual([
      ['admins', ['a@x']],
      [undefined, ['b@x']],
    ]);
  });

  const pools = (events: ScenarioText['events']): ScenarioText => ({
    organisation: {
      users: [{ userName: 'a@x' }, { userName: 'b@x' }, { userName: 'c@x' }],
      rules: [{ type: 'matchAll', target: 'ConcurrencyGroup', autoApprove: true, priority: 1 }],
    },
    events: events ?? [],
  });

  it('names the people whose place depends on the push order, and the other order gives the other place (I8)', () => {
    const one = { type: 'pushGroup' as const, displayName: 'one', members: ['a@x', 'b@x'] };
    const two = { type: 'pushGroup' as const, displayName: 'two', members: ['b@x', 'c@x'] };
    const found = warningsOf(pools([one, two]), 'order-decides');
    expect(found).toMatchObject([{ group: 'two', people: ['b@x'], assumptions: ['A5'] }]);
    expect(found[0]?.why).toContain('they get concurrency group one (group one) and not concurrency group two (group two)');
    const placeOf = (events: ScenarioText['events']) =>
      planScenario(pools(events)).people.find((person) => person.userName === 'b@x')?.after?.concurrencyGroup;
    expect(placeOf([one, two])).toBe('one');
    expect(placeOf([two, one])).toBe('two');
  });

  it('does not call a conflict order-dependent when the current place was there before', () => {
    const organisation: ScenarioText['organisation'] = {
      users: [{ userName: 'a@x', concurrencyGroup: 'one' }],
      groups: [{ displayName: 'one', members: ['a@x'], mappings: [{ type: 'ConcurrencyGroup', name: 'one', status: 'Approved' }] }],
      rules: [{ type: 'matchAll', target: 'ConcurrencyGroup', autoApprove: true, priority: 1 }],
    };
    const scenario: ScenarioText = { organisation, events: [{ type: 'pushGroup', displayName: 'two', members: ['a@x'] }] };
    expect(planScenario(scenario).summary.openConflicts).toBe(1);
    expect(warningsOf(scenario, 'order-decides')).toEqual([]);
  });

  it('says what the vendor leaves out: unknown members, LambdatestGroup, names, and groups that hold nobody', () => {
    const plan = planScenario({
      organisation: { users: [{ userName: 'a@x', givenName: 'A', familyName: 'A' }] },
      assumptions: { A8: 'ignore' },
      events: [
        { type: 'pushUser', userName: 'a@x', givenName: 'B', familyName: 'A', concurrencyGroup: 'nowhere' },
        { type: 'pushGroup', displayName: 'g', members: ['z@x'] },
      ],
    });
    expect(plan.warnings.map(({ code, userName, group, people }) => [code, userName ?? group, people])).toEqual([
      ['unknown-members-ignored', 'g', ['z@x']],
      ['attribute-ignored', 'a@x', undefined],
      ['name-ignored', 'a@x', undefined],
      ['empty-group', 'g', undefined],
    ]);
  });
});
