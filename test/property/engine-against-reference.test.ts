import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../shared/vendor/apply';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import { loadFacts } from '../reference/load-facts';
import { playEvent } from '../reference/play-event';
import { viewFacts } from '../reference/view-facts';
import { events, organisation, settings } from './organisations/arbitrary-scenario';
import { viewEngine } from './organisations/view-engine';

const runs = Number(process.env['REFERENCE_RUNS'] ?? 2000);
const seed = Number(process.env['REFERENCE_SEED'] ?? (Math.random() * 0x7fffffff) | 0);

describe('the engine and the reference model', () => {
  it('agree after every event', () => {
    fc.assert(
      fc.property(organisation, settings, events(12), (spec, assumed, sequence) => {
        const loaded = loadOrganisation(spec, assumed);
        if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
        let facts = loadFacts(spec, assumed);
        const other = Object.entries(assumed)
          .filter(([, value]) => value === 'other')
          .map(([id]) => id)
          .join(' ');
        expect(viewEngine(loaded.value), `as given (${other})`).toEqual(viewFacts(facts));
        for (const [index, event] of sequence.entries()) {
          const applied = apply(loaded.value, event, index);
          const played = playEvent(facts, event);
          facts = played.facts;
          const where = `after event ${index} ${JSON.stringify(event)} (${other})`;
          expect(
            applied.refusals.map((refusal) => refusal.status),
            where,
          ).toEqual(played.refused);
          expect(viewEngine(loaded.value), where).toEqual(viewFacts(facts));
        }
      }),
      { numRuns: runs, seed, verbose: 1 },
    );
  }, 600_000);
});
