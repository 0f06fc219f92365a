import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { oneAtATime, projectLock } from '../../../build/set-up/one-at-a-time.mjs';

describe('set-ups that hold one lock', () => {
  let root: string;
  const said: string[] = [];
  const say = (line: string) => void said.push(line);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'scim-preflight-lock-'));
    said.length = 0;
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('go one after the other, and the second says for whom it waits', async () => {
    const order: string[] = [];
    let finish = (): void => undefined;
    const first = oneAtATime(projectLock(root), say, async () => {
      order.push('first begins');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      order.push('first ends');
    });
    const second = oneAtATime(projectLock(root), say, async () => void order.push('second'));
    expect(said).toEqual([`waiting for another set-up (process ${process.pid})`]);
    finish();
    await Promise.all([first, second]);
    expect(order).toEqual(['first begins', 'first ends', 'second']);
  });

  test('do not wait for one that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    mkdirSync(dirname(projectLock(root)));
    writeFileSync(projectLock(root), String(pid));
    expect(await oneAtATime(projectLock(root), say, async () => 'done')).toBe('done');
    expect(said).toEqual([]);
  });

  test('do not wait for one that failed', async () => {
    await expect(oneAtATime(projectLock(root), say, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    expect(await oneAtATime(projectLock(root), say, async () => 'done')).toBe('done');
  });
});
