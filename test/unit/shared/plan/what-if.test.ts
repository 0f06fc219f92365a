import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../../../shared/plan/build-plan';
import { comparePlans, isSamePlan } from '../../../../shared/plan/compare-plans';
import type { Plan } from '../../../../shared/plan/plan';
import { WhatIf } from '../../../../shared/plan/what-if';
import { type WhatIfAction, whatIfActionSchema } from '../../../../shared/plan/what-if-action';
import type { RuleSpec } from '../../../../shared/vendor/event';
import { stateHash } from '../../../../shared/vendor/state-hash';
import { planScenario, playScenario, type ScenarioEvent, type ScenarioText } from './play-scenario';

const people = ['a@x', 'b@x', 'c@x', 'd@x'];
const push = (displayName: string, ...members: string[]): ScenarioEvent => ({ type: 'pushGroup', displayName, members });
const teams: RuleSpec = { type: 'prefix', pattern: 'eng-', target: 'Team', autoApprove: true, priority: 3 };
const pools: RuleSpec = { type: 'prefix', pattern: 'qa-', target: 'ConcurrencyGroup', autoApprove: true, priority: 2 };

const base: ScenarioText = {
  organisation: { users: people.map((userName) => ({ userName })), rules: [teams, pools] },
  events: [push('eng-web', 'a@x', 'b@x'), push('qa-one', 'b@x', 'c@x'), push('qa-two', 'c@x', 'd@x')],
};

/** Only what a plan says of the outcome: how it came about differs. */
const outcomeOf = ({ summary, groups, entities, people: list, conflicts }: Plan) => ({
  summary,
  groups,
  entities,
  conflicts,
  people: list.map(({ userName, before, after }) => ({ userName, before, after })),
});

function playAll(scenario: ScenarioText, ...actions: WhatIfAction[]): WhatIf {
  const whatIf = new WhatIf(playScenario(scenario));
  for (const action of actions) expect(whatIf.play(action)).toMatchObject({ ok: true });
  return whatIf;
}

const planOf = (whatIf: WhatIf): Plan => buildPlan(whatIf.asPlanned(), { all: true });

