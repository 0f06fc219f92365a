import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createWorkspace } from '../app/create-workspace';
import { findAxeViolations } from '../app/find-axe-violations';
import { test as base, expect } from '../app/fixtures';
import { projectFolder } from '../app/launch';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';
import { importScenario } from '../preview/import-scenario';
import { saveTo } from '../preview/save-to';
import { runCli } from './run-cli';

const acme = join(projectFolder, '../shared/data/acme/scenario.json');

const test = base.extend<{ readonly folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'scim-preflight-bundle-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

const drop = (window: Page, file: string) => window.locator('main input[type="file"]').setInputFiles(file);
const heading = (window: Page, name: string) => window.getByRole('main').getByText(name, { exact: true });

async function makeBundle(window: Page, source: 'preview' | 'server'): Promise<void> {
  await openScreen(window, `bundle/make/${source}`);
  await window.getByRole('button', { name: 'Show what would go in' }).click();
  await expect(heading(window, 'Nothing is written yet')).toBeVisible();
}

test('an admin sees what goes in, proves who is not in it, saves it, and the command plays it back', async ({ app, folder }) => {
  const { window } = app;
  await createWorkspace(window, 'Acme');
  await importScenario(window, acme);
  await makeBundle(window, 'preview');

  await test.step('every part is shown, and can be read letter for letter', async () => {
    const parts = window.getByRole('table', { name: 'Parts of the bundle' });
    // The head, and all parts but groups and requests: the scenario has no group before it begins.
    await expect(parts.getByRole('row')).toHaveCount(6);
    await parts.getByRole('button', { name: 'Read Users at the vendor' }).click();
    const records = window.getByRole('grid', { name: 'Users at the vendor' });
    await expect(records.getByText('scenario.organisation.users[0]', { exact: true })).toBeVisible();
    await expect(records).toContainText('"userName":"person-1@domain-1.example"');
    expect(await findAxeViolations(window)).toEqual([]);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('a person of the organisation is nowhere in it', async () => {
    const scenario = JSON.parse(await readFile(acme, 'utf8'));
    const { userName } = scenario.organisation.users[0];
    await window.getByLabel('See for yourself that somebody is not in it').fill(` ${userName.toUpperCase()} `);
    await window.keyboard.press('Enter');
    await expect(heading(window, `“${userName.toUpperCase()}” does not occur`)).toBeVisible();
    await expect(window.getByRole('main')).toContainText('person-1@domain-1.example; only you can see that');
    await window.getByLabel('See for yourself that somebody is not in it').fill('person-1@');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('main').getByText(/“person-1@” occurs/)).toBeVisible();
    expect(await findAxeViolations(window)).toEqual([]);
  });

  await test.step('it is saved byte for byte as the command writes it', async () => {
    const path = join(folder, 'from-window.json');
    await saveTo(app, path);
    await window.getByRole('button', { name: 'Save…' }).click();
    await expect(heading(window, 'The bundle is saved')).toBeVisible();
    await expect(window.getByRole('main').getByText(path)).toBeVisible();
    const bytes = await readFile(path);
    await expect(window.getByRole('main').getByText(createHash('sha256').update(bytes).digest('hex'))).toBeVisible();
    await window.getByRole('button', { name: 'Copy fingerprint' }).click();
    await expect(window.getByRole('button', { name: 'Copied fingerprint' })).toBeVisible();
    await runCli('bundle', acme, '--out', join(folder, 'from-command.json'));
    expect(bytes.equals(await readFile(join(folder, 'from-command.json')))).toBe(true);
    expect(JSON.parse(await runCli('replay', path, '--json'))).toEqual({ identical: true, differences: [] });
  });
});

test('a bundle of the command is opened in the window, without a workspace, and touches none', async ({ app, userData, folder }) => {
  const { window } = app;
  const path = join(folder, 'from-command.json');
  await runCli('bundle', acme, '--out', path);
  const workspaces = join(userData, 'workspaces');
  await mkdir(workspaces, { recursive: true });
  const before = await readdir(workspaces);
  await openScreen(window, 'bundle/open');
  expect(await findAxeViolations(window)).toEqual([]);
  await drop(window, path);
  await expect(heading(window, 'It plays back bit for bit')).toBeVisible();
  const bundle = JSON.parse(await readFile(path, 'utf8'));
  await expect(window.getByRole('region', { name: 'The plan in numbers' })).toContainText(
    bundle.plan.summary.peopleChanged.toLocaleString('en-GB'),
  );
  const first = bundle.plan.people.find(
    ({ before: was, after }: { before: unknown; after: unknown }) => JSON.stringify(was) !== JSON.stringify(after),
  );
  await expect(window.getByRole('grid', { name: 'People before and after' })).toContainText(first.userName);
  expect(await findAxeViolations(window)).toEqual([]);
  expect(await readdir(workspaces)).toEqual(before);

  await test.step('it is still there after a look at another screen, until it is closed', async () => {
    await openScreen(window, 'settings');
    await openScreen(window, 'bundle/open');
    await expect(heading(window, 'It plays back bit for bit')).toBeVisible();
    await window.getByRole('tab', { name: /To look at/ }).click();
    await expect(window.getByRole('grid', { name: 'Warnings, conflicts and refusals' })).toBeVisible();
    await window.getByRole('button', { name: 'Close the bundle' }).click();
    await expect(window.getByText('Drop a support bundle here')).toBeVisible();
  });

  await test.step('where the plan is another, the first place is named', async () => {
    const changed = structuredClone(bundle);
    changed.plan.summary.pending += 1;
    changed.plan.people[3].userName = 'somebody';
    await writeFile(path, JSON.stringify(changed));
    await drop(window, path);
    await expect(heading(window, 'It plays back differently, in 2 places')).toBeVisible();
    await expect(window.getByRole('status').filter({ hasText: 'It plays back differently' })).toContainText('summary.pending');
    const differences = window.getByRole('table', { name: 'Differences between the two plans' });
    await expect(differences.getByRole('row').nth(2)).toContainText('people[3].userName');
    await expect(differences.getByRole('row').nth(2)).toContainText('"somebody"');
    expect(await findAxeViolations(window)).toEqual([]);
  });
});

test('what the local server recorded leaves without names, and the command makes the same of its folder', async ({
  start,
  userData,
  folder,
}) => {
  const app = await start();
  const { window, electron } = app;
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'server');
  await window.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(window.getByText('running', { exact: true })).toBeVisible();
  const baseUrl = await window.getByText(/^http:\/\/127\.0\.0\.1:\d+\/scim\/v2$/).textContent();
  await window.getByRole('button', { name: 'Copy bearer token' }).click();
  await expect(window.getByRole('button', { name: 'Copied bearer token' })).toBeVisible();
  const token = await electron.evaluate(({ clipboard }) => clipboard.readText());
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' };
  // As JumpCloud does: look the person up, then create them.
  await fetch(`${baseUrl}/Users?filter=${encodeURIComponent('userName eq "nia.new@initrode.example"')}`, { headers });
  await fetch(`${baseUrl}/Users`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      userName: 'nia.new@initrode.example',
      displayName: 'Nia New',
      name: { givenName: 'Nia', familyName: 'New' },
      active: true,
    }),
  });

  await window.getByRole('button', { name: 'Export' }).click();
  await window.getByRole('menuitem', { name: 'Support bundle, without people’s names…' }).click();
  await window.getByRole('button', { name: 'Show what would go in' }).click();
  await expect(heading(window, 'No e-mail address is left')).toBeVisible();
  const path = join(folder, 'server.json');
  await saveTo(app, path);
  await window.getByRole('button', { name: 'Save…' }).click();
  await expect(heading(window, 'The bundle is saved')).toBeVisible();
  const text = await readFile(path, 'utf8');
  expect(text).not.toMatch(/\bnia\b|initrode/i);
  expect(text).not.toContain(token);
  expect(JSON.parse(text).exchanges).toHaveLength(2);
  expect(JSON.parse(await runCli('replay', path, '--json'))).toEqual({ identical: true, differences: [] });

  await test.step('its requests are shown where it is opened', async () => {
    await openScreen(window, 'bundle/open');
    await drop(window, path);
    await window.getByRole('tab', { name: 'Requests (2)' }).click();
    await window.getByRole('grid', { name: 'Requests of the bundle' }).getByRole('row').nth(2).click();
    await expect(window.getByRole('dialog')).toContainText('person-1@domain-1.example');
    await window.keyboard.press('Escape');
  });

  await test.step('once the window has let go of the journal, the command makes the same bundle of it', async () => {
    await electron.close();
    const [workspace] = await readdir(join(userData, 'workspaces'));
    await runCli('bundle', join(userData, 'workspaces', String(workspace), 'scim-server'), '--out', join(folder, 'command.json'));
    expect(await readFile(join(folder, 'command.json'), 'utf8')).toBe(text);
  });
});

