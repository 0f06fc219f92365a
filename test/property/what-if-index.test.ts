import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGroupsOf, comparePeopleOf, compareSummaries } from '../../electron/node/preview/compare-runs';
import { PlanSlices } from '../../electron/node/preview/plan-slices';
import { RunIndex } from '../../electron/node/preview/run-index';
import { buildPlan } from '../../shared/plan/build-plan';
import { comparePlans } from '../../shared/plan/compare-plans';
import { type Planned, plan } from '../../shared/plan/planned';
import { WhatIf } from '../../shared/plan/what-if';
import type { WhatIfAction } from '../../shared/plan/what-if-action';
import { personKinds } from '../../shared/preview/person-kind';
import { inOneGo } from '../../shared/steps';
import type { AssumptionSettings } from '../../shared/vendor/assumptions';
import type { VendorEvent } from '../../shared/vendor/event';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import type { OrganisationSpec } from '../../shared/vendor/scenario';
import { adminEvent, events, organisation, providerEvent, rule, settings } from './organisations/arbitrary-scenario';
import { seed } from './organisations/seed';

const basics = { runId: 'run', at: '2026-11-24T08:00:00Z', tookMs: 1, notices: [] };
const userName = fc.constantFrom('ann@x.example', 'bob@x.example', 'cid@x.example', 'old@y.example', 'zoe@x.example');
const groupName = fc.constantFrom('eng-a', 'qa-b', 'eu-c', 'ops', 'qa-d');

type Events = Extract<WhatIfAction, { readonly kind: 'events' }>['events'];

const action: fc.Arbitrary<WhatIfAction> = fc.oneof(
  fc.record({ kind: fc.constant('rename-group' as const), displayName: groupName, to: groupName }),
  fc.record({ kind: fc.constantFrom('untick-group' as const, 'delete-group' as const, 'restore-group' as const), displayName: groupName }),
  fc.record({ kind: fc.constant('move-person' as const), userName, from: fc.option(groupName), to: fc.option(groupName) }),
  fc.record({ kind: fc.constant('change-rules' as const), rules: fc.array(rule, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('resolve-conflict' as const),
    userName,
    use: fc.constantFrom('current' as const, 'incoming' as const),
  }),
  fc.record({
    kind: fc.constant('events' as const),
    label: fc.constant('other events'),
    events: fc.array(fc.oneof(providerEvent, adminEvent), { minLength: 1, maxLength: 3 }).map((played) => played as Events),
  }),
);

function planOf(spec: OrganisationSpec, assumed: AssumptionSettings, sequence: readonly VendorEvent[]): Planned {
  const loaded = loadOrganisation(spec, assumed);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return plan({ baseline: loaded.value, events: sequence });
}

const sorts = ['userName', 'name', 'role', 'concurrencyGroup', 'subOrganization', 'teams'] as const;
const pages = { search: '', offset: 0, limit: 500 } as const;

/** Everything that the window can be told of a run. */
function told(slices: PlanSlices) {
  const { index } = slices;
  const people = [null, 'all' as const, ...personKinds].flatMap((kind) =>
    sorts.flatMap((sort) =>
      [true, false].map((descending) => slices.people({ ...pages, kind, group: null, sort, descending }).rows.map((row) => row.userName)),
    ),
  );
  const everybody = index.people.everyone();
  return {
    view: index.view,
    people,
    rows: everybody.map((id) => index.row(id)),
    found: slices.people({ ...pages, search: 'N', kind: 'all', group: null, sort: 'userName', descending: false }).rows,
    members: slices.people({ ...pages, kind: 'all', group: 'eng-a', sort: 'name', descending: true }).rows,
    details: everybody.map((id) => index.detail(index.people.userName(id))),
    groups: slices.groups({ ...pages, status: null, sort: 'displayName', descending: false }),
    entities: slices.entities({ ...pages, type: null, createdOnly: false }),
    conflicts: slices.conflicts(pages),
    refusals: slices.refusals(pages),
    warnings: slices.warnings({ ...pages, code: null }),
    flows: slices.flowSlice({ ...pages, status: null, conflictsOnly: false }),
  };
}

describe(`what a what-if shows (${seed.words})`, () => {
  it(
    'is what an index made from scratch shows, after each step and each step back',
    () =>
      fc.assert(
        fc.property(
          organisation,
          settings,
          events(10),
          fc.array(action, { minLength: 1, maxLength: 4 }),
          fc.boolean(),
          (spec, assumed, sequence, actions, undone) => {
            const planned = planOf(spec, assumed, sequence);
            const base = new PlanSlices(inOneGo(RunIndex.whole(planned, basics)));
            const whatIf = new WhatIf(planned);
            for (const each of actions) whatIf.play(each);
            if (undone) whatIf.undo();
            const now = whatIf.asPlanned();
            const over = inOneGo(RunIndex.over(base.index, now, whatIf.written(), basics));
            const whole = inOneGo(RunIndex.whole(now, basics));
            expect(told(new PlanSlices(over, base))).toEqual(told(new PlanSlices(whole)));

            const wholeDiff = comparePlans(buildPlan(planned, { all: true }), buildPlan(now, { all: true }));
            expect(compareSummaries(base.index, over)).toEqual(wholeDiff.summary);
            expect(comparePeopleOf(base.index, over).map(({ userName: name, from, to }) => ({ userName: name, from, to }))).toEqual(
              wholeDiff.people,
            );
            expect(compareGroupsOf(base.index, over).length > 0).toBe(wholeDiff.groups.length > 0);
          },
        ),
        { numRuns: 400, seed: seed.value },
      ),
    120_000,
  );
});
