import { createWorkspace } from '../app/create-workspace';
import { expect, test } from '../app/fixtures';
import { openScreen } from '../app/open-screen';
import { tick } from '../app/tick';
import { importRoster } from '../preview/import-roster';
import { runPreview } from '../preview/run-preview';

test('a skipped step, a tick and a note are taken back one after the other, and done again', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/6');
  const step = window.locator('[data-step="6"]');
  const seen = window.locator('[data-check]').first();
  const note = window.getByRole('textbox', { name: 'Note on step 6' });

  await tick(seen);
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
  await expect(seen).not.toBeChecked();

  await window.keyboard.press('Control+y');
  await window.keyboard.press('Control+y');
  await window.keyboard.press('Control+y');
  await expect(step).toHaveAttribute('data-step-state', 'skipped');
  await expect(note).toHaveValue('Ask Pat');
});

test('the keys take back what the screen in sight edits: a rule, a what-if, and in the guide its ticks', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'guide/6');
  await tick(window.locator('[data-check]').first());

  await openScreen(window, 'vendor/rules');
  const rules = window.getByRole('list', { name: 'Mapping rules' }).getByRole('listitem');
  await window.getByRole('textbox', { name: 'New rule: pattern' }).fill('qa-');
  await window.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(rules).toHaveCount(1);
  await window.getByRole('combobox', { name: 'Rule 1: target' }).selectOption('ConcurrencyGroup');
  // The choice keeps the focus; it has no undo of its own.
  await window.keyboard.press('Control+z');
  await expect(window.getByRole('combobox', { name: 'Rule 1: target' })).toHaveValue('Team');
  await window.keyboard.press('Control+z');
  await expect(rules).toHaveCount(0);
  await window.keyboard.press('Control+Shift+z');
  await expect(rules).toHaveCount(1);

  await importRoster(window, {
    name: 'small.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('email,firstname,lastname,groups\nann@x.example,Ann,Lee,qa-web\nbob@x.example,Bob,Ray,qa-web\n'),
  });
  await window.getByRole('grid', { name: 'People in the roster' }).waitFor();
  await runPreview(window);
  const whatIf = window.getByRole('region', { name: 'What if', exact: true });
  await whatIf.getByRole('button', { name: 'Try a change' }).click();
  await window.getByRole('menuitem', { name: 'Delete a group…' }).click();
  await window.getByRole('combobox', { name: 'Group', exact: true }).fill('qa-web');
  await window.getByRole('button', { name: 'Try it' }).click();
  await expect(whatIf.getByRole('listitem')).toHaveText(/delete group qa-web/);
  await window.keyboard.press('Control+z');
  await expect(whatIf.getByRole('listitem')).toHaveCount(0);
  await window.keyboard.press('Control+y');
  await expect(whatIf.getByRole('listitem')).toHaveCount(1);

  await openScreen(window, 'guide/6');
  await expect(window.locator('[data-check]').first()).toBeChecked();
  await window.keyboard.press('Control+z');
  await expect(window.locator('[data-check]').first()).not.toBeChecked();
});

test('a token forgotten by mistake comes back with its ticks', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await openScreen(window, 'ledger/bearer-token');
  await window.getByLabel('Bearer token', { exact: true }).fill('q7Zx0123456789abcdefWXYZ');
  await window.getByRole('button', { name: 'Keep it' }).click();
  const pasted = window.getByRole('checkbox', { name: /^Pasted.*Bearer token/ });
  await tick(pasted);
  await window.getByRole('button', { name: 'Forget the token' }).click();
  await expect(window.locator('[data-ledger="bearer-token"]')).toHaveAttribute('data-value-state', 'empty');
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(window.locator('[data-ledger="bearer-token"]')).toHaveAttribute('data-value-state', 'ok');
  await expect(pasted).toBeChecked();
});

test('ticks of groups, the first import and answers to open questions are taken back and done again', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  await importRoster(window, {
    name: 'small.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('email,firstname,lastname,groups\nann@x.example,Ann,Lee,qa;eng\nbob@x.example,Bob,Ray,qa;ops\n'),
  });
  await window.getByRole('grid', { name: 'People in the roster' }).waitFor();
  await openScreen(window, 'roster/groups');
  const push = (name: string) => window.getByRole('checkbox', { name: `Push ${name}` });
  await push('qa').click();
  await expect(push('qa')).not.toBeChecked();
  await window.getByRole('button', { name: 'Push none' }).click();
  await expect(push('eng')).not.toBeChecked();
  await window.keyboard.press('Control+z');
  await expect(push('eng')).toBeChecked();
  await expect(push('qa'), 'what was left out before stays so').not.toBeChecked();
  await window.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(push('qa')).toBeChecked();
  await window.keyboard.press('Control+Shift+z');
  await expect(push('qa')).not.toBeChecked();
  await window.keyboard.press('Control+z');
  await expect(push('qa')).toBeChecked();

  await window.keyboard.press('Control+z');
  await expect(window.getByText('Drop the roster here')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Take small.csv after all' })).toBeVisible();
  await window.keyboard.press('Control+Shift+z');
  await expect(window.getByRole('grid', { name: 'Groups in the roster' })).toBeVisible();

  await openScreen(window, 'settings');
  const answer = window.locator('[data-assumption="A2"]').getByRole('radio').nth(1);
  await answer.check();
  await window.locator('main').focus();
  await window.keyboard.press('Control+z');
  await expect(answer).not.toBeChecked();
  await window.keyboard.press('Control+Shift+z');
  await expect(answer).toBeChecked();
});
