import type { Page } from '@playwright/test';
import { createWorkspace } from '../app/create-workspace';
import { findAxeViolations } from '../app/find-axe-violations';
import { expect, test } from '../app/fixtures';
import { openScreen } from '../app/open-screen';
import { importRoster } from './import-roster';
import { runPreview } from './run-preview';

/** Ann and Bob in qa-web, Bob in qa-wide too: both groups become concurrency groups, of which a person has one. */
const roster = {
  name: 'small.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'email,firstname,lastname,groups\nann@x.example,Ann,Lee,qa-web\nbob@x.example,Bob,Ray,qa-web;qa-wide\neva@x.example,Eva,Kim,sales\n',
  ),
};

async function previewConflict(window: Page): Promise<void> {
  await createWorkspace(window, 'Small');
  await openScreen(window, 'vendor/rules');
  await window.getByRole('textbox', { name: 'New rule: pattern' }).fill('qa-');
  await window.getByRole('combobox', { name: 'New rule: target' }).selectOption('ConcurrencyGroup');
  await window.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(window.getByRole('list', { name: 'Mapping rules' }).getByRole('listitem')).toHaveCount(1);
  await importRoster(window, roster);
  await window.getByRole('grid', { name: 'People in the roster' }).waitFor();
  await runPreview(window);
}

const bar = (window: Page) => window.getByRole('region', { name: 'What if', exact: true });
const rowOf = (window: Page, grid: string, text: string) =>
  window.getByRole('grid', { name: grid }).getByRole('row').filter({ hasText: text });

test('resolves a conflict as a what-if, takes it back and makes it again; the plan below stays untouched', async ({ app: { window } }) => {
  await previewConflict(window);
  await openScreen(window, 'preview/conflicts');
  await window.getByRole('button', { name: 'What if: Use Incoming for bob@x.example' }).click();
  await expect(bar(window).getByRole('listitem')).toHaveText(/Use Incoming for bob@x\.example.*1 person/);
  await expect(bar(window)).toContainText('plan untouched');
  await openScreen(window, 'preview/people');
  await expect(rowOf(window, 'People before and after', 'bob@x.example')).toContainText('qa-wide');
  await bar(window).getByRole('button', { name: 'Undo the last what-if' }).click();
  await expect(rowOf(window, 'People before and after', 'bob@x.example')).toContainText('qa-web');
  await expect(bar(window).getByRole('listitem')).toHaveCount(0);
  await bar(window).getByRole('button', { name: 'Play the what-if again' }).click();
  await expect(rowOf(window, 'People before and after', 'bob@x.example')).toContainText('qa-wide');
});

test('deletes a group as a what-if, compares with the plan, keeps it under a name and finds it after another run', async ({
  app: { window },
}) => {
  await previewConflict(window);
  await openScreen(window, 'preview/groups');
  const groups = window.getByRole('grid', { name: 'Groups and their mappings' });
  await expect(groups).toHaveAttribute('aria-rowcount', '4');
  await rowOf(window, 'Groups and their mappings', 'qa-web').click();
  const sheet = window.getByRole('dialog');
  await expect(sheet.getByRole('list', { name: 'Why, and why not' })).toContainText('Auto-Approved');
  expect(await findAxeViolations(window)).toEqual([]);
  await sheet.getByRole('button', { name: '…it were deleted' }).click();
  await window.keyboard.press('Escape');
  await bar(window).getByRole('button', { name: 'Compare' }).click();
  const compared = window.getByRole('grid', { name: 'People compared' });
  await expect(compared).toHaveAttribute('aria-rowcount', '3');
  await expect(rowOf(window, 'People compared', 'ann@x.example')).toContainText(/qa-web.*Default/);
  await expect(rowOf(window, 'People compared', 'bob@x.example')).toContainText(/qa-web.*qa-wide/);
  await expect(window.getByRole('row', { name: /conflict.*To.*bob@x\.example.*over/ })).toBeVisible();
  expect(await findAxeViolations(window)).toEqual([]);

  await bar(window).getByRole('button', { name: 'Keep' }).click();
  await window.getByRole('textbox', { name: 'Name' }).fill('without web');
  await window.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(bar(window).getByRole('button', { name: 'Kept (1)' })).toBeVisible();
  await bar(window).getByRole('button', { name: 'Clear' }).click();
  await expect(bar(window).getByRole('listitem')).toHaveCount(0);
  await runPreview(window);
  await bar(window).getByRole('button', { name: 'Kept (1)' }).click();
  await window.getByRole('menuitem', { name: /^without web/ }).click();
  await expect(bar(window).getByRole('listitem')).toHaveText(/delete group qa-web/);
});

test('tries other rules and a person in another group; says what the vendor would refuse', async ({ app: { window } }) => {
  await previewConflict(window);
  const tryChange = async (name: string) => {
    await bar(window).getByRole('button', { name: 'Try a change' }).click();
    await window.getByRole('menuitem', { name }).click();
  };
  await tryChange('Move a person…');
  await window.getByRole('textbox', { name: 'Person (e-mail)' }).fill('eva@x.example');
  await window.getByRole('combobox', { name: 'Into group' }).fill('qa-wide');
  await window.getByRole('button', { name: 'Try it' }).click();
  await expect(rowOf(window, 'People before and after', 'eva@x.example')).toContainText('qa-wide');

  await tryChange('Other rules…');
  await window.getByRole('dialog').getByRole('combobox', { name: 'Rule 1: target' }).selectOption('Team');
  await window.getByRole('button', { name: 'Try these rules' }).click();
  await expect(rowOf(window, 'People before and after', 'bob@x.example')).toContainText('+ qa-web');
  await expect(bar(window).getByRole('listitem')).toHaveCount(2);

  await tryChange('Rename a group…');
  await window.getByRole('combobox', { name: 'Group', exact: true }).fill('qa-wide');
  await window.getByRole('textbox', { name: 'New name' }).fill('qa-web');
  await window.getByRole('button', { name: 'Try it' }).click();
  await expect(bar(window).getByRole('listitem').last()).toContainText('refused: a group named qa-web exists');
});

test('draws groups, rules and targets by keyboard and for screen readers, with the same numbers as the table', async ({
  app: { window },
}) => {
  await previewConflict(window);
  await openScreen(window, 'preview/picture');
  const web = window.getByRole('button', { name: 'Group qa-web: 2 people', exact: true });
  await expect(
    window.getByRole('button', { name: /^Group qa-wide: 1 person, 1 of them kept elsewhere by an open conflict$/ }),
  ).toBeVisible();
  await expect(window.getByRole('button', { name: 'concurrency group qa-web: 2 people' })).toBeVisible();
  expect(await findAxeViolations(window)).toEqual([]);
  await web.focus();
  await window.keyboard.press('ArrowRight');
  await expect(window.getByRole('button', { name: /^By prefix qa- \(priority 1\): 3 people/ })).toBeFocused();
  await window.keyboard.press('ArrowLeft');
  await web.focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toContainText('qa-web');
  await window.keyboard.press('Escape');

  await window.getByRole('radiogroup', { name: 'Picture or table' }).getByText('Table').click();
  const row = rowOf(window, 'Groups, rules and targets', 'qa-wide');
  await expect(row).toContainText('prefix qa- (priority 1)');
  await expect(row.getByRole('gridcell').nth(4)).toHaveText('1');
  await expect(row.getByRole('gridcell').nth(5)).toHaveText('1');
  await window.getByRole('checkbox', { name: 'only with conflicts' }).check();
  await expect(window.getByRole('grid', { name: 'Groups, rules and targets' })).toHaveAttribute('aria-rowcount', '2');
});
