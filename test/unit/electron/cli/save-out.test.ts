import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saveOut } from '../../../../electron/cli/save-out';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-out-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('ended by %s while it writes: exit code %d, the earlier file, and nothing by half', async (signal, code) => {
  const path = join(folder, 'plan.json');
  writeFileSync(path, 'the earlier one');
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  let left: readonly string[] = [];
  function* pieces() {
    yield 'the first half, ';
    expect(readdirSync(folder)).toHaveLength(2);
    expect(() => process.emit(signal, signal)).toThrow('ended');
    left = readdirSync(folder);
    throw new Error('no process writes on after its end');
  }
  await saveOut(path, pieces());
  expect(exit).toHaveBeenCalledWith(code);
  expect(left).toEqual(['plan.json']);
  expect(readFileSync(path, 'utf8')).toBe('the earlier one');
  expect(process.listenerCount(signal)).toBe(0);
});

test('what is not ended is written, and signals end the process by themselves again', async () => {
  const before = process.listenerCount('SIGHUP');
  expect(await saveOut(join(folder, 'a'), 'whole')).toMatchObject({ ok: true });
  expect(readdirSync(folder)).toEqual(['a']);
  expect(process.listenerCount('SIGHUP')).toBe(before);
});
