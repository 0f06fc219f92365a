import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { clipboardText } from '../app/copy-text';
import { expect, test } from '../app/fixtures';
import { projectFolder } from '../app/launch';
import { openDemo } from '../app/open-demo';
import { runPreview } from '../preview/run-preview';

const executable = {
  linux: 'linux-unpacked/scim-preflight',
  darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}/SCIM Preflight.app/Contents/MacOS/SCIM Preflight`,
  win32: 'win-unpacked/SCIM Preflight.exe',
}[process.platform as 'linux' | 'darwin' | 'win32'];
const packaged = join(projectFolder, 'release/trial', executable);

/** Playwright has Electron use no keyring of the machine; a packaged app has to be told. */
const packagedApp = { executablePath: packaged, args: ['--password-store=basic'] };

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  await promisify(execFile)(process.execPath, [join(projectFolder, 'build/package.mjs'), '--trial'], { cwd: projectFolder });
});

test('the packaged app opens its window and answers it', async ({ start }) => {
  const { electron, window } = await start(packagedApp);
  const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as { version: string };
  const answer = await window.evaluate(() =>
    (globalThis as unknown as { preflight: { invoke: (channel: string) => Promise<unknown> } }).preflight.invoke('app:versions'),
  );
  expect(answer).toMatchObject({ ok: true, value: { app: version } });
  const about = await electron.evaluate(({ app, Menu }) => ({
    isPackaged: app.isPackaged,
    appPath: app.getAppPath(),
    roles: Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items.map(({ role }) => String(role).toLowerCase()) ?? []),
  }));
  expect(about.isPackaged).toBe(true);
  expect(about.appPath).toMatch(/app\.asar$/);
  expect(about.roles).not.toContain('toggledevtools');
});

test('the packaged app makes the demo and previews it, with its worker and data from the archive', async ({ start }) => {
  const { window } = await start(packagedApp);
  await openDemo(window);
  await runPreview(window);
  await expect(window.getByRole('tab', { name: /^People \([1-9]/ })).toBeVisible();
});

test('the packaged app answers and journals a SCIM request, with its native binding from beside the archive', async ({ start }) => {
  const app = await start(packagedApp);
  await openDemo(app.window);
  const workspaceId = await app.window.locator('button[data-workspace]').getAttribute('data-workspace');
  const ask = (channel: string, more: object = {}) =>
    app.window.evaluate(
      ([name, input]) =>
        (globalThis as unknown as { preflight: { invoke: (channel: string, input: object) => Promise<unknown> } }).preflight.invoke(
          name,
          input,
        ),
      [channel, { workspaceId, ...more }] as const,
    );
  const started = (await ask('server:start', { port: 0 })) as { value: { value: { view: { state: { baseUrl: string } } } } };
  await ask('server:copy-token');
  const answer = await fetch(`${started.value.value.view.state.baseUrl}/Users?count=1`, {
    headers: { Authorization: `Bearer ${await clipboardText(app)}` },
  });
  expect(answer.status).toBe(200);
  expect(await ask('server:log', { expression: '', before: null, limit: 10 })).toMatchObject({
    ok: true,
    value: { ok: true, value: { total: 1, rows: [{ method: 'GET', status: 200 }] } },
  });
});

test('its fuses are those of a release, but for the inspector that this test needs', async () => {
  const wire = await getCurrentFuseWire(packaged);
  // The wire holds the characters 0 and 1.
  const state = (fuse: FuseV1Options) => String.fromCharCode(Number(wire[fuse])) === '1';
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspector: state(FuseV1Options.EnableNodeCliInspectArguments),
    asarOnly: state(FuseV1Options.OnlyLoadAppFromAsar),
    asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
  }).toEqual({ runAsNode: false, nodeOptions: false, inspector: true, asarOnly: true, asarIntegrity: true });
});
