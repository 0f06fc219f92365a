import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../shared/plan/build-plan';
import { type Planned, planSteps } from '../../shared/plan/planned';
import { apply } from '../../shared/vendor/apply';
import { type AssumptionSettings, defaultAssumptions } from '../../shared/vendor/assumptions';
import type { Role, VendorEvent } from '../../shared/vendor/event';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import { fork, type Organisation, people, release } from '../../shared/vendor/organisation';
import { replace } from '../../shared/vendor/placement';
import { startRun } from '../../shared/vendor/run';
import type { OrganisationSpec } from '../../shared/vendor/scenario';
import { restoreSnapshot, snapshot } from '../../shared/vendor/snapshot';
import { stateHash } from '../../shared/vendor/state-hash';
import { conflictEvents, conflictSettings, contested } from './organisations/arbitrary-conflicts';
import { events, organisation, settings } from './organisations/arbitrary-scenario';
import { seed } from './organisations/seed';
import { viewEngine } from './organisations/view-engine';

const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, numRuns = 300): void =>
  fc.assert(property, { numRuns, seed: seed.value });

function load(spec: OrganisationSpec, assumed: AssumptionSettings = defaultAssumptions): Organisation {
  const loaded = loadOrganisation(spec, assumed);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

function play(org: Organisation, sequence: readonly VendorEvent[]): Organisation {
  for (const [index, event] of sequence.entries()) apply(org, event, index);
  return org;
}

function plan(spec: OrganisationSpec, assumed: AssumptionSettings, sequence: readonly VendorEvent[]): string {
  const steps = planSteps({ baseline: load(spec, assumed), events: sequence });
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return JSON.stringify(buildPlan(step.value as Planned));
}

describe(`laws of the engine (${seed.words})`, () => {
  it('a replay of the same events gives the same state', () =>
    check(
      fc.property(organisation, settings, events(12), (spec, assumed, sequence) => {
        expect(stateHash(play(load(spec, assumed), sequence))).toBe(stateHash(play(load(spec, assumed), sequence)));
      }),
    ));

  it('going on from a state kept as text is the same as playing everything from scratch', () =>
    check(
      fc.property(organisation, settings, events(8), events(6), (spec, assumed, first, second) => {
        const kept = restoreSnapshot(JSON.parse(JSON.stringify(snapshot(play(load(spec, assumed), first)))));
        if (!kept.ok) throw new Error(JSON.stringify(kept.error));
        const whole = play(load(spec, assumed), [...first, ...second]);
        play(kept.value, second);
        expect(viewEngine(kept.value)).toEqual(viewEngine(whole));
        expect(stateHash(kept.value)).toBe(stateHash(whole));
      }),
    ));

  it('a fork leaves its parent untouched, and comes to what the parent would have come to', () =>
    check(
      fc.property(organisation, settings, events(8), events(6), (spec, assumed, first, second) => {
        const parent = play(load(spec, assumed), first);
        const before = { hash: stateHash(parent), writes: parent.writes, held: JSON.stringify([...parent.held.groups]) };
        const child = fork(parent);
        play(child, second);
        const end = viewEngine(child);
        release(child);
        expect({ hash: stateHash(parent), writes: parent.writes, held: JSON.stringify([...parent.held.groups]) }).toEqual(before);
        expect(viewEngine(play(parent, second))).toEqual(end);
      }),
    ));

  it('a plan of no events is empty and a plan of the same input is byte-identical', () =>
    check(
      fc.property(organisation, settings, events(8), (spec, assumed, sequence) => {
        const nothing = JSON.parse(plan(spec, assumed, []));
        expect(nothing.people).toEqual([]);
        expect(nothing.refusals).toEqual([]);
        expect(nothing.provenance.writes).toBe(0);
        expect(nothing.summary).toMatchObject({ peopleChanged: 0, entitiesCreated: 0, usersCreated: 0, gainAdmin: 0, loseAdmin: 0 });
        expect(plan(spec, assumed, sequence)).toBe(plan(spec, assumed, sequence));
      }),
      150,
    ));

  it('who is settled once more stays where they are: what a person has stays until something changes (section 7)', () =>
    check(
      fc.property(conflictSettings, conflictEvents(16), (assumed, sequence) => {
        const org = load(contested, assumed);
        for (const [index, event] of sequence.entries()) {
          apply(org, event, index);
          const before = JSON.stringify(snapshot(org).people);
          const run = startRun(org, index);
          for (const person of people(org)) replace(run, person.id, { kind: 'sync' });
          expect(run.effects).toEqual([]);
          expect(JSON.stringify(snapshot(org).people)).toBe(before);
        }
      }),
      1000,
    ));

  it('the order of members within one push does not count (section 3)', () =>
    check(
      fc.property(organisation, settings, fc.shuffledSubarray(names, { minLength: 2 }), events(4), (spec, assumed, members, after) => {
        const push = (list: readonly string[]): VendorEvent[] => [
          ...names.map((userName): VendorEvent => ({ type: 'pushUser', userName })),
          { type: 'setGroupProvisioning', on: true },
          { type: 'pushGroup', displayName: 'new-group', members: list },
          { type: 'setMembers', displayName: 'eng-a', members: list },
          ...after,
        ];
        expect(viewEngine(play(load(spec, assumed), push(members)))).toEqual(
          viewEngine(play(load(spec, assumed), push([...members].reverse()))),
        );
      }),
    ));

  it('roles and additive teams do not depend on the order in which groups are pushed (sections 4 and 6)', () =>
    check(
      fc.property(fc.uniqueArray(teamGroup, { minLength: 2, maxLength: 5, selector: (each) => each.displayName }), (groups) => {
        const spec: OrganisationSpec = {
          users: names.map((userName) => ({ userName })),
          rules: [{ type: 'matchAll', target: 'Team', autoApprove: true, priority: 1 }],
        };
        const people = (order: readonly VendorEvent[]): unknown => viewEngine(play(load(spec), order)).people;
        expect(people(groups)).toEqual(people([...groups].reverse()));
      }),
    ));

  it('a group pushed again member by member ends as the group pushed whole', () =>
    check(
      fc.property(organisation, settings, fc.subarray(names), (spec, assumed, members) => {
        const start: VendorEvent[] = [
          { type: 'setGroupProvisioning', on: true },
          ...names.map((userName): VendorEvent => ({ type: 'pushUser', userName })),
        ];
        const whole = play(load(spec, assumed), [...start, { type: 'pushGroup', displayName: 'new-group', members }]);
        const single = play(load(spec, assumed), [
          ...start,
          { type: 'pushGroup', displayName: 'new-group' },
          ...members.map((userName): VendorEvent => ({ type: 'addMembers', displayName: 'new-group', members: [userName, userName] })),
        ]);
        expect(viewEngine(single).groups).toEqual(viewEngine(whole).groups);
        expect(viewEngine(single).people).toEqual(viewEngine(whole).people);
      }),
    ));
});

describe('names that trip programs up', () => {
  const strange = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '👩‍👩‍👧 team',
    'שלום קבוצה',
    'مجموعة',
    'x'.repeat(10_000),
    ' a b ',
    'a\nb',
  ];
  it.each(strange.map((name) => [name.slice(0, 20), name]))('are names like any other: %s', (_, name) => {
    const org = play(load({ rules: [{ type: 'matchAll', target: 'Team', autoApprove: true, priority: 1 }] }), [
      { type: 'pushUser', userName: `${name.replaceAll(/\s/g, '')}@x.example`, role: 'Guest' },
      { type: 'pushGroup', displayName: name, members: [`${name.replaceAll(/\s/g, '')}@x.example`] },
    ]);
    const view = viewEngine(org);
    expect(view.people).toMatchObject([{ role: 'Guest', teams: [name] }]);
    expect(view.groups.map((group) => group.displayName)).toEqual([name]);
    expect(view.entities).toEqual([`Team ${name}`]);
  });

  it('written twice are refused where the file has them twice, and said where', () => {
    const user = { userName: 'a@x.example' };
    const group = { displayName: 'g', members: ['a@x.example', 'A@x.example'] };
    expect(loadOrganisation({ users: [user, { userName: 'A@X.example' }] }, defaultAssumptions)).toMatchObject({
      ok: false,
      error: { path: 'organisation.users[1].userName' },
    });
    expect(loadOrganisation({ users: [user], groups: [group, { displayName: 'G' }] }, defaultAssumptions)).toMatchObject({
      ok: false,
      error: { path: 'organisation.groups[1].displayName' },
    });
    // The same member twice is one member: SCIM's members are a set.
    expect(viewEngine(load({ users: [user], groups: [group] })).groups[0]?.members).toEqual(['a@x.example']);
  });
});

const names = ['ann@x.example', 'bob@x.example', 'cid@x.example'];
const teamGroup = fc.record({
  type: fc.constant('pushGroup' as const),
  displayName: fc.constantFrom('eng-a', 'qa-b', 'eu-c', 'ops', 'qa-d'),
  members: fc.subarray(names),
  roles: fc.subarray<Role>(['Admin', 'User', 'Guest']),
});
