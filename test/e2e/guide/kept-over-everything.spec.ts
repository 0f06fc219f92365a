import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkspace } from '../app/create-workspace';
import { filesWith } from '../app/files-with';
import { expect, test } from '../app/fixtures';
import { openScreen } from '../app/open-screen';
import { pasteValue } from '../app/paste-value';

const token = 'planted0Token1That2Nobody3May4Find5WXYZ';

/** Where the only workspace of a profile is kept. */
function workspaceFile(userData: string): string {
  const [id = ''] = readdirSync(join(userData, 'workspaces'));
  return join(userData, 'workspaces', id, 'workspace.json');
}

test('after a kill one is where one was, with every keystroke that was taken', async ({ start }) => {
  const first = await start();
  await createWorkspace(first.window, 'Acme');
  await openScreen(first.window, 'guide/9');
  await first.window.getByLabel('Login URL', { exact: true }).pressSequentially('https://accounts.lambdatest.com/ss');
  const process = first.electron.process();
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await ended;

  const { window } = await start();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Copy the SSO details');
  await expect(window.getByLabel('Login URL', { exact: true })).toHaveValue(/^https:\/\/accounts\.lambdatest\.com\/ss?$/);
});

test('a damaged file is set aside and reported, and the last good copy takes its place', async ({ start, userData }) => {
  const first = await start();
  await createWorkspace(first.window, 'Acme');
  await first.electron.close();
  const second = await start();
  await second.electron.close();
  const file = workspaceFile(userData);
  writeFileSync(file, '{"format":"scim-preflight/works');

  const { window } = await start();
  await openScreen(window, 'overview');
  await expect(window.getByText('workspace.corrupt-', { exact: false }).first()).toBeVisible();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Acme');
  const aside = readdirSync(join(file, '..')).find((name) => name.startsWith('workspace.corrupt-')) ?? '';
  expect(readFileSync(join(file, '..', aside), 'utf8')).toBe('{"format":"scim-preflight/works');
});

test('a workspace of a newer version is shown as refused, and stays as it is', async ({ start, userData }) => {
  const first = await start();
  await createWorkspace(first.window, 'Acme');
  await first.electron.close();
  const file = workspaceFile(userData);
  const newer = readFileSync(file, 'utf8').replace('workspace@2', 'workspace@3');
  writeFileSync(file, newer);

  const { window } = await start();
  await openScreen(window, 'overview');
  await expect(window.getByText(/workspace@3/).first()).toBeVisible();
  await createWorkspace(window, 'Globex');
  expect(readFileSync(file, 'utf8')).toBe(newer);
});

test('without a keyring a token is gone after a restart, and in no file before it', async ({ start, userData }) => {
  const first = await start();
  await createWorkspace(first.window, 'Acme');
  await openScreen(first.window, 'guide/3');
  await pasteValue(first, 'Bearer token', token);
  await expect(first.window.getByText('ends in WXYZ').first()).toBeAttached();
  expect(filesWith(userData, token)).toEqual([]);
  await first.electron.close();
  expect(filesWith(userData, token)).toEqual([]);
  const { window } = await start();
  await openScreen(window, 'guide/3');
  await expect(window.getByText('Not held any more')).toBeVisible();
});
