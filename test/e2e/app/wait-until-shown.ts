import type { Page } from '@playwright/test';

/** Waits until the screen's code is there and nothing on it says that it is still loading. */
export async function waitUntilShown(window: Page): Promise<void> {
  await window.locator('main h1').first().waitFor();
  await window.waitForFunction(() => document.querySelector('main [aria-label="Loading"], main [aria-busy="true"]') === null);
}
