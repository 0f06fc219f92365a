import { createWorkspace } from '../app/create-workspace';
import { expect, test } from '../app/fixtures';
import { openScreen } from '../app/open-screen';

test('a skipped step, a tick and a note are taken back one after the other, and done again', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/6');
  const step = window.locator('[data-step="6"]');
  const tick = window.locator('[data-check]').first();
  const note = window.getByRole('textbox', { name: 'Note on step 6' });

  await tick.check();
  await note.fill('Ask Pat');
  await window.getByRole('button', { name: 'Skip…' }).click();
  await window.getByRole('textbox', { name: 'Reason' }).fill('Done last year');
  await window.getByRole('button', { name: 'Skip it' }).click();
  await expect(step).toHaveAttribute('data-step-state', 'skipped');

  await window.locator('main').focus();
  await window.keyboard.press('Control+z');
  await expect(step).toHaveAttribute('data-step-state', 'in-progress');
  await window.keyboard.press('Control+z');
  await expect(note).toHaveValue('');
  await window.keyboard.press('Control+z');
  await expect(tick).not.toBeChecked();

  await window.keyboard.press('Control+y');
  await window.keyboard.press('Control+y');
  await window.keyboard.press('Control+y');
  await expect(step).toHaveAttribute('data-step-state', 'skipped');
  await expect(note).toHaveValue('Ask Pat');
});

test('a token forgotten by mistake comes back with its ticks', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'ledger/bearer-token');
  await window.getByLabel('Bearer token', { exact: true }).fill('q7Zx0123456789abcdefWXYZ');
  await window.getByRole('button', { name: 'Keep it' }).click();
  const pasted = window.getByRole('checkbox', { name: /^Pasted.*Bearer token/ });
  await pasted.check();
  await window.getByRole('button', { name: 'Forget the token' }).click();
  await expect(window.locator('[data-ledger="bearer-token"]')).toHaveAttribute('data-value-state', 'empty');
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(window.locator('[data-ledger="bearer-token"]')).toHaveAttribute('data-value-state', 'ok');
  await expect(pasted).toBeChecked();
});
