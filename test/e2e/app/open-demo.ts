import type { Page } from '@playwright/test';

/** Makes the demo organisation from a fresh profile, as a newcomer does. */
export async function openDemo(window: Page): Promise<void> {
  await window.getByRole('button', { name: /demo/i }).first().click();
}
