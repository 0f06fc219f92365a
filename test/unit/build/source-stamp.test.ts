import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceStamp } from '../../../build/source-stamp.mjs';

let root: string;
const stamp = () => sourceStamp(root, ['package.json', 'src']);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stamp-'));
  await mkdir(join(root, 'src/deep'), { recursive: true });
  await writeFile(join(root, 'package.json'), '{}');
  await writeFile(join(root, 'src/deep/a.ts'), 'a');
  await writeFile(join(root, 'src/b.ts'), 'b');
});
afterEach(() => rm(root, { recursive: true }));

test('is the same while nothing changes, whatever the files’ times', async () => {
  const before = stamp();
  await utimes(join(root, 'src/b.ts'), 0, 0);
  expect(stamp()).toBe(before);
});

test.each([
  ['a file is edited', () => writeFile(join(root, 'src/deep/a.ts'), 'A')],
  ['a file is added', () => writeFile(join(root, 'src/c.ts'), '')],
  ['a file is removed', () => rm(join(root, 'src/b.ts'))],
  ['a file is renamed', () => rename(join(root, 'src/b.ts'), join(root, 'src/c.ts'))],
  [
    'text moves from one file to its neighbour',
    async () => {
      await writeFile(join(root, 'src/b.ts'), '');
      await writeFile(join(root, 'src/deep/a.ts'), 'ab');
    },
  ],
  ['a named file goes', () => rm(join(root, 'package.json'))],
])('differs when %s', async (_what, change) => {
  const before = stamp();
  await change();
  expect(stamp()).not.toBe(before);
});
