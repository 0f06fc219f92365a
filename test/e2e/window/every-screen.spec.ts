import type { Page } from '@playwright/test';
import { findAxeViolations } from '../app/find-axe-violations';
import { expect, test } from '../app/fixtures';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';
import { screenAddresses } from '../app/screen-addresses';
import { setContentSize } from '../app/set-content-size';
import { waitUntilShown } from '../app/wait-until-shown';

/** Parts that stick out of the window or of the screen's column to the right, and tags that their cell cuts in two. */
const overflowing = (window: Page) =>
  window.evaluate(() => {
    const main = document.querySelector('main');
    const isCut = (tag: Element): boolean => {
      const { left, right, top, bottom } = tag.getBoundingClientRect();
      for (let around = tag.parentElement; around !== null; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'hidden') continue;
        const box = around.getBoundingClientRect();
        if (top >= box.bottom - 1 || bottom <= box.top + 1 || left >= box.right - 1) return false;
        if (right > box.right + 1) return true;
      }
      return false;
    };
    const cut = [...document.querySelectorAll('main [data-tag]')].filter(isCut).map((tag) => `the tag “${tag.textContent}”`);
    return [
      ...cut,
      ...(document.documentElement.scrollWidth > innerWidth ? ['the window'] : []),
      ...(main !== null && main.scrollWidth > main.clientWidth ? ['the screen’s column'] : []),
    ];
  });

async function look(window: Page, where: string): Promise<void> {
  expect.soft(await overflowing(window), `${where}: what sticks out`).toEqual([]);
  expect.soft(await findAxeViolations(window), `${where}: what axe finds`).toEqual([]);
}

/** The screen as it opens, and each of its tabs. */
async function lookAtTabs(window: Page, address: string): Promise<void> {
  await look(window, address);
  const tabs = window.locator('main').getByRole('tab', { selected: false });
  const names = await tabs.evaluateAll((elements) => elements.map((element) => element.textContent ?? ''));
  for (const name of names) {
    await window.locator('main').getByRole('tab', { name, exact: true }).click();
    await waitUntilShown(window);
    await look(window, `${address}, tab ${name}`);
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const filled of [false, true]) {
    test(`every screen, ${filled ? 'with the demo open' : 'with no workspace yet'}, ${colorScheme}: clean for axe, nothing cut off at 1024 × 700`, async ({
      start,
    }) => {
      test.setTimeout(240_000);
      const app = await start({ colorScheme });
      await setContentSize(app, { width: 1024, height: 700 });
      if (filled) await openDemo(app.window);
      const addresses = await screenAddresses(app.window);
      expect(addresses).toContain('settings');
      for (const address of addresses) {
        await test.step(address, async () => {
          await openScreen(app.window, address);
          await lookAtTabs(app.window, address);
        });
      }
    });
  }
}

test('every step of the guide is clean for axe, nothing cut off at 1024 × 700', async ({ app }) => {
  test.setTimeout(240_000);
  await setContentSize(app, { width: 1024, height: 700 });
  await openDemo(app.window);
  await openScreen(app.window, 'guide');
  const steps = await app.window
    .locator('main a[href^="#/guide/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => String(link.getAttribute('href')).replace('#/', '')))]);
  expect(steps.length).toBeGreaterThanOrEqual(18);
  for (const step of steps) {
    await test.step(step, async () => {
      await openScreen(app.window, step);
      await look(app.window, step);
    });
  }
});
