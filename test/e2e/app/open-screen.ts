import type { Page } from '@playwright/test';
import { waitUntilShown } from './wait-until-shown';

/** Goes to a screen by its address, as a link of the window does (`guide`, `guide/step-3`). */
export async function openScreen(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => {
    location.hash = hash;
  }, `#/${address}`);
  await window.locator(`nav a[aria-current="page"][href="#/${address.split('/')[0]}"]`).waitFor();
  await waitUntilShown(window);
}
