import type { Page } from '@playwright/test';
import { waitUntilShown } from './wait-until-shown';

/** Makes the demo organisation from a fresh profile, as a newcomer does, and waits until it is open. */
export async function openDemo(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Open the demo' }).first().click();
  await window.locator('button[data-workspace]:not([data-workspace=""])').waitFor();
  await waitUntilShown(window);
}
