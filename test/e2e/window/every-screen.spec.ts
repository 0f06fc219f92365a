import type { Page } from '@playwright/test';
import { findAxeViolations } from '../app/find-axe-violations';
import { expect, test } from '../app/fixtures';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';
import { screenAddresses } from '../app/screen-addresses';
import { setContentSize } from '../app/set-content-size';

/** Parts that stick out of the window or of the screen's column to the right. */
const overflowing = (window: Page) =>
  window.evaluate(() => {
    const main = document.querySelector('main');
    return [
      ...(document.documentElement.scrollWidth > innerWidth ? ['the window'] : []),
      ...(main !== null && main.scrollWidth > main.clientWidth ? ['the screen’s column'] : []),
    ];
  });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const filled of [false, true]) {
    test(`every screen, ${filled ? 'with the demo open' : 'with no workspace yet'}, ${colorScheme}: clean for axe, nothing cut off at 1024 × 700`, async ({
      start,
    }) => {
      test.setTimeout(180_000);
      const app = await start({ colorScheme });
      await setContentSize(app, { width: 1024, height: 700 });
      if (filled) await openDemo(app.window);
      const addresses = await screenAddresses(app.window);
      expect(addresses).toContain('settings');
      for (const address of addresses) {
        await test.step(address, async () => {
          await openScreen(app.window, address);
          expect.soft(await overflowing(app.window), `${address}: what sticks out`).toEqual([]);
          expect.soft(await findAxeViolations(app.window), `${address}: what axe finds`).toEqual([]);
        });
      }
    });
  }
}
