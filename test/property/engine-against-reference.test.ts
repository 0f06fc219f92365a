import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../shared/vendor/apply';
import { type AssumptionSettings, defaultAssumptions } from '../../shared/vendor/assumptions';
import type { VendorEvent } from '../../shared/vendor/event';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import type { OrganisationSpec } from '../../shared/vendor/scenario';
import { loadFacts } from '../reference/load-facts';
import { playEvent } from '../reference/play-event';
import { viewFacts } from '../reference/view-facts';
import { conflictEvents, conflictSettings, contested } from './organisations/arbitrary-conflicts';
import { events, organisation, settings } from './organisations/arbitrary-scenario';
import { seed } from './organisations/seed';
import { viewEngine } from './organisations/view-engine';

/**
 * The engine and the reference model (test/reference/, written from the documents alone) play the same random organisations and
 * events. `REFERENCE_RUNS=100000 REFERENCE_EVENTS=30 npx vitest run test/property/engine-against-reference.test.ts` runs longer;
 * `REFERENCE_SEED` repeats a run, `random` draws one.
 */
const runs = Number(process.env['REFERENCE_RUNS'] ?? 5000);
const length = Number(process.env['REFERENCE_EVENTS'] ?? 14);

describe('the engine and the reference model', () => {
  it(`agree on people, groups, mappings, entities, conflicts and refusals after every event (${seed.words})`, () => {
    fc.assert(fc.property(organisation, settings, events(length), compare), { numRuns: runs, seed: seed.value, verbose: 1 });
  }, 3_600_000);

  it(`agree where three groups pull one person to and fro and an admin answers again and again (${seed.words})`, () => {
    fc.assert(
      fc.property(conflictSettings, conflictEvents(length + 2), (assumed, sequence) => compare(contested, assumed, sequence)),
      { numRuns: Math.ceil(runs / 2), seed: seed.value, verbose: 1 },
    );
  }, 3_600_000);

  it('agree that what waits does not push out what was given meanwhile (section 7: the person keeps the current assignment)', () => {
    const approve = (displayName: string, type: 'Team' | 'SubOrganization', name: string): VendorEvent => ({
      type: 'approveMapping',
      displayName,
      entity: { type, name },
    });
    const spec: OrganisationSpec = {
      users: [{ userName: 'ann@x.example' }],
      entities: [{ type: 'SubOrganization', name: 'EU' }],
      groups: ['first', 'moves', 'later'].map((displayName) => ({ displayName, members: ['ann@x.example'] })),
    };
    const sequence = [
      approve('first', 'Team', 'A'),
      approve('moves', 'SubOrganization', 'EU'),
      approve('later', 'Team', 'B'),
      { type: 'deleteGroup', displayName: 'first' } as const,
    ];
    compare(spec, defaultAssumptions, sequence);
    const loaded = loadOrganisation(spec, defaultAssumptions);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    for (const [index, event] of sequence.entries()) apply(loaded.value, event, index);
    expect(viewEngine(loaded.value)).toMatchObject({
      people: [{ teams: ['B'], subOrganization: null }],
      conflicts: ['ann@x.example crossType: later=B [] → moves=EU'],
    });
  });
});

function compare(spec: OrganisationSpec, assumed: AssumptionSettings, sequence: readonly VendorEvent[]): void {
  const loaded = loadOrganisation(spec, assumed);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  let facts = loadFacts(spec, assumed);
  const turned = Object.entries(assumed)
    .filter(([, value]) => value === 'other')
    .map(([id]) => id);
  expect(viewEngine(loaded.value), `as given, other: ${turned.join(' ')}`).toEqual(viewFacts(facts));
  for (const [index, event] of sequence.entries()) {
    const { refusals } = apply(loaded.value, event, index);
    const played = playEvent(facts, event);
    facts = played.facts;
    const where = `after event ${index} ${JSON.stringify(event)}, other: ${turned.join(' ')}`;
    expect(
      refusals.map((refusal) => refusal.status),
      where,
    ).toEqual(played.refused);
    expect(viewEngine(loaded.value), where).toEqual(viewFacts(facts));
  }
}
