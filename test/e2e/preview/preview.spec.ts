import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createWorkspace } from '../app/create-workspace';
import { findAxeViolations } from '../app/find-axe-violations';
import { expect, test } from '../app/fixtures';
import { projectFolder } from '../app/launch';
import { openScreen } from '../app/open-screen';
import { commandPlan } from './command-plan';
import { importRoster } from './import-roster';
import { importScenario } from './import-scenario';
import { runPreview } from './run-preview';
import { saveTo } from './save-to';

const acme = join(projectFolder, '../shared/data/acme');
const roster = join(acme, 'roster.csv');
const csv = (...rows: readonly string[]) => ({
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['email,firstname,lastname,active,role,groups', ...rows].join('\r\n')),
});

const card = (window: Page, label: string) =>
  window.getByRole('region', { name: 'The run in numbers' }).getByRole('button', { name: new RegExp(`\\b${label}`) });

const number = async (window: Page, label: string): Promise<number> =>
  Number((await card(window, label).innerText()).split('\n')[0]?.replaceAll(',', ''));

test('previews the acme roster to the plan that the command makes of the same files', async ({ app, userData }) => {
  const { window } = app;
  const { events: _, ...withoutEvents } = JSON.parse(await readFile(join(acme, 'scenario.json'), 'utf8'));
  const scenario = join(userData, 'acme-without-events.json');
  await writeFile(scenario, JSON.stringify(withoutEvents));
  const printed = await commandPlan(scenario, '--roster', roster);
  const { summary, people } = JSON.parse(printed);

  await createWorkspace(window, 'Acme');
  await importScenario(window, scenario);
  await importRoster(window, roster);
  await expect(window.getByRole('grid', { name: 'People in the roster' })).toHaveAttribute('aria-rowcount', '2001');
  await runPreview(window);

  expect(await number(window, 'people change')).toBe(summary.peopleChanged);
  expect(await number(window, 'gain Admin')).toBe(summary.gainAdmin);
  expect(await number(window, 'lose Admin')).toBe(summary.loseAdmin);
  expect(await number(window, 'pending mappings')).toBe(summary.pending);
  expect(await number(window, 'refusals')).toBe(summary.refusals);
  await expect(window.getByRole('tab', { name: `Conflicts (${summary.conflicts.toLocaleString('en-GB')})` })).toBeVisible();
  await expect(window.getByRole('grid', { name: 'People before and after' })).toHaveAttribute('aria-rowcount', String(people.length + 1));

  const exported = join(userData, 'plan.json');
  await saveTo(app, exported);
  await window.getByRole('button', { name: 'Export' }).click();
  await window.getByRole('menuitem', { name: 'JSON, as the command prints it' }).click();
  await expect(window.getByText(`Saved as ${exported}`)).toBeVisible();
  expect(await readFile(exported, 'utf8')).toBe(printed);
});

test('plays a scenario’s own events to the command’s plan, and says that nothing was written', async ({ app, userData }) => {
  const { window } = app;
  await createWorkspace(window, 'Acme');
  await importScenario(window, join(acme, 'scenario.json'));
  await runPreview(window);
  const exported = join(userData, 'plan.json');
  await saveTo(app, exported);
  await window.getByRole('button', { name: 'Export' }).click();
  await window.getByRole('menuitem', { name: 'JSON with everyone' }).click();
  await expect(window.getByText(`Saved as ${exported}`)).toBeVisible();
  const printed = await commandPlan(join(acme, 'scenario.json'), '--all');
  expect(await readFile(exported, 'utf8')).toBe(printed);
  await openScreen(window, 'preview/provenance');
  await expect(window.getByText('Nothing was written', { exact: true })).toBeVisible();
  await expect(window.getByText(JSON.parse(printed).provenance.baselineBefore)).toHaveCount(2);
});

test('reads what can be read of a bad roster, with line numbers; shows what importing again changes; undoes it', async ({ app }) => {
  const { window } = app;
  await createWorkspace(window, 'Small');
  await importRoster(window, csv('ann@acme.example,Ann,Lee,true,,eng', 'nobody,Bob,Ray,true,,eng', 'eva@acme.example,Eva,Kim,perhaps,,qa'));
  await expect(window.getByText('1 person read from people.csv; 2 rows were not')).toBeVisible();
  const problems = window.getByRole('grid', { name: 'Problems in the file' });
  await expect(problems.getByRole('row').nth(1)).toContainText('3');
  await expect(problems.getByRole('row').nth(1)).toContainText('Expected an e-mail address, found "nobody"');
  await expect(problems.getByRole('row').nth(2)).toContainText('Expected true or false in "active", found "perhaps"');
  await window.getByRole('button', { name: 'Use this roster' }).click();
  const people = window.getByRole('grid', { name: 'People in the roster' });
  await expect(people).toHaveAttribute('aria-rowcount', '2');

  await window.getByRole('button', { name: 'Import again' }).click();
  await window
    .locator('main input[type="file"]')
    .setInputFiles(csv('ann@acme.example,Ann,Lee,true,,eng;qa', 'bob@acme.example,Bob,Ray,true,,qa'));
  const changes = window.getByRole('grid', { name: 'Changes of people' });
  await expect(changes.getByRole('row').nth(1)).toContainText('joins qa');
  await expect(changes.getByRole('row').nth(2)).toContainText('bob@acme.example');
  await window.getByRole('button', { name: 'Use this roster' }).click();
  await expect(people).toHaveAttribute('aria-rowcount', '3');
  await window.getByRole('button', { name: 'Undo the import' }).click();
  await expect(people).toHaveAttribute('aria-rowcount', '2');
});

