import { expect, type Locator } from '@playwright/test';

/** Ticks what main keeps. The window shows a tick when it is on the disk, which Playwright's `check` does not wait for. */
export async function tick(box: Locator): Promise<void> {
  await expect(box).not.toBeChecked();
  await box.click();
  await expect(box).toBeChecked();
}
