import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '../../../electron/node/journal/open-journal';
import { createWorkspace } from '../app/create-workspace';
import { findAxeViolations } from '../app/find-axe-violations';
import { test as base, expect } from '../app/fixtures';
import { openScreen } from '../app/open-screen';

/** A profile whose only workspace has a journal with its beginning alone, and where that is. */
const test = base.extend<{ readonly journal: string }>({
  journal: async ({ start, userData }, use) => {
    const { electron, window } = await start();
    await createWorkspace(window, 'Acme');
    await openScreen(window, 'server');
    await expect(window.getByText('stopped', { exact: true })).toBeVisible();
    await window.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(window.getByText('running', { exact: true })).toBeVisible();
    await electron.close();
    const [workspace] = readdirSync(join(userData, 'workspaces'));
    await use(join(userData, 'workspaces', String(workspace), 'scim-server', 'journal.db'));
  },
});

test('a damaged journal does not end the app: it is recovered, told with its path, and stays told on the overview', async ({
  start,
  journal,
}) => {
  const content = readFileSync(journal);
  const text = content.indexOf('organisation-snapshot');
  expect(text).toBeGreaterThan(0);
  // No text in UTF-8 any more, and no first page.
  content[text] = 0xff;
  writeFileSync(journal, content.fill(0, 0, 4096));
  const first = await start();
  await openScreen(first.window, 'server');
  await expect(first.window.getByText('The journal was damaged', { exact: true })).toBeVisible();
  const aside = readdirSync(join(journal, '..')).find((name) => name.includes('.damaged-')) ?? 'none';
  await expect(first.window.getByText(`The journal was damaged and is kept, unchanged, at ${join(journal, '..', aside)}.`)).toBeVisible();
  expect(readFileSync(join(journal, '..', aside)).equals(content)).toBe(true);
  expect(await findAxeViolations(first.window)).toEqual([]);
  await first.electron.close();
  const { window } = await start();
  await openScreen(window, 'overview');
  const report = window.getByRole('alert').filter({ hasText: `A file could not be read: ${journal}` });
  await expect(report).toContainText(`The damaged file was set aside as ${join(journal, '..', aside)}.`);
  await report.getByRole('button', { name: 'Understood' }).click();
  await expect(report).toHaveCount(0);
});

test('a journal of a later version is left alone, and one that is gone is told; the server begins anew', async ({ start, journal }) => {
  const opened = openJournal({ folder: join(journal, '..') });
  if (!opened.ok) throw new Error(opened.error.message);
  opened.value.writeMeta('version', '9');
  opened.value.close();
  const bytes = readFileSync(journal);
  const { window, electron } = await start();
  await openScreen(window, 'server');
  const refusal = window.getByRole('alert').filter({ hasText: 'The server’s journal could not be opened' });
  await expect(refusal).toContainText('Expected a journal of version 1 or earlier, found 9');
  await expect(refusal).toContainText(journal);
  expect(await findAxeViolations(window)).toEqual([]);
  expect(readFileSync(journal).equals(bytes)).toBe(true);
  await window.getByRole('button', { name: 'Set it aside and begin anew' }).click();
  await expect(window.getByText('stopped', { exact: true })).toBeVisible();
  expect(readFileSync(join(journal, '../../scim-server-before-reset/journal.db')).equals(bytes)).toBe(true);
  await electron.close();

  rmSync(journal);
  const again = await start();
  await openScreen(again.window, 'server');
  await expect(again.window.getByText('The journal is gone', { exact: true })).toBeVisible();
  await expect(again.window.getByText(`Expected it at ${journal}`)).toBeVisible();
});
