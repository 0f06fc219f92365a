import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPlan, planJson } from '../../shared/plan/build-plan';
import { planSteps } from '../../shared/plan/planned';
import { apply } from '../../shared/vendor/apply';
import { type AssumptionSettings, assumptionIds } from '../../shared/vendor/assumptions';
import type { VendorEvent } from '../../shared/vendor/event';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import type { Organisation } from '../../shared/vendor/organisation';
import { organisationSpec } from '../../shared/vendor/organisation-spec';
import { type OrganisationSpec, readScenario, scenarioFormat } from '../../shared/vendor/scenario';
import { stateHash } from '../../shared/vendor/state-hash';
import { events, organisation, settings } from './organisations/arbitrary-scenario';
import { seed } from './organisations/seed';
import { viewEngine } from './organisations/view-engine';

const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, numRuns = 300): void =>
  fc.assert(property, { numRuns, seed: seed.value });

function load(spec: OrganisationSpec, assumed: AssumptionSettings): Organisation {
  const loaded = loadOrganisation(spec, assumed);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

function play(org: Organisation, sequence: readonly VendorEvent[]): Organisation {
  for (const [index, event] of sequence.entries()) apply(org, event, index);
  return org;
}

const asText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe(`what is printed and read again is the same (${seed.words})`, () => {
  it('a scenario', () =>
    check(
      fc.property(organisation, settings, events(8), fc.boolean(), (spec, assumed, sequence, mark) => {
        const assumptions = Object.fromEntries(assumptionIds.filter((id) => assumed[id] === 'other').map((id) => [id, 'other']));
        const printed = JSON.stringify({ format: scenarioFormat, organisation: spec, assumptions, events: sequence }, null, mark ? 2 : 0);
        const read = readScenario(`${mark ? '\ufeff' : ''}${printed}`);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(read.value).toEqual({ organisation: asText(spec), assumptions: assumed, events: asText(sequence) });
      }),
    ));

  it('an organisation that was only loaded: its scenario says the same, and what follows is the same', () =>
    check(
      fc.property(organisation, settings, events(6), (spec, assumed, sequence) => {
        const org = load(spec, assumed);
        const printed = organisationSpec(org);
        const again = load(printed, assumed);
        expect(organisationSpec(again)).toEqual(printed);
        expect(stateHash(load(organisationSpec(again), assumed))).toBe(stateHash(again));
        expect(viewEngine(play(again, sequence))).toEqual(viewEngine(play(org, sequence)));
      }),
      600,
    ));

  it('a plan, written piece by piece', () =>
    check(
      fc.property(organisation, settings, events(8), fc.boolean(), (spec, assumed, sequence, all) => {
        const steps = planSteps({ baseline: load(spec, assumed), events: sequence });
        let step = steps.next();
        while (step.done !== true) step = steps.next();
        expect(JSON.parse([...planJson(step.value, { all })].join(''))).toEqual(asText(buildPlan(step.value, { all })));
      }),
    ));
});

const people = ['ann@x.example', 'bob@x.example'] as const;
const displayName = fc.constantFrom('eng-a', 'qa-b', 'eu-c', 'ops', 'qa-d');

/** What one request says about one person. */
const about = (userName: string): fc.Arbitrary<VendorEvent> =>
  fc.oneof(
    fc.record({
      type: fc.constant('pushUser' as const),
      userName: fc.constant(userName),
      active: fc.option(fc.boolean(), { nil: undefined }),
      role: fc.option(fc.constantFrom('Admin' as const, 'Guest' as const), { nil: undefined }),
    }),
    fc.record({ type: fc.constant('deactivateUser' as const), userName: fc.constant(userName) }),
    fc.record({
      type: fc.constantFrom('addMembers' as const, 'removeMembers' as const),
      displayName,
      members: fc.constant([userName]),
    }),
    fc.record({
      type: fc.constant('setRole' as const),
      userName: fc.constant(userName),
      role: fc.constantFrom('Admin' as const, 'User' as const),
    }),
  );

describe(`what the documents treat as sets does not depend on order (${seed.words})`, () => {
  it('requests about two people: members are a set, and nobody’s place depends on another’s (sections 2 to 4)', () =>
    check(
      fc.property(organisation, settings, events(8), about(people[0]), about(people[1]), (spec, assumed, before, one, other) => {
        const start: VendorEvent[] = people.map((userName) => ({ type: 'pushUser', userName }));
        expect(viewEngine(play(load(spec, assumed), [...start, ...before, one, other]))).toEqual(
          viewEngine(play(load(spec, assumed), [...start, ...before, other, one])),
        );
      }),
      1000,
    ));

  it('the same request twice: adding, removing, replacing and pushing a person again change nothing (sections 2 and 3, J17)', () =>
    check(
      fc.property(organisation, settings, events(8), about(people[0]), (spec, assumed, before, event) => {
        const start: VendorEvent[] = [{ type: 'pushUser', userName: people[0] }, ...before, event];
        expect(viewEngine(play(load(spec, assumed), [...start, event]))).toEqual(viewEngine(play(load(spec, assumed), start)));
      }),
      600,
    ));
});
