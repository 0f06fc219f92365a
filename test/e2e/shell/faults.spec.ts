import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../app/fixtures';
import { startBeside } from '../app/start-beside';

test('a fault in main is written to the log without secrets, and the window is answered as before', async ({ app, userData }) => {
  await app.electron.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted fault, Authorization: Bearer abcdefghijklmnopqrstuvwxyz012345');
    });
    void Promise.reject(new Error('planted rejection'));
  });
  const log = () => readFile(join(userData, 'logs/main.log'), 'utf8').catch(() => '');
  await expect.poll(log).toContain('planted rejection');
  await expect.poll(log).toContain('planted fault');
  expect(await log()).not.toContain('abcdefghijklmnopqrstuvwxyz012345');
  const answer = await app.window.evaluate(() =>
    (globalThis as unknown as { preflight: { invoke: (channel: string) => Promise<{ ok: boolean }> } }).preflight.invoke('app:versions'),
  );
  expect(answer.ok).toBe(true);
});

test('an app that cannot open says why, and ends with 1', async ({ userData }) => {
  const blocked = join(userData, 'blocked');
  await writeFile(blocked, 'a file where the profile should be');
  const { code, stderr } = await startBeside(blocked, ['--smoke']);
  expect(stderr).toContain(`SCIM Preflight could not open: its profile folder ${blocked} cannot be used`);
  expect(code).toBe(1);
});
