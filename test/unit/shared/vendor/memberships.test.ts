import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Memberships } from '../../../../shared/vendor/memberships';

type Lists = readonly (readonly (readonly [group: number, seq: number])[])[];

const people = [0, 1, 2, 3, 4];

const listsOf = (memberships: Memberships): Lists =>
  people.map((id) => memberships.groupIds(id).map((group, at) => [group, memberships.joinSeqs(id)[at] as number] as const));

const step = fc.record({
  act: fc.constantFrom('join' as const, 'leave' as const, 'date' as const),
  who: fc.subarray(people),
  group: fc.nat({ max: 20 }),
});

/** The same by lists that are copied whole: people join a group they are not in, leave one they are in. */
function play(memberships: Memberships, before: Lists, steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Lists {
  let lists = before;
  for (const [seq, { act, who, group }] of steps.entries()) {
    const isIn = (id: number): boolean => lists[id]?.some(([joined]) => joined === group) === true;
    const concerned = new Set(who.filter((id) => (act === 'join' ? !isIn(id) : isIn(id))));
    // Whoever is in the group, or named twice, is not in it twice.
    if (act === 'join') expect(memberships.enter([...who, ...who], group, seq)).toEqual([...concerned]);
    for (const id of concerned) {
      if (act === 'leave') memberships.leave(id, group);
      if (act === 'date')
        memberships.date(
          id,
          memberships.groupIds(id).map((_, at) => 100 + at),
        );
    }
    lists = lists.map((list, id) => {
      if (!concerned.has(id)) return list;
      if (act === 'join') return [...list, [group, seq] as const];
      return act === 'leave' ? list.filter(([joined]) => joined !== group) : list.map(([joined], at) => [joined, 100 + at] as const);
    });
  }
  return lists;
}

describe('who is in which groups', () => {
  it('is kept in the order of joining, and a layer changes its own lists only', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.array(step),
        fc.array(step),
        fc.constantFrom('many', 'few'),
        (first, then, last, writes) => {
          const given = new Memberships();
          const child = new Memberships(given, people.length, writes as 'many' | 'few');
          const grandchild = new Memberships(child, people.length, writes as 'many' | 'few');
          const start = play(
            given,
            people.map(() => []),
            first,
          );
          const middle = play(child, start, then);
          const end = play(grandchild, middle, last);
          expect(listsOf(given)).toEqual(start);
          expect(listsOf(child)).toEqual(middle);
          expect(listsOf(grandchild)).toEqual(end);
          for (const id of people) for (const [group, seq] of end[id] ?? []) expect(grandchild.seqOf(id, group)).toBe(seq);
          expect(grandchild.seqOf(0, 99)).toBe(-1);
        },
      ),
    );
  });
});
