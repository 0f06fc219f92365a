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
      for (const tab of ['people', 'groups', 'conflicts', 'warnings', 'refusals', 'places', 'provenance']) {
        await openScreen(window, `preview/${tab}`);
        await window.locator('main [role="tabpanel"] :is([role="row"], section, li)').first().waitFor();
        await window.locator('main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }));
        await shoot(`06-${tab}`);
      }
      await openScreen(window, 'preview/people');
      await window.getByRole('row').nth(2).click();
      await window.getByRole('dialog').getByRole('listitem').first().waitFor();
      await shoot('07-person');
    });
  }
}
