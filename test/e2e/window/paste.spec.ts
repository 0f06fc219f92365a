import { clipboardText, copyText } from '../app/copy-text';
import { createWorkspace } from '../app/create-workspace';
import { expect, test } from '../app/fixtures';
import { openScreen } from '../app/open-screen';

const panel = [
  'SSO details',
  'IdP Entity ID: https://sso.jumpcloud.com/saml2/testmu-ai',
  'SP Entity ID: urn:auth0:lambdatest:Acme',
  'ACS URL: https://auth.lambdatest.com/login/callback?connection=acme',
  'Subject Name: email',
  'Login URL: https://accounts.lambdatest.com/login',
].join('\r\n');

test('a whole panel is pasted at once, looked at, and taken in one change', async ({ app }) => {
  const { window } = app;
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/9');
  await copyText(app, panel);
  await window.getByRole('button', { name: /Paste all at once/ }).click();
  const dialog = window.getByRole('dialog', { name: 'Found in what was pasted' });
  await expect(dialog.getByRole('listitem')).toHaveCount(5);
  await dialog.getByRole('checkbox', { name: /Login URL/ }).uncheck();
  await dialog.getByRole('button', { name: 'Take these 4 values' }).click();
  await expect(window.getByLabel('SP entity ID', { exact: true })).toHaveValue('urn:auth0:lambdatest:Acme');
  await expect(window.getByLabel('Login URL', { exact: true })).toHaveValue('');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+z');
  await expect(window.getByLabel('SP entity ID', { exact: true })).toHaveValue('');
});

test('a panel pasted into one field is not squeezed into it', async ({ app }) => {
  const { window } = app;
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/9');
  await copyText(app, panel);
  await window.getByLabel('ACS URL', { exact: true }).focus();
  await window.keyboard.press('Control+v');
  await expect(window.getByRole('dialog', { name: 'Found in what was pasted' })).toBeVisible();
  await expect(window.getByLabel('ACS URL', { exact: true })).toHaveValue('');
});

test('a value pasted beside the fields goes into the one that waits for it', async ({ app }) => {
  const { window } = app;
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/3');
  await copyText(app, 'https://auth.lambdatest.com/api/scim');
  await window.locator('body').click();
  await window.keyboard.press('Control+v');
  await expect(window.getByLabel('SCIM base URL', { exact: true })).toHaveValue('https://auth.lambdatest.com/api/scim');
});

test('pasting by button goes on to the next empty field when the value is right, and stays when it is wrong', async ({ app }) => {
  const { window } = app;
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/9');
  await copyText(app, 'urn:auth0:lambdatest:Acme');
  await window.getByRole('button', { name: 'Paste SP entity ID' }).click();
  await expect(window.getByLabel('ACS URL', { exact: true })).toBeFocused();
  await copyText(app, 'not an address');
  await window.getByRole('button', { name: 'Paste ACS URL' }).click();
  await expect(window.locator('[data-value="acs-url"]')).toHaveAttribute('data-value-state', 'wrong');
  await expect(window.getByLabel('Subject name (NameID)', { exact: true })).not.toBeFocused();
});

test('copying, pasting there and ticking goes from value to value by keyboard', async ({ app }) => {
  const { window } = app;
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/3');
  await window.getByLabel('SCIM base URL', { exact: true }).fill('https://auth.lambdatest.com/api/scim');
  await window.getByLabel('Bearer token', { exact: true }).fill('q7Zx0123456789abcdefWXYZ');
  await window.keyboard.press('Enter');
  await expect(window.getByText('ends in WXYZ')).toBeAttached();
  await openScreen(window, 'guide/13');
  await window.getByRole('button', { name: 'Copy SCIM base URL' }).focus();
  await window.keyboard.press('Enter');
  await expect.poll(() => clipboardText(app)).toBe('https://auth.lambdatest.com/api/scim');
  // Coming back from the browser.
  await window.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
  await expect(window.getByRole('checkbox', { name: 'Pasted: SCIM base URL' })).toBeFocused();
  await window.keyboard.press('Space');
  await expect(window.getByRole('button', { name: 'Copy Bearer token' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect.poll(() => clipboardText(app)).toBe('q7Zx0123456789abcdefWXYZ');
  await expect(window.getByText('1 of 2 pasted')).toBeVisible();
});

test('mending by keyboard leaves the focus in a field, and can be taken back at once', async ({ app }) => {
  const { window } = app;
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/9');
  const field = window.getByLabel('Login URL', { exact: true });
  const mend = async (id: string, label: string) => {
    await window.locator(`[data-value="${id}"]`).getByRole('button', { name: label }).focus();
    await window.keyboard.press('Enter');
  };
  await field.fill('http://accounts.lambdatest.com/login');
  await mend('login-url', 'Fix it');
  await expect(field).toHaveValue('https://accounts.lambdatest.com/login');
  await expect(field, 'no empty field follows').toBeFocused();
  await window.getByText('Login URL was mended.').locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect(field).toHaveValue('http://accounts.lambdatest.com/login');

  await field.fill('urn:auth0:lambdatest:Acme');
  await mend('login-url', 'Move to SP entity ID');
  await expect(window.getByLabel('SP entity ID', { exact: true })).toHaveValue('urn:auth0:lambdatest:Acme');
  await expect(window.getByLabel('SP entity ID', { exact: true })).toBeFocused();

  await openScreen(window, 'guide/3');
  const token = window.getByLabel('Bearer token', { exact: true });
  await token.fill('Bearer q7Zx0123456789abcdefWXYZ');
  await mend('bearer-token', 'Fix it');
  await expect(token).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByText('ends in WXYZ')).toBeAttached();
});
