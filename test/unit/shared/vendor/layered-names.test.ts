import { describe, expect, it } from 'vitest';
import { LayeredNames } from '../../../../shared/vendor/layered-names';
import { none } from '../../../../shared/vendor/model';
import { hashAt, packName, roomFor } from '../../../../shared/vendor/pack-name';

const all = (index: LayeredNames, asked: readonly string[]): readonly (number | undefined)[] => asked.map((name) => index.get(name));

const hashOf = (name: string): number => {
  const words = new Int32Array(roomFor(name));
  packName(name, words, 0);
  return words[hashAt] as number;
};

/** Names whose hashes end in the same ten bits: in a table of up to that many slots each wants the place of all the others. */
function colliding(count: number): readonly string[] {
  const found: string[] = [];
  for (let at = 0; found.length < count; at += 1) if ((hashOf(`p${at}@x.example`) & 0x3ff) === 0) found.push(`p${at}@x.example`);
  return found;
}

describe('user names in layers', () => {
  it('reads through to its parent, and what it writes and removes stays its own, also once it has taken its parent over', () => {
    const grandparent = new LayeredNames();
    for (let id = 0; id < 40; id += 1) grandparent.set(`given ${id}`, id);
    const parent = new LayeredNames(grandparent);
    parent.remove('given 1');
    parent.set('given 2', 102);
    const child = new LayeredNames(parent);
    child.remove('given 3');
    child.set('given 1', 201);
    const asked = ['given 0', 'given 1', 'given 2', 'given 3', 'own 0', 'own 29'];
    expect(all(child, asked)).toEqual([0, 201, 102, undefined, undefined, undefined]);
    for (let id = 0; id < 30; id += 1) child.set(`own ${id}`, 1000 + id);
    expect(all(child, asked)).toEqual([0, 201, 102, undefined, 1000, 1029]);
    child.remove('given 0');
    expect(all(child, asked)).toEqual([undefined, 201, 102, undefined, 1000, 1029]);
    expect(child.findAll(asked)).toEqual([none, 201, 102, none, 1000, 1029]);
    expect(all(parent, asked)).toEqual([0, undefined, 102, 3, undefined, undefined]);
    expect(all(grandparent, asked)).toEqual([0, 1, 2, 3, undefined, undefined]);
  });

  it('compares without case, in any script (RFC 7643 section 4.1.1)', () => {
    const index = new LayeredNames();
    index.set('Ann.LEE@Acme.example', 1);
    index.set('MÜLLER@acme.example', 2);
    index.set('ΟΔΥΣΣΕΥΣ', 3);
    index.set('İ@acme.example', 4);
    index.set('', 5);
    expect(all(index, ['ann.lee@acme.EXAMPLE', 'müller@ACME.example', 'Οδυσσευς', 'i̇@acme.example', ''])).toEqual([1, 2, 3, 4, 5]);
    // The Kelvin sign's lower case is a plain k.
    expect(index.get('\u212aim')).toBeUndefined();
    index.set('\u212aim', 6);
    expect(index.get('kim')).toBe(6);
  });

  it('does not take one name for another of the same characters in other words', () => {
    const index = new LayeredNames();
    index.set('\u6161\u6161', 1);
    index.set('aaaa', 2);
    index.set('aaa', 3);
    index.set('aaa\0', 4);
    expect(all(index, ['\u6161\u6161', 'aaaa', 'aaa', 'aaa\0', 'aa'])).toEqual([1, 2, 3, 4, undefined]);
  });

  it('finds names that were made to collide, each with its own number, before and after it has grown', () => {
    const names = colliding(200);
    const index = new LayeredNames();
    for (const [id, name] of names.entries()) index.set(name, id);
    expect(index.findAll(names)).toEqual(names.map((_, id) => id));
    index.remove(names[199] as string);
    index.set(names[198] as string, 7);
    expect(all(index, names.slice(197))).toEqual([197, 7, undefined]);
    const child = new LayeredNames(index);
    for (let id = 0; id < 5000; id += 1) child.set(`other ${id}`, 1000 + id);
    expect(child.findAll(names.slice(0, 197))).toEqual(names.slice(0, 197).map((_, id) => id));
    expect(all(child, [...names.slice(197), 'other 4999'])).toEqual([197, 7, undefined, 5999]);
  });
});
