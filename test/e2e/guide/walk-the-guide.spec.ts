import type { Page } from '@playwright/test';
import { confirmValues } from '../app/confirm-values';
import { createWorkspace } from '../app/create-workspace';
import { finishStep } from '../app/finish-step';
import { expect, test } from '../app/fixtures';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';
import { pasteValue } from '../app/paste-value';

const token = 'q7Zx0123456789abcdefWXYZ';
const acs = 'https://auth.lambdatest.com/login/callback?connection=acme';

const value = (window: Page, name: string) => window.getByLabel(name, { exact: true });
const fixIt = (window: Page, id: string) => window.locator(`[data-value="${id}"]`).getByRole('button', { name: 'Fix it' });

test('an admin walks all 18 steps with values as one pastes them, wrong ones mended in one click', async ({ app }) => {
  test.setTimeout(180_000);
  const { window } = app;
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/1');
  await finishStep(window, '1');
  await finishStep(window, '2');

  await pasteValue(app, 'SCIM base URL', '“https://auth.lambdatest.com/api/scim/Users/” ');
  await fixIt(window, 'scim-base-url').click();
  await expect(value(window, 'SCIM base URL')).toHaveValue('https://auth.lambdatest.com/api/scim');
  await pasteValue(app, 'Bearer token', `Authorization: Bearer ${token}\n`);
  await fixIt(window, 'bearer-token').click();
  await window.getByRole('button', { name: 'Keep it' }).click();
  await expect(window.locator('[data-step="3"]')).toHaveAttribute('data-step-state', 'done');
  await openScreen(window, 'guide/4');

  for (const step of ['4', '5', '6']) await finishStep(window, step);
  await pasteValue(app, 'Display label', 'TestMu\u00a0AI');
  await fixIt(window, 'display-label').click();
  await finishStep(window, '7');
  await pasteValue(app, 'Connection name', ' jumpcloud ');
  await fixIt(window, 'connection-name').click();
  await finishStep(window, '8');

  await pasteValue(app, 'IdP entity ID', 'IdP Entity ID: https://sso.jumpcloud.com/saml2/Acme\u200b');
  await fixIt(window, 'idp-entity-id').click();
  await expect(value(window, 'IdP entity ID')).toHaveValue('https://sso.jumpcloud.com/saml2/Acme');
  await pasteValue(app, 'SP entity ID', acs);
  await window.getByRole('button', { name: 'Move to ACS URL' }).click();
  await expect(value(window, 'ACS URL')).toHaveValue(acs);
  await window.getByText('ACS URL has the text now').locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect(value(window, 'SP entity ID')).toHaveValue(acs);
  await expect(value(window, 'ACS URL')).toHaveValue('');
  await window.getByRole('button', { name: 'Move to ACS URL' }).click();
  await expect(value(window, 'ACS URL')).toHaveValue(acs);
  await expect(value(window, 'SP entity ID')).toHaveValue('');
  await pasteValue(app, 'SP entity ID', '`urn:auth0:lambdatest:Acme`');
  await fixIt(window, 'sp-entity-id').click();
  await pasteValue(app, 'Subject name (NameID)', 'Email');
  await fixIt(window, 'name-id').click();
  await expect(value(window, 'Subject name (NameID)')).toHaveValue('email');
  await pasteValue(app, 'Login URL', '[Login](https://accounts.lambdatest.com/sso)');
  await fixIt(window, 'login-url').click();
  await expect(window.locator('[data-step="9"]')).toHaveAttribute('data-step-state', 'done');
  await openScreen(window, 'guide/10');

  await pasteValue(app, 'NameID format', 'emailAddress');
  await fixIt(window, 'name-id-format').click();
  await pasteValue(app, 'Metadata URL', 'https://sso.jumpcloud.com/saml2/Acme');
  await expect(window.locator('[data-finding="idp-url"]')).toBeVisible();
  await pasteValue(app, 'Metadata URL', 'https://sso.jumpcloud.com/saml2/metadata/acme');
  await finishStep(window, '10');
  await pasteValue(app, 'SSO domains', '@Acme.example; bob@acme-labs.example');
  await fixIt(window, 'sso-domains').click();
  await expect(value(window, 'SSO domains')).toHaveValue('acme.example, acme-labs.example');
  await finishStep(window, '11');
  await confirmValues(window);
  await expect(window.locator('[data-step="12"]')).toHaveAttribute('data-step-state', 'done');
  await openScreen(window, 'guide/13');
  await finishStep(window, '13');
  for (const step of ['G1', 'G2']) await finishStep(window, step);
  await expect(window.locator('[data-step="G3"]')).toHaveAttribute('data-step-state', 'blocked');

  await openScreen(window, 'guide/14');
  await pasteValue(app, 'Test e-mail', 'Ann <mailto:ann+1@acme.example>');
  await fixIt(window, 'test-email').click();
  await expect(value(window, 'Test e-mail')).toHaveValue('ann+1@acme.example');
  await finishStep(window, '14');
  await openScreen(window, 'guide/14');
  await expect(window.locator('[data-step="14"]')).toHaveAttribute('data-step-state', 'done');
  await expect(window.locator('[data-finding="burnt"]'), 'the test has used it up').toBeVisible();
  await openScreen(window, 'guide/G3');
  for (const step of ['G3', 'G4']) await finishStep(window, step);
  await openScreen(window, 'overview');
  await expect(window.getByRole('region', { name: 'Progress' })).toContainText('18 of 18');
  expect(await window.content()).not.toContain(token);
});

test('a test e-mail that somebody in the roster has is refused, and a free one is proposed', async ({ app }) => {
  const { window } = app;
  await openDemo(window);
  await openScreen(window, 'guide/14');
  await pasteValue(app, 'Test e-mail', 'qiang.obrien0@acme.example');
  await expect(window.locator('[data-finding="known-person"]')).toContainText('a person in the roster');
  await window.getByRole('button', { name: 'Take qiang.obrien0+scim-test-1@acme.example' }).click();
  await expect(value(window, 'Test e-mail')).toHaveValue('qiang.obrien0+scim-test-1@acme.example');
  await expect(window.locator('[data-value="test-email"]')).toHaveAttribute('data-value-state', 'ok');
});

test('a step is skipped with a reason, which frees those that wait for it', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/8');
  await expect(window.locator('[data-step="9"]')).toHaveAttribute('data-step-state', 'blocked');
  await window.getByRole('button', { name: 'Skip…' }).click();
  await window.getByRole('textbox', { name: 'Reason' }).fill('A colleague has made it');
  await window.getByRole('button', { name: 'Skip it' }).click();
  await expect(window.locator('[data-step="8"]')).toHaveAttribute('data-step-state', 'skipped');
  await expect(window.locator('[data-step="9"]')).toHaveAttribute('data-step-state', 'todo');
});