describe('a what-if', () => {
  it.each<[WhatIfAction, readonly ScenarioEvent[]]>([
    [{ kind: 'rename-group', displayName: 'eng-web', to: 'eng-app' }, [{ type: 'renameGroup', displayName: 'eng-web', to: 'eng-app' }]],
    [{ kind: 'delete-group', displayName: 'qa-one' }, [{ type: 'deleteGroup', displayName: 'qa-one' }]],
    [
      { kind: 'move-person', userName: 'c@x', from: 'qa-one', to: 'eng-web' },
      [
        { type: 'removeMembers', displayName: 'qa-one', members: ['c@x'] },
        { type: 'addMembers', displayName: 'eng-web', members: ['c@x'] },
      ],
    ],
    [{ kind: 'resolve-conflict', userName: 'c@x', use: 'incoming' }, [{ type: 'resolveConflict', userName: 'c@x', use: 'incoming' }]],
    [
      { kind: 'events', label: 'switch off', events: [{ type: 'setGroupProvisioning', on: false }] },
      [{ type: 'setGroupProvisioning', on: false }],
    ],
    // J12: a is in no other group, b is held by qa-one.
    [{ kind: 'untick-group', displayName: 'eng-web' }, [{ type: 'deactivateUser', userName: 'a@x' }]],
  ])('%j is what the same events would do from the start', (action, events) => {
    const whatIf = playAll(base, action);
    expect(outcomeOf(planOf(whatIf))).toEqual(outcomeOf(planScenario({ ...base, events: [...(base.events ?? []), ...events] })));
  });

  it('unticking two groups deactivates those whom none of the ticked ones holds (J12)', () => {
    const whatIf = playAll(base, { kind: 'untick-group', displayName: 'eng-web' }, { kind: 'untick-group', displayName: 'qa-one' });
    const inactive = planOf(whatIf).people.filter((person) => person.after?.active === false);
    expect(inactive.map((person) => person.userName)).toEqual(['a@x', 'b@x']);
  });

  it('restores a group with the members it had, whether the run or a what-if deleted it', () => {
    const deleted = playAll(base, { kind: 'delete-group', displayName: 'qa-one' }, { kind: 'restore-group', displayName: 'qa-one' });
    const inRun = playAll(
      { ...base, events: [...(base.events ?? []), { type: 'deleteGroup', displayName: 'qa-one' }] },
      { kind: 'restore-group', displayName: 'qa-one' },
    );
    for (const whatIf of [deleted, inRun]) {
      const places = planOf(whatIf).people.map((person) => [person.userName, person.after?.concurrencyGroup]);
      // The group comes back last, so that c stays with qa-two (I8).
      expect(places).toEqual([
        ['a@x', 'Default'],
        ['b@x', 'qa-one'],
        ['c@x', 'qa-two'],
        ['d@x', 'qa-two'],
      ]);
    }
  });

  it('tells what one step changes, against the step before', () => {
    const whatIf = playAll(base, { kind: 'resolve-conflict', userName: 'c@x', use: 'incoming' });
    expect(whatIf.steps[0]?.diff.people.map(({ userName, from, to }) => [userName, from?.concurrencyGroup, to?.concurrencyGroup])).toEqual([
      ['c@x', 'qa-one', 'qa-two'],
    ]);
  });

  it('tells people of a renamed entity as changed', () => {
    const whatIf = playAll(base, { kind: 'rename-group', displayName: 'eng-web', to: 'eng-app' });
    const [step] = whatIf.steps;
    expect(step?.diff.people.map(({ userName, to }) => [userName, to?.teams])).toEqual([
      ['a@x', ['eng-app']],
      ['b@x', ['eng-app']],
    ]);
    expect(step?.diff.groups).toMatchObject([{ displayName: 'eng-app', from: { displayName: 'eng-web' } }]);
  });

  it('keeps refusals as a step of their own', () => {
    const whatIf = playAll(base, { kind: 'rename-group', displayName: 'eng-web', to: 'qa-one' });
    expect(whatIf.steps[0]?.refusals).toMatchObject([{ event: 3, refusal: { status: 409 } }]);
    expect(whatIf.steps[0]?.diff).toEqual({ people: [], groups: [] });
    expect(planOf(whatIf).refusals).toMatchObject([{ event: 3, status: 409 }]);
  });

  it('is undone and done again, and names both', () => {
    const whatIf = new WhatIf(playScenario(base));
    const start = stateHash(whatIf.state);
    whatIf.play({ kind: 'delete-group', displayName: 'qa-one' });
    const deleted = stateHash(whatIf.state);
    whatIf.play({ kind: 'rename-group', displayName: 'eng-web', to: 'eng-app' });
    const renamed = stateHash(whatIf.state);
    expect(whatIf.undoLabel).toBe('rename group eng-web to eng-app');
    expect(whatIf.undo()).toMatchObject({ kind: 'rename-group' });
    expect(stateHash(whatIf.state)).toBe(deleted);
    expect(whatIf.undo()).toMatchObject({ kind: 'delete-group' });
    expect(stateHash(whatIf.state)).toBe(start);
    expect(whatIf.undo()).toBeNull();
    expect(whatIf.redoLabel).toBe('delete group qa-one');
    expect(whatIf.redo()).not.toBeNull();
    expect(whatIf.redo()).not.toBeNull();
    expect(stateHash(whatIf.state)).toBe(renamed);
    expect(whatIf.redo()).toBeNull();
    whatIf.undo();
    whatIf.play({ kind: 'untick-group', displayName: 'eng-web' });
    expect(whatIf.redoLabel).toBeNull();
  });

  it('writes nothing to the plan it stands on, which is free again when it is closed', () => {
    const planned = playScenario(base);
    const whatIf = new WhatIf(planned);
    for (const action of [
      { kind: 'delete-group', displayName: 'qa-one' },
      { kind: 'change-rules', rules: [] },
      { kind: 'untick-group', displayName: 'qa-two' },
    ] satisfies WhatIfAction[])
      whatIf.play(action);
    const proof = whatIf.untouched();
    expect(proof).toEqual({ before: planned.outcomeHash, after: planned.outcomeHash, writes: 0 });
    expect(stateHash(whatIf.state)).not.toBe(planned.outcomeHash);
    whatIf.close();
    expect(planned.outcome.children).toBe(0);
  });

  it('takes its list of actions back from JSON', () => {
    const whatIf = playAll(base, { kind: 'untick-group', displayName: 'eng-web' }, { kind: 'change-rules', rules: [teams] });
    const kept = JSON.parse(JSON.stringify(whatIf.actions)) as unknown[];
    const again = playAll(base, ...kept.map((action) => whatIfActionSchema.parse(action)));
    expect(planOf(again)).toEqual(planOf(whatIf));
  });

  it('refuses rules that cannot run, and says which', () => {
    const whatIf = new WhatIf(playScenario(base));
    const step = whatIf.play({ kind: 'change-rules', rules: [teams, { ...pools, type: 'regex', pattern: '(?=a)' }] });
    expect(step).toMatchObject({ ok: false, error: { path: 'rules[1].pattern' } });
    expect(whatIf.steps).toEqual([]);
  });
});

