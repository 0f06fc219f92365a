import { clipboardText, copyText } from '../app/copy-text';
import { createWorkspace } from '../app/create-workspace';
import { expect, test } from '../app/fixtures';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';
import { tick } from '../app/tick';

test('a value is edited in place, and undo brings its text and its tick back', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'ledger/display-label');
  const field = window.getByLabel('Display label', { exact: true });
  const pasted = window.getByRole('checkbox', { name: /^Pasted.*Display label/ });
  await field.fill('TestMu AI');
  await tick(pasted);
  await field.fill('Something else');
  await expect(pasted, 'another text has not been pasted').not.toBeChecked();
  await field.press('Control+z');
  await expect(field).toHaveValue('TestMu AI');
  await expect(pasted).toBeChecked();
  await field.press('Control+Shift+z');
  await expect(field).toHaveValue('Something else');
});

test('keystrokes are taken back together, not one by one', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'ledger/connection-name');
  const field = window.getByLabel('Connection name', { exact: true });
  await field.pressSequentially('jumpcloud');
  await field.press('Control+z');
  await expect(field).toHaveValue('');
});

test('a cleared value comes back by the toast', async ({ app: { window } }) => {
  await openDemo(window);
  await openScreen(window, 'ledger/acs-url');
  const field = window.getByLabel('ACS URL', { exact: true });
  const before = await field.inputValue();
  expect(before).toMatch(/^https:/);
  await window.getByRole('button', { name: 'Clear ACS URL' }).click();
  await expect(field).toHaveValue('');
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(field).toHaveValue(before);
});

test('values are found by name, by text and by the labels of the consoles', async ({ app: { window } }) => {
  await openDemo(window);
  await openScreen(window, 'ledger');
  const search = window.getByRole('textbox', { name: 'Search the values' });
  const names = window.locator('[data-ledger] tr:first-child button[aria-expanded]');
  await search.fill('api/scim');
  await expect(names).toHaveText(['SCIM base URL']);
  await search.fill('Token Key');
  await expect(names).toHaveText(['Bearer token']);
  await search.fill('entity');
  await expect(names).toHaveText(['IdP entity ID', 'SP entity ID']);
  await search.fill('no such value');
  await expect(window.getByText('No value matches.')).toBeVisible();
  await window.getByRole('button', { name: 'Clear the search' }).click();
  await expect(names).toHaveCount(13);
});

test('the filters show what is wrong and what is missing', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'ledger/acs-url');
  await window.getByLabel('ACS URL', { exact: true }).fill('http://auth.lambdatest.com/login/callback');
  await openScreen(window, 'ledger');
  const names = window.locator('[data-ledger] tr:first-child button[aria-expanded]');
  await window.getByText('Problems (1)').click();
  await expect(names).toHaveText(['ACS URL']);
  await window.getByText('Missing (12)').click();
  await expect(names).toHaveCount(12);
});

test('a token is pasted mended, copied, and never shown', async ({ app }) => {
  const { window } = app;
  const token = 'q7Zx0123456789abcdefWXYZ';
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'ledger/bearer-token');
  await copyText(app, ` Bearer ${token}\n`);
  await window.getByRole('button', { name: 'Paste Bearer token' }).click();
  const findings = window.getByRole('list', { name: 'Findings about Bearer token' });
  await expect(findings.locator('[data-finding~="bearer-prefix"]')).toBeVisible();
  await window.getByRole('button', { name: 'Fix it' }).click();
  await window.getByRole('button', { name: 'Keep it' }).click();
  await expect(window.locator('[data-ledger="bearer-token"]').getByText('ends in WXYZ').first()).toBeAttached();
  expect(await window.content()).not.toContain(token);
  await copyText(app, 'something else');
  await window.getByRole('button', { name: 'Copy Bearer token' }).first().click();
  await expect.poll(() => clipboardText(app)).toBe(token);
  expect(await window.content()).not.toContain(token);
});

test('a value that was met again and differs is shown with what differs', async ({ app }) => {
  const { window } = app;
  await openDemo(window);
  await openScreen(window, 'guide/12');
  const again = window.locator('[data-value-again="scim-base-url"]');
  await again.getByRole('button', { name: 'Compare again' }).click();
  await copyText(app, 'https://auth.lambdatest.com/api/SCIM');
  await again.getByRole('button', { name: /Paste and compare/ }).click();
  await expect(again.getByRole('alert')).toContainText('Not the same any more');
  await expect(again.locator('mark')).toHaveText(['scim', 'SCIM']);

  await openScreen(window, 'ledger/scim-base-url');
  await expect(window.locator('[data-ledger="scim-base-url"]')).toContainText('not the same');
  await openScreen(window, 'overview');
  await window.getByRole('link', { name: /not the same at step 12/ }).click();
  await again.getByRole('button', { name: 'Take the new one' }).click();
  await expect(again).toContainText('still the same');
});
