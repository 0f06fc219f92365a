import { join } from 'node:path';
import { createWorkspace } from '../e2e/app/create-workspace';
import { test } from '../e2e/app/fixtures';
import { projectFolder } from '../e2e/app/launch';
import { openScreen } from '../e2e/app/open-screen';
import { setContentSize } from '../e2e/app/set-content-size';
import { importRoster } from '../e2e/preview/import-roster';
import { importScenario } from '../e2e/preview/import-scenario';
import { runPreview } from '../e2e/preview/run-preview';

const acme = join(projectFolder, '../shared/data/acme');
const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
] as const;

for (const scheme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    test(`preview of acme, ${scheme} at ${size.width} × ${size.height}`, async ({ start }) => {
      const app = await start({ colorScheme: scheme });
      const { window } = app;
      await window.emulateMedia({ reducedMotion: 'reduce' });
      await setContentSize(app, size);
      await createWorkspace(window, 'Acme');
      const shoot = async (name: string) => {
        await window.screenshot({
          path: join(projectFolder, 'test-results', 'screenshots', `preview-${name}-${scheme}-${size.width}.png`),
        });
      };
      await openScreen(window, 'preview');
      await shoot('00-empty');
      await openScreen(window, 'roster');
      await shoot('01-roster-empty');
      await importScenario(window, join(acme, 'scenario.json'));
      await shoot('02-rules');
      await importRoster(window, join(acme, 'roster.csv'));
      await window.getByRole('grid', { name: 'People in the roster' }).waitFor();
      await shoot('03-roster-people');
      await openScreen(window, 'roster/groups');
      await shoot('04-roster-groups');
      await runPreview(window);
      await shoot('05-result');
      await window.getByRole('tablist').scrollIntoViewIfNeeded();
      for (const tab of ['people', 'groups', 'picture', 'conflicts', 'warnings', 'refusals', 'places', 'provenance']) {
        await openScreen(window, `preview/${tab}`);
        await window.locator('main [role="tabpanel"] :is([role="row"], section, svg[role="group"])').first().waitFor();
        await window.locator('main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }));
        await shoot(`06-${tab}`);
      }
      await openScreen(window, 'preview/people');
      await window.getByRole('combobox', { name: 'Which people' }).selectOption('conflict');
      await window.getByRole('grid', { name: 'People before and after' }).getByRole('row').nth(3).click();
      await window.getByRole('dialog').getByRole('listitem').first().waitFor();
      await shoot('07-person');
      await window
        .getByRole('dialog')
        .getByRole('button', { name: /^What if: Use Incoming/ })
        .first()
        .click();
      await window.getByText('plan untouched').waitFor();
      await window.keyboard.press('Escape');
      await openScreen(window, 'preview/groups');
      await window.getByRole('grid', { name: 'Groups and their mappings' }).getByRole('row').nth(3).click();
      await window.getByRole('dialog').getByRole('listitem').first().waitFor();
      await shoot('08-group');
      await window.getByRole('button', { name: '…it were deleted' }).click();
      await window
        .getByText(/delete group/)
        .first()
        .waitFor();
      await window.keyboard.press('Escape');
      await openScreen(window, 'preview/compare');
      await window.getByRole('grid', { name: 'People compared' }).getByRole('row').nth(1).waitFor();
      await window.locator('main').evaluate((main) => main.scrollTo({ top: 260 }));
      await shoot('09-compare');
      await openScreen(window, 'vendor/rules');
      await window.getByText('Checked before any run').waitFor();
      await window.getByRole('button', { name: /^Move Rule 6:/ }).focus();
      await window.keyboard.press('ArrowUp');
      await window.locator('[data-rule-change] table').waitFor();
      await shoot('10-rules-moved');
      await openScreen(window, 'vendor/organisation');
      await shoot('11-organisation');
      await openScreen(window, 'vendor/people');
      await shoot('12-vendor-people');
    });
  }
}
