import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalIdp } from '../../../electron/node/saml/rehearse-login';
import { signLoginResponse } from '../../../electron/node/saml/sign-xml';
import { writeLoginResponse } from '../../../shared/saml/login-response';
import { planLogin } from '../../../shared/saml/rehearsal';
import { vendorAttributes } from '../../../shared/saml/vendor-attributes';
import { IDP_SAMPLES } from '../../fixtures/saml/idp-samples';
import { findAxeViolations } from '../app/find-axe-violations';
import { expect, test } from '../app/fixtures';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';

/** As the demo's ledger has them. */
const demo = {
  idpEntityId: 'https://sso.jumpcloud.com/saml2/testmu-ai',
  spEntityId: 'https://auth.lambdatest.com/organization/4711/saml',
  acsUrl: 'https://auth.lambdatest.com/organization/4711/saml/callback',
  nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  ssoDomains: ['acme.example'],
  attributes: vendorAttributes,
};

test('metadata is shown before it is used, a page of HTML is recognised, and both sides are compared', async ({ app, userData }) => {
  const { window } = app;
  await openDemo(window);
  await openScreen(window, 'saml');
  await window.getByLabel('Or paste the XML').fill('<!doctype html><html><title>Sign in</title></html>');
  await window.getByRole('button', { name: 'Read the pasted XML' }).click();
  await expect(window.getByRole('alert')).toContainText(/HTML/i);

  const idp = await createLocalIdp(Date.now());
  const xml = IDP_SAMPLES[0]!.xml(idp.current.certificate.base64);
  const file = join(userData, 'JumpCloud-testmu-metadata.xml');
  await writeFile(file, xml);
  await window.locator('input[type=file]').setInputFiles(file);
  await expect(window.getByRole('heading', { name: /Read from JumpCloud-testmu-metadata.xml: not used yet/ })).toBeVisible();
  await expect(window.getByText(/left/).first()).toBeVisible();
  await window.getByRole('button', { name: 'Use this metadata' }).click();
  await expect(window.getByRole('heading', { name: 'In use' })).toBeVisible();

  await openScreen(window, 'saml/checks');
  await expect(window.locator('[data-cross-check="idp-entity-id"]')).toHaveAttribute('data-result', 'fail');
  await openScreen(window, 'saml/idp');
  await window.getByRole('button', { name: 'Enter these into the ledger' }).click();
  await expect(window.getByRole('button', { name: 'Enter these into the ledger' })).toBeHidden();
  await openScreen(window, 'saml/checks');
  await expect(window.locator('[data-cross-check="idp-entity-id"]')).toHaveAttribute('data-result', 'pass');
  await expect(window.locator('[data-cross-check="break-glass"]')).toHaveAttribute('data-result', 'warn');
  await window.getByRole('combobox', { name: 'Admins who are exempt from SSO' }).fill('it@acme.example');
  await window.getByRole('combobox', { name: 'Admins who are exempt from SSO' }).press('Enter');
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(window.locator('[data-cross-check="break-glass"]')).toHaveAttribute('data-result', 'pass');
  expect(await findAxeViolations(window)).toEqual([]);
});

test('a login is rehearsed for a person of the roster, and every fault of the matrix is caught', async ({ app }) => {
  const { window } = app;
  await openDemo(window);
  await openScreen(window, 'saml/rehearsal');
  await expect(window.getByText(/Still missing: a person to sign in/)).toBeVisible();
  await window.getByLabel('Person who signs in').fill('acme');
  await window.getByRole('option').first().click();
  await window.getByRole('button', { name: 'Rehearse the login' }).click();
  await expect(window.locator('[data-verdict="accepted"]')).toBeVisible();
  await expect(window.locator('[data-check="audience"]')).toHaveAttribute('data-result', 'pass');
  await expect(window.getByText(/not JumpCloud/).first()).toBeVisible();
  await window.getByRole('button', { name: 'Try every fault' }).click();
  await expect(window.locator('[data-defect]').first()).toBeVisible();
  expect(await window.locator('[data-defect][data-caught="false"]').count()).toBe(0);
  expect(await window.locator('[data-defect]').count()).toBeGreaterThan(15);
  expect(await findAxeViolations(window)).toEqual([]);
});

test('a captured response is judged with every check, at the time of its login, and masked on demand', async ({ app }) => {
  const { window } = app;
  await openDemo(window);
  const nowMs = Date.now() - 86_000_000;
  const idp = await createLocalIdp(nowMs);
  await openScreen(window, 'saml');
  await window
    .getByLabel('Or paste the XML')
    .fill(IDP_SAMPLES[0]!.xml(idp.current.certificate.base64).replaceAll('JumpCloud-Acme', demo.idpEntityId));
  await window.getByRole('button', { name: 'Read the pasted XML' }).click();
  await window.getByRole('button', { name: 'Use this metadata' }).click();
  await expect(window.getByRole('heading', { name: 'In use' })).toBeVisible();

  const plan = planLogin({
    values: demo,
    person: { email: 'ann@acme.example', firstname: 'Ann', lastname: 'Lee' },
    flow: 'idp-initiated',
    sign: 'Assertion',
    nowMs,
    ids: { response: '_r1', assertion: '_a1', request: null },
  });
  const sign = (audience: string) =>
    signLoginResponse(writeLoginResponse({ ...plan.login, audience }), { mode: 'Assertion', key: idp.current });
  const judge = async (xml: string) => {
    await openScreen(window, 'saml/capture');
    await window.getByLabel('SAML response').fill(Buffer.from(xml).toString('base64'));
    await window.getByRole('button', { name: 'Check it' }).click();
  };
  await judge(sign(plan.login.audience));
  await expect(window.locator('[data-verdict="accepted"]')).toContainText('ann@acme.example');
  await judge(sign(plan.login.audience.toUpperCase()));
  await expect(window.locator('[data-verdict="rejected"]')).toBeVisible();
  await expect(window.locator('[data-check="audience"]')).toHaveAttribute('data-result', 'fail');
  await expect(window.locator('[data-check="signature-value"]')).toHaveAttribute('data-result', 'pass');
  await window.getByRole('switch', { name: 'Hide personal data' }).click();
  await expect(window.getByRole('button', { name: /personal data hidden/ }).first()).toBeVisible();
  await expect(window.locator('main')).not.toContainText('ann@acme.example');
});

test('the end of the certificate stands in a calendar file, and the rotation shows its outage', async ({ app, userData }) => {
  const { window, electron } = app;
  await openDemo(window);
  const idp = await createLocalIdp(Date.now());
  await openScreen(window, 'saml');
  await window.getByLabel('Or paste the XML').fill(IDP_SAMPLES[0]!.xml(idp.current.certificate.base64));
  await window.getByRole('button', { name: 'Read the pasted XML' }).click();
  await window.getByRole('button', { name: 'Use this metadata' }).click();
  await openScreen(window, 'saml/rehearsal');
  await window.getByLabel('Person who signs in').fill('acme');
  await window.getByRole('option').first().click();
  await openScreen(window, 'saml/dates');
  const path = join(userData, 'expiries.ics');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await window.getByRole('button', { name: /Save as calendar/ }).click();
  await expect(window.getByText(`Saved as ${path}`)).toBeVisible();
  await window.getByRole('button', { name: 'Rehearse it' }).click();
  await expect(window.locator('[data-moment="jumpcloud-first"]')).toHaveAttribute('data-verdict', 'rejected');
  await expect(window.locator('[data-moment="after"]')).toHaveAttribute('data-verdict', 'accepted');
});
