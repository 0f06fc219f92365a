import type { Page } from '@playwright/test';
import { waitUntilShown } from './wait-until-shown';

/** Makes the demo organisation from a fresh profile, as a newcomer does, and waits until it is open. */
export async function openDemo(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Open the demo' }).first().click();
  // Where the button was, something else may open a tooltip under the pointer.
  await window.mouse.move(0, 0);
  await window.locator('button[data-workspace]:not([data-workspace=""])').waitFor();
  await waitUntilShown(window);
}
