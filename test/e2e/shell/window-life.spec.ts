import { existsSync, readlinkSync } from 'node:fs';
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

test('a start while the app closes is not lost: the app comes back', async ({ start, userData }) => {
  const { electron } = await start();
  const first = electron.process().pid;
  const ended = electron.waitForEvent('close');
  // Closing takes a while where a journal has to be brought onto the disk.
  await electron.evaluate(({ app }) => {
    const quit = app.quit.bind(app);
    app.quit = () => setTimeout(quit, 2000);
    quit();
  });
  expect(await startBeside(userData)).toMatchObject({ code: 0 });
  await ended;
  // Chromium's lock on the profile names its process: "host-1234".
  const holder = () => Number(readlinkSync(join(userData, 'SingletonLock')).split('-').at(-1));
  await expect.poll(() => existsSync(`${userData}/SingletonSocket`) && holder() !== first).toBe(true);
  process.kill(holder(), 'SIGKILL');
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
