import { expect, type Page } from '@playwright/test';

/** Confirms by eye every value of the step that was met before; each answer takes its own button away. */
export async function confirmValues(window: Page): Promise<void> {
  const buttons = window.getByRole('button', { name: /^Yes, / });
  for (let left = await buttons.count(); left > 0; left -= 1) {
    await buttons.first().click();
    await expect(buttons).toHaveCount(left - 1);
  }
}
