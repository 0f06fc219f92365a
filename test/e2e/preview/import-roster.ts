import type { Page } from '@playwright/test';
import { openScreen } from '../app/open-screen';

/** Chooses a roster file on the roster's screen, as the dialog of the system would. */
export async function importRoster(
  window: Page,
  file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
) {
  await openScreen(window, 'roster');
  await window.locator('main input[type="file"]').setInputFiles(typeof file === 'string' ? file : { ...file });
}
