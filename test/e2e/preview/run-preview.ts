import type { Page } from '@playwright/test';
import { openScreen } from '../app/open-screen';

/** Runs the preview and waits for its result. */
export async function runPreview(window: Page): Promise<void> {
  await openScreen(window, 'preview');
  await window
    .getByRole('main')
    .getByRole('button', { name: /^Run (the preview|again)$/ })
    .first()
    .click();
  await window.getByRole('region', { name: 'The run in numbers' }).waitFor();
}
