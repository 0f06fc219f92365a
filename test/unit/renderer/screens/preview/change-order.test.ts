import { describe, expect, it } from 'vitest';
import { type ChangeOrder, followOrder, noOrder } from '../../../../../renderer/screens/preview/change-order';

/** Choices made, what-ifs made; and of which kinds one can be made again. */
type Stand = readonly [choices: number, whatIfs: number, canRedo?: string];

const follow = (...stands: readonly Stand[]): ChangeOrder =>
  stands.reduce(
    (order, [choices, whatIfs, canRedo = '']) =>
      followOrder(order, {
        choice: { made: choices, canRedo: canRedo.includes('c') },
        'what-if': { made: whatIfs, canRedo: canRedo.includes('w') },
      }),
    noOrder,
  );

describe('the order of choices and what-ifs', () => {
  it('is that in which they were made, also where one kind comes twice', () => {
    expect(follow([1, 0], [1, 1], [2, 1]).past).toEqual(['choice', 'what-if', 'choice']);
  });

  it('is gone back and forth through', () => {
    const back = follow([1, 0], [1, 1], [2, 1], [1, 1, 'c'], [1, 0, 'cw']);
    expect(back).toEqual({ past: ['choice'], future: ['choice', 'what-if'] });
    expect(follow([1, 0], [1, 1], [2, 1], [1, 1, 'c'], [1, 0, 'cw'], [1, 1, 'c'])).toEqual({
      past: ['choice', 'what-if'],
      future: ['choice'],
    });
  });

  it('forgets what can no longer be made again', () => {
    expect(follow([1, 0], [1, 1], [1, 0, 'w'], [2, 0, 'w']).future).toEqual(['what-if']);
    expect(follow([1, 0], [1, 1], [1, 0, 'w'], [1, 1]).future).toEqual([]);
  });

  it('has what-ifs of an earlier start before any choice, and all that are taken back at once one by one', () => {
    expect(follow([1, 2]).past).toEqual(['what-if', 'what-if', 'choice']);
    expect(follow([0, 3], [0, 0, 'w'])).toEqual({ past: [], future: ['what-if', 'what-if', 'what-if'] });
  });
});