test('a file that is no bundle is refused with what to do, and the next one is read', async ({ app, folder }) => {
  const { window } = app;
  await openScreen(window, 'bundle/open');
  const alert = window.getByRole('main').getByRole('alert');
  const path = join(folder, 'a.json');
  for (const [content, words] of [
    ['hello', 'Expected JSON'],
    ['{"format":"scim-preflight/bundle@1","madeBy"', 'cut-off end'],
    ['{"format":"scim-preflight/bundle@7"}', 'made by another version'],
    ['{"format":"scim-preflight/scenario@1"}', 'This is a scenario file'],
    [Buffer.from([0x7b, 0xfc, 0x7d]), 'Take the file as it was written'],
    [await readFile(acme), 'This is a scenario file'],
  ] as const) {
    await writeFile(path, content);
    await drop(window, path);
    await expect(alert).toContainText(words);
  }
  expect(await findAxeViolations(window)).toEqual([]);

  await test.step('one that is too large is not even read', async () => {
    await truncate(path, 300_000_000);
    await drop(window, path);
    await expect(window.getByRole('main')).toContainText('at most 268.4 MB can be read here');
  });

  // The same name once more: it is read anew.
  await runCli('bundle', acme, '--out', path);
  await drop(window, path);
  await expect(heading(window, 'It plays back bit for bit')).toBeVisible();
});

test('both are reached from menu, keyboard and palette; a cancel leaves nothing behind', async ({ app }) => {
  const { window, electron } = app;
  await openDemo(window);
  const choose = (label: string) =>
    electron.evaluate(({ Menu }, wanted) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
      items.find((item) => item.label === wanted)?.click();
    }, label);
  const shown = (name: string) => expect(window.getByRole('tab', { name, selected: true })).toBeVisible();
  await choose('Open a support bundle…');
  await shown('Open one');
  await choose('Make a support bundle…');
  await shown('Make one');
  await window.keyboard.press('ControlOrMeta+Shift+O');
  await shown('Open one');
  await window.keyboard.press('ControlOrMeta+Shift+B');
  await shown('Make one');
  await openScreen(window, 'preview');
  await window.keyboard.press('ControlOrMeta+K');
  await window.keyboard.type('make a support');
  await window.keyboard.press('Enter');
  await shown('Make one');

  await window.getByRole('button', { name: 'Show what would go in' }).click();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByRole('main')).toContainText('It was cancelled; nothing was written.');
  await window.getByRole('button', { name: 'Show what would go in' }).click();
  await expect(heading(window, 'Nothing is written yet')).toBeVisible();
});
