import fc from 'fast-check';
import { describe, it } from 'vitest';
import { LayeredNames } from '../../shared/vendor/layered-names';
import { none } from '../../shared/vendor/model';
import { userKey } from '../../shared/vendor/names';
import { seed } from './organisations/seed';

const name = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('a', 'A', 'ß', 'ẞ', 'K', 'k', 'K', 'İ', 'i̇', 'Σ', 'ς', 'σ'),
  fc.integer({ min: 0, max: 400 }).map((at) => `Person${at}@Acme.example`),
);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('set' as const), name, id: fc.nat(99) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fork' as const) }) },
);

describe('user names as numbers', () => {
  it(`tell what a Map by lower-case names would tell, over any number of layers (${seed.words})`, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), fc.array(name, { maxLength: 300 }), (steps, others) => {
        let index = new LayeredNames();
        const model = new Map<string, number>();
        const asked = [...others];
        for (const each of steps) {
          if (each.do === 'fork') index = new LayeredNames(index);
          else {
            asked.push(each.name);
            if (each.do === 'set') {
              index.set(each.name, each.id);
              model.set(userKey(each.name), each.id);
            } else {
              index.remove(each.name);
              model.delete(userKey(each.name));
            }
          }
        }
        const found = index.findAll(asked);
        return asked.every((text, at) => {
          const id = model.get(userKey(text));
          return found[at] === (id ?? none) && index.get(text) === id;
        });
      }),
      { seed: seed.value, numRuns: 300 },
    );
  });
});
