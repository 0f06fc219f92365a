import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortInSteps } from '../../../shared/sort-in-steps';
import { inOneGo } from '../../../shared/steps';

it('sorts as the language does, equal entries in the order given, however many runs there are', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 5000 }), fc.nat(), (count, kinds, start) => {
      let random = start;
      const entries = Array.from({ length: count }, (_, at) => {
        random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
        return { key: random % kinds, at };
      });
      const compare = (a: { readonly key: number }, b: { readonly key: number }) => a.key - b.key;
      expect(inOneGo(sortInSteps(entries, compare))).toEqual([...entries].sort(compare));
    }),
    { numRuns: 30 },
  );
});
