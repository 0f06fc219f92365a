import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createWorkspace } from '../app/create-workspace';
import { expect, test } from '../app/fixtures';
import { openScreen } from '../app/open-screen';
import { importRoster } from './import-roster';
import { importScenario } from './import-scenario';
import { runPreview } from './run-preview';

const scenario = {
  format: 'scim-preflight/scenario@1',
  organisation: { rules: [{ type: 'prefix', pattern: 'qa-', target: 'Team', autoApprove: true, priority: 1 }] },
  assumptions: {},
  events: [
    { type: 'pushUser', userName: 'zoe@x.example' },
    { type: 'pushGroup', displayName: 'qa-web', members: ['zoe@x.example'] },
  ],
};
const roster = {
  name: 'small.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('email,firstname,lastname,groups\nann@x.example,Ann,Lee,qa-web\n'),
};

/** A scenario with events and a roster: what is played can be chosen, and is the scenario's events to begin with. */
async function withBoth(window: Page, userData: string): Promise<void> {
  const file = join(userData, 'scenario.json');
  await writeFile(file, JSON.stringify(scenario));
  await createWorkspace(window, 'Both');
  await importScenario(window, file);
  await importRoster(window, roster);
  await window.getByRole('grid', { name: 'People in the roster' }).waitFor();
  await openScreen(window, 'preview');
}

const played = (window: Page) => window.getByRole('radiogroup', { name: 'What is played' });
const choose = (window: Page, name: string) => played(window).getByText(name, { exact: true }).click();
const isPlayed = (window: Page, name: string) => expect(played(window).getByRole('radio', { name, exact: true })).toBeChecked();
const tried = (window: Page) => window.getByRole('list', { name: 'Changes tried' });

async function tryDeleting(window: Page, group: string): Promise<void> {
  await window.getByRole('region', { name: 'What if', exact: true }).getByRole('button', { name: 'Try a change' }).click();
  await window.getByRole('menuitem', { name: 'Delete a group…' }).click();
  await window.getByRole('combobox', { name: 'Group', exact: true }).fill(group);
  await window.getByRole('button', { name: 'Try it' }).click();
  await expect(tried(window)).toContainText(`delete group ${group}`);
}

test('takes back and makes again what is played, by key and by the notice, and keeps it over a restart', async ({ start, userData }) => {
  const first = await start();
  const { window } = first;
  await withBoth(window, userData);
  await isPlayed(window, 'Scenario’s events');
  await choose(window, 'Events, then roster');
  await isPlayed(window, 'Events, then roster');
  await window.keyboard.press('Control+z');
  await isPlayed(window, 'Scenario’s events');
  await expect(window.getByText('Taken back: what is played')).toBeVisible();
  await window.keyboard.press('Control+Shift+z');
  await isPlayed(window, 'Events, then roster');
  await choose(window, 'Roster');
  await window
    .getByRole('status')
    .filter({ hasText: 'Changed: what is played' })
    .getByRole('button', { name: 'Undo', exact: true })
    .click();
  await isPlayed(window, 'Events, then roster');
  await first.electron.close();
  const again = await start();
  await openScreen(again.window, 'preview');
  await isPlayed(again.window, 'Events, then roster');
});

test('takes back choices and what-ifs in the order in which they were made, also after leaving the screen', async ({
  app: { window },
  userData,
}) => {
  await withBoth(window, userData);
  await choose(window, 'Events, then roster');
  await isPlayed(window, 'Events, then roster');
  await runPreview(window);
  await tryDeleting(window, 'qa-web');
  await choose(window, 'Roster');
  await isPlayed(window, 'Roster');
  await openScreen(window, 'roster');
  await openScreen(window, 'preview');

  await window.keyboard.press('Control+z');
  await isPlayed(window, 'Events, then roster');
  await expect(tried(window)).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(tried(window)).toBeHidden();
  await isPlayed(window, 'Events, then roster');
  await window.keyboard.press('Control+z');
  await isPlayed(window, 'Scenario’s events');

  await window.keyboard.press('Control+Shift+z');
  await isPlayed(window, 'Events, then roster');
  await expect(tried(window)).toBeHidden();
  // Two at once: the second waits for the first.
  await window.keyboard.press('Control+Shift+z');
  await window.keyboard.press('Control+Shift+z');
  await isPlayed(window, 'Roster');
  await expect(tried(window)).toBeVisible();
});
