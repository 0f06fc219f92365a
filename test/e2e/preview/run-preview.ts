import type { Page } from '@playwright/test';
import { openScreen } from '../app/open-screen';

/** Runs the preview and waits for its result. */
export async function runPreview(window: Page): Promise<void> {
  await openScreen(window, 'preview');
  await window.locator('main header').getByRole('button', { name: /^Run/ }).click();
  await window.getByRole('region', { name: 'The run in numbers' }).waitFor();
}
