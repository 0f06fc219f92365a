import { createWorkspace } from '../app/create-workspace';
import { expect, test } from '../app/fixtures';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';

const heading = { level: 1 } as const;

test('the palette finds a step by its words and goes there', async ({ app: { window } }) => {
  await openDemo(window);
  await window.keyboard.press('Control+k');
  await window.getByPlaceholder(/Search screens/).fill('provisioning tab');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', heading)).toHaveText('Fill in the provisioning tab');
});

test('the palette copies a value without going anywhere', async ({ app }) => {
  const { window, electron } = app;
  await openDemo(window);
  await window.keyboard.press('Control+k');
  await window.getByPlaceholder(/Search screens/).fill('copy scim base url');
  await window.getByRole('button', { name: /^Copy SCIM base URL/ }).click();
  await expect.poll(() => electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('https://auth.lambdatest.com/api/scim');
  await expect(window.getByText('SCIM base URL copied.')).toBeVisible();
});

test('Ctrl and a number go to a screen, and the keyboard stands in it', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await window.keyboard.press('Control+3');
  await expect(window.getByRole('heading', heading)).toHaveText('Values ledger');
  await expect(window.locator('main')).toBeFocused();
  await expect(window).toHaveTitle(/^Values ledger/);
});

test('j and k go through the steps while nothing is typed, Alt with the arrows always', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/2');
  await window.keyboard.press('j');
  await expect(window).toHaveURL(/#\/guide\/3$/);
  await window.getByLabel('SCIM base URL', { exact: true }).focus();
  await window.keyboard.type('j');
  await expect(window).toHaveURL(/#\/guide\/3$/);
  await window.keyboard.press('Alt+ArrowDown');
  await expect(window).toHaveURL(/#\/guide\/4$/);
  await window.keyboard.press('k');
  await expect(window).toHaveURL(/#\/guide\/3$/);
});

test('the group steps stand between 13 and 14', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/13');
  const numbers = await window
    .locator('nav[aria-label="Steps"] [data-step]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('data-step')));
  expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', 'G1', 'G2', 'G3', 'G4', '14']);
  for (const next of ['G1', 'G2', 'G3', 'G4', '14']) {
    await window.keyboard.press('j');
    await expect(window.locator('a[aria-current="step"]')).toHaveAttribute('data-step', next);
  }
});

test('the question mark shows every shortcut', async ({ app: { window } }) => {
  await window.keyboard.press('Shift+?');
  const dialog = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toContainText('Take back the last change');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the first Tab offers to skip the navigation', async ({ app: { window } }) => {
  await window.keyboard.press('Tab');
  const skip = window.getByRole('button', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await window.keyboard.press('Enter');
  await expect(window.locator('main')).toBeFocused();
});

test('a screen that needs a workspace says so, and offers one', async ({ app: { window } }) => {
  await openScreen(window, 'ledger');
  await expect(window.getByText('No workspace is open')).toBeVisible();
  await window.getByRole('main').getByRole('button', { name: 'Open the demo' }).click();
  await expect(window.getByRole('textbox', { name: 'Search the values' })).toBeVisible();
});

test('an address that names nothing shows the overview', async ({ app: { window } }) => {
  await window.evaluate(() => {
    location.hash = '#/no-such-screen/at-all';
  });
  await expect(window.getByRole('heading', heading)).toHaveText(/Rehearse/);
});
