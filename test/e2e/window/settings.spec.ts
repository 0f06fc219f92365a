import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorkspace } from '../app/create-workspace';
import { expect, test } from '../app/fixtures';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';
import { tick } from '../app/tick';

test('the appearance is kept', async ({ start }) => {
  const first = await start();
  await openScreen(first.window, 'settings');
  await first.window.getByRole('radiogroup', { name: 'Appearance' }).getByText('Dark').click();
  await expect(first.window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await first.electron.close();
  const { window } = await start({ colorScheme: 'light' });
  await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('another answer to an assumption counts for its workspace only, and is kept', async ({ start }) => {
  const first = await start();
  await openDemo(first.window);
  await openScreen(first.window, 'settings');
  const answer = (window: typeof first.window, name: RegExp) => window.locator('[data-assumption="A2"]').getByRole('radio', { name });
  await expect(answer(first.window, /default/)).toBeChecked();
  await tick(answer(first.window, /demoted/));
  await first.electron.close();

  const { window } = await start();
  await openScreen(window, 'settings');
  await expect(answer(window, /demoted/)).toBeChecked();
  await createWorkspace(window, 'Other');
  await openScreen(window, 'settings');
  await expect(answer(window, /default/)).toBeChecked();
});

test('the folders are named, and the token’s keeping is told', async ({ app: { window }, userData }) => {
  await openScreen(window, 'settings');
  await expect(window.getByRole('region', { name: 'Where data is kept' }).getByText(userData, { exact: true })).toBeVisible();
  await expect(window.getByRole('region', { name: 'Tokens and keys' })).toContainText(/keyring/);
  await expect(window.getByRole('region', { name: 'About' })).toContainText(/Electron\d+\.\d+/);
});

test('a damaged file is set aside and reported, and the report goes when it was read', async ({ start, userData, provoked }) => {
  const first = await start();
  await createWorkspace(first.window, 'Acme');
  await first.electron.close();
  const folder = join(userData, 'workspaces');
  const records = (await readdir(userData, { recursive: true })).filter((name) => name.endsWith('.json') && /workspace/i.test(name));
  expect(records.length).toBeGreaterThan(0);
  expect(folder).toContain(userData);
  for (const record of records) await writeFile(join(userData, record), '{ this is not JSON');
  provoked.push(/./);

  const { window } = await start();
  await openScreen(window, 'settings');
  const report = window.getByRole('alert').filter({ hasText: 'A file could not be read' });
  await expect(report.first()).toContainText(/set aside/);
  for (let left = await report.count(); left > 0; left -= 1) await report.first().getByRole('button', { name: 'Understood' }).click();
  await expect(report).toHaveCount(0);
});
