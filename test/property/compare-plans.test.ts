import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../shared/plan/build-plan';
import { comparePlans, isSamePlan, type PlanDiff } from '../../shared/plan/compare-plans';
import type { Plan } from '../../shared/plan/plan';
import { planSteps } from '../../shared/plan/planned';
import type { AssumptionSettings } from '../../shared/vendor/assumptions';
import type { VendorEvent } from '../../shared/vendor/event';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import type { OrganisationSpec } from '../../shared/vendor/scenario';
import { conflictEvents, conflictSettings, contested } from './organisations/arbitrary-conflicts';
import { events, organisation, settings } from './organisations/arbitrary-scenario';
import { seed } from './organisations/seed';

function planOf(spec: OrganisationSpec, assumed: AssumptionSettings, sequence: readonly VendorEvent[]): Plan {
  const loaded = loadOrganisation(spec, assumed);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const steps = planSteps({ baseline: loaded.value, events: sequence });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return buildPlan(step.value);
  }
}

/** All that a plan says, but for how it came about. */
const said = ({ summary, groups, entities, people, conflicts, refusals, warnings }: Plan): string =>
  JSON.stringify([summary, groups, entities, people, conflicts, refusals, warnings]);

const parts = ['people', 'reasons', 'groups', 'entities', 'conflicts', 'refusals', 'warnings', 'summary'] as const;
const isEmpty = (diff: PlanDiff, part: (typeof parts)[number]): boolean => {
  const found = diff[part];
  return 'onlyFrom' in found ? found.onlyFrom.length + found.onlyTo.length === 0 : found.length === 0;
};

describe(`the comparison of two plans (${seed.words})`, () => {
  it('is empty exactly where they say the same: people with their reasons, groups and mappings, places, conflicts, refusals, warnings', () => {
    const met = { same: 0, other: 0 };
    const differing = new Set<string>();
    const asGiven = fc.tuple(organisation, settings, events(8), events(2));
    const answered = fc.tuple(fc.constant(contested), conflictSettings, conflictEvents(8), conflictEvents(3));
    fc.assert(
      fc.property(fc.oneof(asGiven, answered), ([spec, assumed, first, more]) => {
        const from = planOf(spec, assumed, first);
        const to = planOf(spec, assumed, [...first, ...more]);
        const diff = comparePlans(from, to);
        met[said(from) === said(to) ? 'same' : 'other'] += 1;
        expect(isSamePlan(diff), JSON.stringify(diff)).toBe(said(from) === said(to));
        for (const part of parts) if (!isEmpty(diff, part)) differing.add(part);
        // Turned round, it says the same the other way.
        const back = comparePlans(to, from);
        for (const part of parts) expect(isEmpty(back, part), part).toBe(isEmpty(diff, part));
      }),
      { numRuns: 600, seed: seed.value },
    );
    // Both happened, and each part differed at least once.
    expect(met.same).toBeGreaterThan(20);
    expect(met.other).toBeGreaterThan(20);
    expect([...differing].sort()).toEqual([...parts].sort());
  });
});
