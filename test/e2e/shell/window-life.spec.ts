import { join } from 'node:path';
import { expect, test } from '../app/fixtures';
import type { PreflightApp } from '../app/launch';
import { startBeside } from '../app/start-beside';

const bounds = ({ electron }: PreflightApp) => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

test('opens where it was closed', async ({ start }) => {
  const wished = { x: 120, y: 90, width: 1111, height: 777 };
  const first = await start();
  await first.electron.evaluate(({ BrowserWindow }, rectangle) => BrowserWindow.getAllWindows()[0]?.setBounds(rectangle), wished);
  await expect.poll(() => bounds(first)).toEqual(wished);
  await first.electron.close();
  expect(await bounds(await start())).toEqual(wished);
});

test('opens centred when it was closed on a screen that is gone', async ({ start }) => {
  const first = await start();
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setPosition(-5000, 0));
  await first.electron.close();
  const seen = await bounds(await start());
  expect(seen?.x).toBeGreaterThanOrEqual(0);
});

test('a second start on the same profile ends, and brings the first window forward', async ({ start, userData }) => {
  const app = await start();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await startBeside(userData)).toMatchObject({ code: 0 });
  await expect
    .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible())))
    .toEqual([true]);
});

test('two profiles run side by side', async ({ start, userData }) => {
  await start();
  const { code, stdout } = await startBeside(join(userData, 'beside'), ['--smoke']);
  expect(stdout).toMatch(/^SCIM Preflight \d+\.\d+\.\d+, Electron \S+, Chrome \S+, Node \S+: usable in \d+ ms \(\d+ controls\)\n$/);
  expect(code).toBe(0);
});

test('closing the window ends the app', async ({ start }) => {
  const { electron } = await start();
  const running = electron.process();
  const ended = electron.waitForEvent('close');
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await ended;
  expect(running.exitCode).toBe(0);
});
