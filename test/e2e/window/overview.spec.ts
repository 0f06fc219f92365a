import { createWorkspace } from '../app/create-workspace';
import { expect, test } from '../app/fixtures';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';

test('a newcomer is told what this is, and creates a workspace with the keyboard alone', async ({ app: { window } }) => {
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(/Rehearse JumpCloud and TestMu AI/);
  await window.getByRole('button', { name: 'Create a workspace' }).focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByText('A name is needed')).toBeVisible();
  await window.keyboard.type('Globex');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Globex');
  await expect(window.getByRole('region', { name: 'Progress' })).toContainText('0 of 18');
  await window.getByRole('button', { name: 'Begin' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Sign in to TestMu AI');
});

test('the demo shows an organisation half-way, with 2,000 people', async ({ app: { window } }) => {
  await openDemo(window);
  await expect(window.getByRole('region', { name: 'Progress' })).toContainText(/[1-9]\d? of 18/);
  await expect(window.getByRole('region', { name: 'This workspace' })).toContainText('2,000 people');
  await window.getByRole('button', { name: 'Go on' }).click();
  await expect(window.locator('a[aria-current="step"]')).toHaveAttribute('data-step-state', /todo|in-progress/);
});

test('a workspace is renamed, duplicated, deleted and taken back', async ({ app: { window } }) => {
  await createWorkspace(window, 'Initech');
  const list = window.getByRole('region', { name: 'Workspaces' });
  const row = (name: string) => list.getByRole('row').filter({ hasText: name });

  await row('Initech').getByRole('button', { name: 'More for Initech' }).click();
  await window.getByRole('menuitem', { name: 'Rename…' }).click();
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Initrode');
  await window.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(row('Initrode')).toContainText('open now');

  await row('Initrode').getByRole('button', { name: 'More for Initrode' }).click();
  await window.getByRole('menuitem', { name: 'Duplicate…' }).click();
  await expect(window.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Initrode (copy)');
  await window.getByRole('button', { name: 'Duplicate', exact: true }).click();
  await expect(row('Initrode (copy)')).toContainText('open now');

  await row('Initrode (copy)').getByRole('button', { name: 'More for Initrode (copy)' }).click();
  await window.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(row('Initrode (copy)').filter({ hasText: 'of 18' })).toHaveCount(0);
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(row('Initrode (copy)').filter({ hasText: 'of 18' })).toHaveCount(1);
});

test('a deleted workspace can still be taken back after a restart', async ({ start }) => {
  const first = await start();
  await createWorkspace(first.window, 'Hooli');
  await first.window.getByRole('button', { name: 'What to do with Hooli' }).click();
  await first.window.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(first.window.getByText('Deleted (1)')).toBeVisible();
  await first.electron.close();

  const { window } = await start();
  await window.getByText('Deleted (1)').click();
  await window.getByRole('button', { name: 'Take Hooli back' }).click();
  await expect(window.getByRole('region', { name: 'Workspaces' }).getByRole('row').filter({ hasText: 'Hooli' })).toContainText('of 18');
});

test('two workspaces of one name are not made', async ({ app: { window } }) => {
  await createWorkspace(window, 'Umbrella');
  await window.getByRole('button', { name: 'New workspace…' }).click();
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('umbrella');
  await window.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(window.getByText('Another workspace has this name.')).toBeVisible();
});

test('a wrong value is an open problem that leads to where it is mended', async ({ app: { window } }) => {
  await createWorkspace(window, 'Vandelay');
  await openScreen(window, 'guide/3');
  await window.getByLabel('SCIM base URL', { exact: true }).fill('https://auth.lambdatest.com/api/scim/');
  await openScreen(window, 'overview');
  const problems = window.getByRole('region', { name: 'Open problems' });
  await problems.getByRole('link', { name: /SCIM base URL/ }).click();
  await window.getByRole('button', { name: 'Fix it' }).click();
  await expect(window.getByLabel('SCIM base URL', { exact: true })).toHaveValue('https://auth.lambdatest.com/api/scim');
  await openScreen(window, 'overview');
  await expect(problems).toContainText('Nothing that was entered so far looks wrong.');
});

test('each workspace opens where it was left, after switching and after a restart', async ({ start }) => {
  const first = await start();
  await createWorkspace(first.window, 'North');
  await openScreen(first.window, 'guide/9');
  await createWorkspace(first.window, 'South');
  await openScreen(first.window, 'ledger/acs-url');
  await first.window.getByRole('button', { name: /South.*Switch workspace/ }).click();
  await first.window.getByRole('menuitem', { name: 'North' }).click();
  await expect(first.window.getByRole('heading', { level: 1 })).toHaveText('Copy the SSO details');
  await first.electron.close();

  const { window } = await start();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Copy the SSO details');
  await window.getByRole('button', { name: /North.*Switch workspace/ }).click();
  await window.getByRole('menuitem', { name: 'South' }).click();
  await expect(window.getByRole('button', { name: 'ACS URL', exact: true })).toHaveAttribute('aria-expanded', 'true');
});
