import { describe, expect, it } from 'vitest';
import { compareCells } from '../../../../renderer/components/compare-cells';

describe('the order of cells', () => {
  it.each([
    [
      ['team-10', 'team-2', 'Team-1'],
      ['Team-1', 'team-2', 'team-10'],
    ],
    [
      [10, 9, 100],
      [9, 10, 100],
    ],
    [
      ['b', null, 'a'],
      ['a', 'b', null],
    ],
  ])('%j is filed as %j', (given, filed) => {
    expect([...given].sort(compareCells)).toEqual(filed);
  });
});
