import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WritableMembers } from '../../../../shared/vendor/group-members';

const step = fc.record({ act: fc.constantFrom('join' as const, 'leave' as const, 'ask' as const), who: fc.nat({ max: 9 }) });

it('is a set in the order of joining, whether or not somebody was asked for or left', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 9 })), fc.array(step), (first, steps) => {
      const members = new WritableMembers(first);
      const expected = new Set(first);
      for (const { act, who } of steps) {
        if (act === 'ask') expect(members.has(who)).toBe(expected.has(who));
        else if (act === 'leave') expect(members.delete(who)).toBe(expected.delete(who));
        else if (!expected.has(who)) {
          members.append([who]);
          expected.add(who);
        }
        expect(members.size).toBe(expected.size);
        expect([...members]).toEqual([...expected]);
        expect(members.ids()).toEqual([...expected]);
      }
    }),
  );
});

it('keeps its members to itself: a copy changes alone', () => {
  const below = new WritableMembers([1, 2]);
  const above = new WritableMembers(below.ids());
  above.append([3]);
  above.delete(1);
  expect([[...below], [...above]]).toEqual([
    [1, 2],
    [2, 3],
  ]);
});
