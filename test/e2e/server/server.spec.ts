import { createServer } from 'node:net';
import type { Page } from '@playwright/test';
import { findAxeViolations } from '../app/find-axe-violations';
import { expect, test } from '../app/fixtures';
import type { PreflightApp } from '../app/launch';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';

/** Starts the server in the window and answers what a client outside the app needs. */
async function startServer({ electron, window }: PreflightApp): Promise<{ readonly baseUrl: string; readonly token: string }> {
  await openScreen(window, 'server');
  await window.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(window.getByText('running', { exact: true })).toBeVisible();
  const baseUrl = await window.getByText(/^http:\/\/127\.0\.0\.1:\d+\/scim\/v2$/).textContent();
  await window.getByRole('button', { name: 'Copy bearer token' }).click();
  await expect(window.getByRole('button', { name: 'Copied bearer token' })).toBeVisible();
  const token = await electron.evaluate(({ clipboard }) => clipboard.readText());
  // The button's tooltip is no part of what is looked at later.
  await window.mouse.move(0, 0);
  await window.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await expect(window.getByRole('tooltip')).toHaveCount(0);
  return { baseUrl: baseUrl ?? '', token };
}

const clientOf =
  ({ baseUrl, token }: { readonly baseUrl: string; readonly token: string }) =>
  async (method: string, path: string, body?: object): Promise<{ readonly status: number; readonly json: Record<string, unknown> }> => {
    const answer = await fetch(baseUrl + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json', 'User-Agent': 'outside' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: text === '' ? {} : JSON.parse(text) };
  };

const rows = (window: Page) => window.getByRole('grid', { name: 'Requests' }).getByRole('row');
const newUser = (userName: string) => ({ userName, name: { givenName: 'Nia', familyName: 'New' }, active: true });

async function runScript(window: Page, name: string): Promise<void> {
  await openScreen(window, 'jumpcloud');
  await window.getByRole('navigation', { name: 'Sequences' }).getByRole('button', { name, exact: true }).click();
  await window.getByRole('button', { name: 'Run all' }).click();
}

test('requests from outside the process are listed live, filtered, opened, judged and replayed', async ({ app }) => {
  const { window } = app;
  await openDemo(window);
  const send = clientOf(await startServer(app));

  const made = await send('POST', '/Users', newUser('nia@acme.example'));
  expect(made.status).toBe(201);
  const id = String(made.json['id']);
  const group = await send('POST', '/Groups', { displayName: 'eng-new-team', members: [{ value: id }] });
  expect(group.status).toBe(201);
  const patch = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'] };
  await send('PATCH', `/Users/${id}`, { ...patch, Operations: [{ op: 'replace', path: 'active', value: false }] });
  expect((await send('GET', '/Users/424242')).status).toBe(404);
  expect((await fetch(`${(await target(window)) ?? ''}/Users`)).status).toBe(401);

  await test.step('the list shows each, newest first, with what it meant', async () => {
    await expect(rows(window)).toHaveCount(6);
    await expect(rows(window).nth(1)).toContainText('the bearer token is wrong or missing');
    await expect(rows(window).nth(2)).toContainText('Read user 424242: not found');
    await expect(rows(window).nth(4)).toContainText('Created group eng-new-team, nia@acme.example');
    await expect(rows(window).nth(5)).toContainText('Created nia@acme.example');
    expect(await findAxeViolations(window)).toEqual([]);
  });

  await test.step('the filter chooses, and says what it does not understand', async () => {
    const filter = window.getByLabel('Filter the log');
    await filter.fill('status>=400 path~Users');
    await expect(rows(window)).toHaveCount(3);
    await filter.fill('stauts=400');
    await expect(window.getByText('"stauts" is not a field of the log.')).toBeVisible();
    await filter.fill('method=PATCH user=nia@acme.example');
    await expect(rows(window)).toHaveCount(2);
  });

  await test.step('an exchange in full: both sides, the changed part, the effect', async () => {
    await rows(window).nth(1).click();
    await expect(window.getByRole('region', { name: 'Request', exact: true })).toContainText(`PATCH /Users/${id}`);
    await expect(window.getByRole('region', { name: 'Answer' }).locator('[data-mark="changed"]').first()).toContainText('"active": false');
    await expect(window.getByRole('region', { name: 'Effects' })).toContainText('deactivated');
    expect(await findAxeViolations(window)).toEqual([]);
  });

  await test.step('enlarged, it takes the place of the list, and gives it back', async () => {
    const answer = window.getByRole('region', { name: 'Answer' });
    const small = (await answer.boundingBox())?.height ?? 0;
    const enlarge = window.getByRole('button', { name: 'Enlarge the detail' });
    await enlarge.click();
    await expect(window.getByRole('grid', { name: 'Requests' })).toBeHidden();
    expect((await answer.boundingBox())?.height ?? 0).toBeGreaterThan(1.5 * small);
    await enlarge.click();
    await expect(rows(window)).toHaveCount(2);
    await expect(rows(window).nth(1)).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('copied as curl, the token is a variable', async () => {
    await window.getByRole('button', { name: 'Copy as curl' }).click();
    await expect(window.getByText('Copied as curl')).toBeVisible();
    const command = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
    expect(command).toContain(`/Users/${id}`);
    expect(command).toContain('Bearer $SCIM_TOKEN');
  });

  await test.step('what changed the person: creation, place, deactivation', async () => {
    await window.getByRole('button', { name: 'nia@acme.example' }).click();
    const steps = window.getByRole('list', { name: 'What changed nia@acme.example' }).locator('> li');
    await expect(steps).toHaveCount(3);
    await expect(steps.first()).toContainText('first change');
    await expect(steps.last()).toContainText('deactivated');
  });

  await test.step('the whole log on a fresh copy is answered as recorded, and not logged again', async () => {
    await window.getByRole('tab', { name: 'Log' }).click();
    await window.getByRole('button', { name: 'Empty the filter' }).click();
    await window.getByRole('button', { name: 'Replay', exact: true }).first().click();
    await window.getByRole('menuitem', { name: 'The whole log' }).click();
    await window.getByRole('textbox', { name: 'Watch a person (optional)' }).fill('nia@acme.example');
    await window.getByRole('button', { name: 'Make ready' }).click();
    await window.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(window.getByText('1 of 5 played')).toBeVisible();
    await window.getByRole('button', { name: 'To the end' }).click();
    await expect(window.getByText('5 of 5 played')).toBeVisible();
    await expect(window.getByText('first changed by request 1')).toBeVisible();
    await window.getByRole('tab', { name: 'Log' }).click();
    await expect(window.getByText('5 requests', { exact: true })).toBeVisible();
  });
});

const target = (window: Page): Promise<string | null> => window.getByText(/^http:\/\/127\.0\.0\.1:\d+\/scim\/v2$/).textContent();

test('a port in use is told, and a free one is offered', async ({ app }) => {
  const { window } = app;
  await openDemo(window);
  const { baseUrl } = await startServer(app);
  await window.getByRole('button', { name: 'Stop' }).click();
  await expect(window.getByText('stopped', { exact: true })).toBeVisible();
  const port = Number(new URL(baseUrl).port);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  await window.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(window.getByText('The port is in use')).toBeVisible();
  await window.getByRole('button', { name: /^Start on port/ }).click();
  await expect(window.getByText('running', { exact: true })).toBeVisible();
  expect(await target(window)).not.toBe(baseUrl);
  await new Promise((resolve) => other.close(resolve));
});

test('killed and started again, the log and what it did are still there', async ({ start }) => {
  const first = await start();
  await openDemo(first.window);
  const send = clientOf(await startServer(first));
  expect((await send('POST', '/Users', newUser('nia@acme.example'))).status).toBe(201);
  const ended = new Promise((resolve) => first.electron.process().once('exit', resolve));
  first.electron.process().kill('SIGKILL');
  await ended;
  const { window } = await start();
  await openScreen(window, 'server');
  await expect(window.getByText('stopped', { exact: true })).toBeVisible();
  await expect(rows(window).nth(1)).toContainText('Created nia@acme.example');
  await window.getByRole('tab', { name: 'What changed a person' }).click();
  await window.getByRole('textbox', { name: 'Person' }).fill('nia@acme.example');
  await window.getByRole('button', { name: 'Find what changed them' }).click();
  await expect(window.getByText('first change')).toBeVisible();
});

test('the virtual JumpCloud: Activate passes, with the used e-mail it fails (I1), with groups off it fails (I2)', async ({ app }) => {
  const { window } = app;
  await openDemo(window);
  await startServer(app);

  await runScript(window, 'Activate');
  await expect(window.getByText('Activate: JumpCloud would be content')).toBeVisible();
  await expect(window.getByRole('grid', { name: 'Requests sent' }).getByRole('row')).toHaveCount(9);
  expect(await findAxeViolations(window)).toEqual([]);

  await test.step('I1: the same e-mail again', async () => {
    await window.getByRole('button', { name: 'Run all' }).click();
    const outcome = window.getByRole('status').filter({ hasText: 'JumpCloud would stop here' });
    await expect(outcome).toContainText('has been used for a test before');
    await expect(outcome.getByRole('button', { name: /^I1:/ })).toBeVisible();
  });

  await test.step('I2: with group provisioning off, which is on again afterwards', async () => {
    await runScript(window, 'Activate while group provisioning is off');
    const outcome = window.getByRole('status').filter({ hasText: 'JumpCloud would stop here' });
    await expect(outcome).toContainText('Group provisioning is off at the vendor');
    await expect(outcome.getByRole('button', { name: /^I2:/ })).toBeVisible();
    await openScreen(window, 'server');
    await expect(window.getByRole('switch', { name: 'Group provisioning' })).toBeChecked();
  });

  await test.step('step by step: the request is seen before it is sent', async () => {
    await openScreen(window, 'jumpcloud');
    await window.getByRole('navigation', { name: 'Sequences' }).getByRole('button', { name: 'Test Connection' }).click();
    await window.getByRole('button', { name: 'Step by step' }).click();
    await expect(window.getByRole('heading', { name: 'Next: request 1' })).toBeVisible();
    await expect(window.getByRole('region', { name: 'Request', exact: true }).first()).toContainText('userName eq "');
    await window.getByRole('button', { name: 'Send it' }).click();
    await expect(window.getByRole('heading', { name: 'Next: request 2' })).toBeVisible();
    await window.getByRole('button', { name: 'Cancel' }).click();
    await expect(window.getByText('Cancelled after one request.')).toBeVisible();
  });
});

test('how much of the log is kept is told and chosen; the whole journal is checked on demand', async ({ start }) => {
  const app = await start();
  const { window } = app;
  await openDemo(window);
  const send = clientOf(await startServer(app));
  expect((await send('POST', '/Users', newUser('nia@acme.example'))).status).toBe(201);
  for (let at = 0; at < 130; at += 1) await send('GET', '/Users?count=0');
  const fromMenu = async (name: string) => {
    await window.getByRole('button', { name: 'More about the server' }).click();
    await window.getByRole('menuitem', { name }).click();
  };
  await fromMenu('How much of the log is kept');
  const dialog = window.getByRole('dialog', { name: 'How much of the log is kept' });
  await expect(dialog.getByText('The log keeps the last 100,000 requests, about 256 MB at most.')).toBeVisible();
  await dialog.getByLabel('Requests').fill('100');
  await expect(dialog.getByText('What does not fit any more is dropped at once')).toBeVisible();
  expect(await findAxeViolations(window, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep so much' }).click();
  await expect(dialog).toBeHidden();
  await fromMenu('How much of the log is kept');
  await expect(dialog.getByText('The log keeps the last 100 requests')).toBeVisible();
  await expect(dialog.getByText('31 older ones were dropped so far')).toBeVisible();
  await window.keyboard.press('Escape');
  await fromMenu('Check the whole journal');
  await expect(window.getByText('The journal is sound')).toBeVisible();
  expect((await send('GET', '/Users?count=0')).status).toBe(200);
  await window.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(window.getByText('The journal is sound')).toBeHidden();
});