test('says what a file is that is no roster, and keeps the one in use', async ({ app }) => {
  const { window } = app;
  await createWorkspace(window, 'Small');
  await importRoster(window, { name: 'people.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) });
  await expect(window.getByRole('alert')).toContainText('this looks like an Excel workbook');
  await expect(window.getByRole('alert')).toContainText('CSV UTF-8');
});

test('asks which column is which where a CSV has names of its own', async ({ app }) => {
  const { window } = app;
  await createWorkspace(window, 'Small');
  const buffer = Buffer.from('Work Email,First Name,Surname,Member Of\nann@acme.example,Ann,Lee,eng|qa\n');
  await importRoster(window, { name: 'hr.csv', mimeType: 'text/csv', buffer });
  await expect(window.getByRole('combobox', { name: 'Column for Groups' })).toHaveValue('3');
  await window.getByRole('button', { name: 'Read the file' }).click();
  await openScreen(window, 'roster/groups');
  await expect(window.getByRole('grid', { name: 'Groups in the roster' })).toHaveAttribute('aria-rowcount', '3');
});

test('tells a person’s whole story by keyboard, and is clean for axe', async ({ app }) => {
  const { window } = app;
  await createWorkspace(window, 'Small');
  await openScreen(window, 'vendor/rules');
  await window.getByRole('textbox', { name: 'New rule: pattern' }).fill('eng-');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('list', { name: 'Mapping rules' }).getByRole('listitem')).toHaveCount(1);
  await importRoster(window, csv('ann@acme.example,Ann,Lee,true,Admin,eng-backend', 'bob@acme.example,Bob,Ray,true,,sales'));
  await runPreview(window);
  const grid = window.getByRole('grid', { name: 'People before and after' });
  await grid.focus();
  await window.keyboard.press('Enter');
  const story = window.getByRole('dialog');
  await expect(story).toContainText('ann@acme.example');
  await expect(story).toContainText('eng-backend');
  await expect(story).toContainText('prefix eng-');
  expect(await findAxeViolations(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(story).toBeHidden();
  expect(await findAxeViolations(window)).toEqual([]);
});

test('moves rules by keyboard, keeps priorities in their places, says which rule decides, and undoes', async ({ app }) => {
  const { window } = app;
  await createWorkspace(window, 'Small');
  await importScenario(window, join(acme, 'scenario.json'));
  const rules = window.getByRole('list', { name: 'Mapping rules' }).getByRole('listitem');
  await expect(rules).toHaveCount(6);
  await window.getByRole('textbox', { name: 'Group name' }).fill('qa-web-team');
  await expect(window.locator('[data-rule-answer]')).toContainText('Rule 2 decides');
  await rules
    .nth(1)
    .getByRole('button', { name: /^Move Rule 2:/ })
    .focus();
  await window.keyboard.press('ArrowUp');
  await expect(window.locator('[data-rule-answer]')).toContainText('Rule 1 decides');
  await expect(rules.nth(0).getByRole('textbox', { name: 'Rule 1: pattern' })).toHaveValue('^qa-.*-team');
  await expect(rules.nth(0).getByRole('textbox', { name: 'Rule 1: priority, highest first' })).toHaveValue('50');
  await window.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(window.locator('[data-rule-answer]')).toContainText('Rule 2 decides');
});

test('cancels a long run, keeps answering meanwhile, and is where it was after a restart', async ({ start, userData }) => {
  const app = await start();
  const { window } = app;
  await createWorkspace(window, 'Large');
  const rows = Array.from({ length: 60_000 }, (_, at) => `p${at}@acme.example,P,N${at},true,,g${at % 50};all;half-${at % 2}`);
  await importRoster(window, csv(...rows));
  await expect(window.getByRole('grid', { name: 'People in the roster' })).toHaveAttribute('aria-rowcount', '60001', { timeout: 30_000 });
  await openScreen(window, 'preview');
  await window
    .getByRole('main')
    .getByRole('button', { name: /^Run (the preview|again)$/ })
    .first()
    .click();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByText('The run was cancelled; nothing was kept of it.')).toBeVisible();
  app.electron.process().kill('SIGKILL');
  await app.electron.waitForEvent('close');

  const again = await start({ userData });
  await openScreen(again.window, 'roster/people');
  await expect(again.window.getByRole('grid', { name: 'People in the roster' })).toHaveAttribute('aria-rowcount', '60001', {
    timeout: 30_000,
  });
});
