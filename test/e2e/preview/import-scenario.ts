import type { Page } from '@playwright/test';
import { openScreen } from '../app/open-screen';

/** Takes a scenario file in place of the vendor's side, and waits until its rules are there. */
export async function importScenario(window: Page, file: string): Promise<void> {
  await openScreen(window, 'vendor/organisation');
  await window.locator('main input[type="file"]').setInputFiles(file);
  await window.getByRole('status').filter({ hasText: 'was taken over' }).waitFor();
  await openScreen(window, 'vendor/rules');
}
