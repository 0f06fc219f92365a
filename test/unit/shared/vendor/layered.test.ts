import { describe, expect, it } from 'vitest';
import { LayeredIndex } from '../../../../shared/vendor/layered';

const names = (index: LayeredIndex, asked: readonly string[]): readonly (number | undefined)[] => asked.map((name) => index.get(name));

describe('an index of names in layers', () => {
  it('reads through to its parent, and what it writes and removes stays its own, also once it has taken its parent over', () => {
    const grandparent = new LayeredIndex();
    for (let id = 0; id < 40; id += 1) grandparent.set(`given ${id}`, id);
    const parent = new LayeredIndex(grandparent);
    parent.remove('given 1');
    parent.set('given 2', 102);
    const child = new LayeredIndex(parent);
    child.remove('given 3');
    child.set('given 1', 201);
    const asked = ['given 0', 'given 1', 'given 2', 'given 3', 'own 0', 'own 29'];
    expect(names(child, asked)).toEqual([0, 201, 102, undefined, undefined, undefined]);
    for (let id = 0; id < 30; id += 1) child.set(`own ${id}`, 1000 + id);
    expect(names(child, asked)).toEqual([0, 201, 102, undefined, 1000, 1029]);
    child.remove('given 0');
    expect(names(child, asked)).toEqual([undefined, 201, 102, undefined, 1000, 1029]);
    expect(names(parent, asked)).toEqual([0, undefined, 102, 3, undefined, undefined]);
    expect(names(grandparent, asked)).toEqual([0, 1, 2, 3, undefined, undefined]);
  });
});
