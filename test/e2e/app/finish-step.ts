import { expect, type Page } from '@playwright/test';
import { confirmValues } from './confirm-values';

/** Ticks what was pasted and seen, confirms what was met before, and goes on to the next step by the footer's own button. */
export async function finishStep(window: Page, step: string): Promise<void> {
  await confirmValues(window);
  const ticks = window.getByRole('checkbox', { name: /^Pasted/ });
  for (const tick of await ticks.all()) {
    if (await tick.isChecked()) continue;
    await tick.click();
    await expect(tick).toBeChecked();
  }
  await window.getByRole('button', { name: /^(Done|Tick all \d+), next$/ }).click();
  // The last step leads out of the guide, to the overview.
  if (step !== '14') await expect(window.locator(`[data-step="${step}"]`)).toHaveAttribute('data-step-state', 'done');
}
