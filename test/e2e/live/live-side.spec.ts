import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fakeToken, startFakeVendor } from '../../fakes/fake-vendor';
import { findAxeViolations } from '../app/find-axe-violations';
import { expect, test } from '../app/fixtures';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';

const people = Array.from({ length: 230 }, (_, index) => ({
  id: String(index + 1),
  userName: `p${index}@acme.example`,
  active: true,
  role: index === 0 ? 'Admin' : 'User',
}));

/** The demo's workspace with the fake vendor's token: exchanged as an admin does it. */
async function withToken(window: Page, baseUrl: string): Promise<void> {
  await openDemo(window);
  await openScreen(window, 'live');
  await window.getByLabel('SCIM base URL').fill(baseUrl);
  await window.getByRole('textbox', { name: 'New token' }).fill('a-wrong-token-that-nobody-has');
  await window.getByRole('button', { name: 'Check and exchange' }).click();
  await expect(window.getByText('The old token was kept')).toBeVisible();
  await window.getByRole('textbox', { name: 'New token' }).fill(fakeToken);
  await window.getByRole('button', { name: 'Check and exchange' }).click();
  await expect(window.getByText('Exchanged', { exact: true })).toBeVisible();
}

test('the preflight reads only, says what each answer means, and writes after the typed confirmation', async ({ app }) => {
  const { window } = app;
  const vendor = await startFakeVendor({ users: people });
  try {
    await withToken(window, vendor.baseUrl);
    await window.getByRole('button', { name: 'Run the preflight' }).click();
    await expect(window.locator('[data-verdict="ready"]')).toBeVisible();
    expect(vendor.requests.filter((line) => !line.startsWith('GET '))).toEqual([]);
    await expect(window.locator('[data-probe="paging"]')).toHaveAttribute('data-result', 'pass');
    await expect(window.getByRole('heading', { name: /Forecast/ })).toBeVisible();
    expect(await findAxeViolations(window)).toEqual([]);

    await openScreen(window, 'guide/14');
    await window.getByRole('textbox', { name: /Test e-mail/ }).fill('scim-test+1@acme.example');
    await openScreen(window, 'live');
    await window.getByLabel('SCIM base URL').fill(vendor.baseUrl);
    await window.getByRole('button', { name: /Play the whole test/ }).click();
    const dialog = window.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Write and clean up' })).toBeDisabled();
    await dialog.getByRole('textbox').fill('Acme (demo)');
    await dialog.getByRole('button', { name: 'Write and clean up' }).click();
    await expect(window.getByText('Left behind at the service')).toBeVisible();
    expect(vendor.requests.some((line) => line.startsWith('POST /Groups'))).toBe(true);
    expect(vendor.groups).toEqual([]);
  } finally {
    await vendor.close();
  }
});

test('an endpoint that is not ready says what failed and how to repair it', async ({ app }) => {
  const { window } = app;
  const vendor = await startFakeVendor({ users: people, quirks: { ignoresFilter: true, totalIsPageSize: true } });
  try {
    await withToken(window, vendor.baseUrl);
    await window.getByRole('button', { name: 'Run the preflight' }).click();
    await expect(window.locator('[data-verdict="not-ready"]')).toBeVisible();
    await expect(window.locator('[data-probe="user-filter"]')).toHaveAttribute('data-result', 'fail');
    await expect(window.locator('[data-probe="user-filter"]')).toContainText('What to do:');
  } finally {
    await vendor.close();
  }
});

test('a pull that fails half-way takes nothing over, goes on from there, and shows drift later', async ({ app }) => {
  const { window } = app;
  const vendor = await startFakeVendor({ users: people, groups: [{ id: '50001', displayName: 'eng', members: ['1', '2'] }] });
  try {
    await withToken(window, vendor.baseUrl);
    await openScreen(window, 'live/tenant');
    await window.getByLabel('SCIM base URL').fill(vendor.baseUrl);
    vendor.setFaults(({ query }) => (query.get('startIndex') === '101' ? { kind: 'status', status: 404 } : null));
    await window.getByRole('button', { name: 'Pull the organisation' }).click();
    await expect(window.getByText('Stopped after 100 users and 0 groups: nothing was taken over')).toBeVisible();
    vendor.setFaults(() => null);
    await window.getByRole('button', { name: 'Go on from there' }).click();
    await expect(window.getByText('230', { exact: true })).toBeVisible();
    await openScreen(window, 'vendor/people');
    await expect(window.locator('[data-where-from="pulled"]')).toBeVisible();
    await openScreen(window, 'vendor/places');
    await expect(window.locator('[data-where-from="by-hand"]')).toContainText('SCIM cannot tell entities');
    await openScreen(window, 'live/tenant');
    await window.getByLabel('SCIM base URL').fill(vendor.baseUrl);
    vendor.users[5]!.active = false;
    await window.getByRole('button', { name: 'Pull it again' }).click();
    await expect(window.getByText(/p5@acme.example: active expected true, found false/)).toBeVisible();
    expect(await findAxeViolations(window)).toEqual([]);
  } finally {
    await vendor.close();
  }
});

test('offline blocks every call, and the list of calls shows it; no token is in any file', async ({ app, userData }) => {
  const { window } = app;
  const vendor = await startFakeVendor({ users: people });
  try {
    await withToken(window, vendor.baseUrl);
    await openScreen(window, 'live/network');
    await window.getByRole('switch', { name: 'Offline: block every call' }).click();
    await openScreen(window, 'live');
    await window.getByLabel('SCIM base URL').fill(vendor.baseUrl);
    const before = vendor.requests.length;
    await window.getByRole('button', { name: 'Run the preflight' }).click();
    await expect(window.locator('[data-verdict="not-ready"]')).toBeVisible();
    expect(vendor.requests.length).toBe(before);
    await openScreen(window, 'live/network');
    await expect(window.getByText(/^blocked/).first()).toBeVisible();
    for (const file of ['network.json', 'logs/main.log'])
      expect(await readFile(join(userData, file), 'utf8').catch(() => '')).not.toContain(fakeToken);
  } finally {
    await vendor.close();
  }
});

test('the go-live checklist names what is missing, and a danger is accepted by name only', async ({ app }) => {
  const { window } = app;
  await openDemo(window);
  await openScreen(window, 'live/go-live');
  await expect(window.locator('[data-item="plan"]')).toHaveAttribute('data-mark', 'open');
  await expect(window.locator('[data-item="saml"]')).toHaveAttribute('data-mark', 'open');
  await window.getByRole('button', { name: 'Make the run sheet' }).click();
  await expect(window.getByText(/nothing changed since/)).toBeVisible();
  expect(await findAxeViolations(window)).toEqual([]);
});