describe('other rules', () => {
  const exactly = (scenario: ScenarioText, rules: readonly RuleSpec[]): void => {
    const whatIf = playAll(scenario, { kind: 'change-rules', rules: [...rules] });
    expect(whatIf.steps[0]?.exact).toBe(true);
    const fresh = planScenario({ ...scenario, organisation: { ...scenario.organisation, rules: [...rules] } });
    expect(outcomeOf(planOf(whatIf))).toEqual(outcomeOf(fresh));
  };

  it('give what a new run with them gives', () => {
    exactly(base, [pools]);
    exactly(base, [{ ...teams, target: 'ConcurrencyGroup' }, pools]);
    exactly(base, [{ type: 'matchAll', target: 'Team', autoApprove: true, priority: 1 }]);
    exactly(base, [{ type: 'matchAll', target: 'SubOrganization', autoApprove: true, priority: 1 }]);
    exactly(base, []);
  });

  it('give it with anything given, any pushes and any rules', () => {
    const names = ['eng-web', 'qa-one', 'qa-two', 'eng-ops', 'misc'];
    const entity = fc.constantFrom('Team' as const, 'ConcurrencyGroup' as const, 'SubOrganization' as const);
    const rule = fc.record({
      type: fc.constant('prefix' as const),
      pattern: fc.constantFrom('eng-', 'qa-', 'qa-o', 'm', ''),
      target: entity,
      autoApprove: fc.boolean(),
      priority: fc.integer({ min: 1, max: 4 }),
    });
    const rules = fc.array(rule, { maxLength: 4 });
    const scenario = fc.record({
      entities: fc.uniqueArray(fc.record({ type: entity, name: fc.constantFrom(...names) }), {
        selector: ({ type, name }) => `${type} ${name}`,
        maxLength: 6,
      }),
      users: fc.tuple(
        ...people.map((userName) =>
          fc.record({
            userName: fc.constant(userName),
            teams: fc.subarray(['eng-web', 'Other']),
            concurrencyGroup: fc.constantFrom(null, 'qa-one', 'Mine'),
          }),
        ),
      ),
      events: fc.tuple(
        ...names.map((displayName) =>
          fc.record({ type: fc.constant('pushGroup' as const), displayName: fc.constant(displayName), members: fc.subarray(people) }),
        ),
      ),
      more: fc.array(
        fc.record({
          type: fc.constant('addMembers' as const),
          displayName: fc.constantFrom(...names),
          members: fc.subarray(people),
        }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(scenario, rules, rules, ({ entities, users, events, more }, was, is) => {
        exactly({ organisation: { entities, users, rules: was }, events: [...events, ...more] }, is);
      }),
      { numRuns: 300 },
    );
  });

  it('say that only a new run is certain once something else happened to the groups', () => {
    const whatIf = playAll(
      { ...base, events: [...(base.events ?? []), { type: 'renameGroup', displayName: 'eng-web', to: 'qa-web' }] },
      { kind: 'change-rules', rules: [teams] },
    );
    expect(whatIf.steps[0]?.exact).toBe(false);
  });
});

describe('two plans', () => {
  it('compared with themselves say the same', () => {
    expect(isSamePlan(comparePlans(planScenario(base), planScenario(base)))).toBe(true);
  });

  it('tell who would be elsewhere, which groups are mapped otherwise, and which conflicts are only in one', () => {
    const first = buildPlan(playScenario(base));
    const second = buildPlan(playScenario({ ...base, events: [...(base.events ?? [])].reverse() }));
    const diff = comparePlans(first, second);
    expect(diff.sameBaseline).toBe(true);
    expect(diff.people.map(({ userName, from, to }) => [userName, from?.concurrencyGroup, to?.concurrencyGroup])).toEqual([
      ['c@x', 'qa-one', 'qa-two'],
    ]);
    expect(diff.groups).toEqual([]);
    expect(diff.conflicts.onlyFrom).toMatchObject([{ current: { displayName: 'qa-one' } }]);
    expect(diff.conflicts.onlyTo).toMatchObject([{ current: { displayName: 'qa-two' } }]);
  });

  it('tell where people end alike for other reasons', () => {
    const first = buildPlan(playScenario(base));
    const second = buildPlan(playScenario({ ...base, events: [{ type: 'sync' }, ...(base.events ?? [])] }));
    const diff = comparePlans(first, second);
    expect(diff.people).toEqual([]);
    expect(diff.reasons.map((person) => person.userName)).toEqual(first.people.map((person) => person.userName));
    expect(diff.reasons[0]?.to[0]?.event).toBe((diff.reasons[0]?.from[0]?.event ?? 0) + 1);
    expect(isSamePlan(diff)).toBe(false);
  });

  it('take a person who is in one plan only as unchanged in the other', () => {
    const first = buildPlan(playScenario({ ...base, events: [] }));
    const second = buildPlan(playScenario(base));
    const diff = comparePlans(first, second);
    expect(diff.people.map((person) => person.userName)).toEqual(second.people.map((person) => person.userName));
    expect(diff.summary).toContainEqual({ count: 'peopleChanged', from: 0, to: 4 });
    expect(comparePlans(second, first).people.every((person) => person.to !== null)).toBe(true);
  });
});
