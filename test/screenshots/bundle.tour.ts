import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkspace } from '../e2e/app/create-workspace';
import { test } from '../e2e/app/fixtures';
import { projectFolder } from '../e2e/app/launch';
import { openScreen } from '../e2e/app/open-screen';
import { setContentSize } from '../e2e/app/set-content-size';
import { importScenario } from '../e2e/preview/import-scenario';
import { saveTo } from '../e2e/preview/save-to';

const acme = join(projectFolder, '../shared/data/acme/scenario.json');
const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
] as const;

for (const scheme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    test(`support bundle, ${scheme} at ${size.width} × ${size.height}`, async ({ start }) => {
      const app = await start({ colorScheme: scheme });
      const { window } = app;
      const folder = await mkdtemp(join(tmpdir(), 'scim-preflight-tour-'));
      await window.emulateMedia({ reducedMotion: 'reduce' });
      await setContentSize(app, size);
      const shoot = async (name: string) => {
        await window.screenshot({ path: join(projectFolder, 'test-results', 'screenshots', `bundle-${name}-${scheme}-${size.width}.png`) });
      };
      const scrollToEnd = () => window.locator('main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }));
      try {
        await openScreen(window, 'bundle/make');
        await shoot('00-no-workspace');
        await createWorkspace(window, 'Acme');
        await openScreen(window, 'bundle/make');
        await shoot('01-choose');
        await importScenario(window, acme);
        await openScreen(window, 'bundle/make');
        await window.getByRole('button', { name: 'Show what would go in' }).click();
        await window.getByText('Nothing is written yet').waitFor();
        await shoot('02-made');
        await window.getByLabel('See for yourself that somebody is not in it').fill('u0001@acme.example');
        await window.keyboard.press('Enter');
        await window.getByText(/does not occur/).waitFor();
        await scrollToEnd();
        await shoot('03-not-in-it');
        await window.getByLabel('See for yourself that somebody is not in it').fill('backend');
        await window.keyboard.press('Enter');
        await window.getByText(/“backend” (occurs|does)/).waitFor();
        await scrollToEnd();
        await shoot('04-in-it');
        await window.getByRole('button', { name: 'Read Users at the vendor' }).click();
        await window.getByRole('grid', { name: 'Users at the vendor' }).getByRole('row').nth(3).waitFor();
        await shoot('05-read');
        await window.keyboard.press('Escape');
        const path = join(folder, 'support-bundle.json');
        await saveTo(app, path);
        await window.getByRole('button', { name: 'Save…' }).click();
        await window.getByText('The bundle is saved').waitFor();
        await window.locator('main').evaluate((main) => main.scrollTo({ top: 0 }));
        await shoot('06-saved');
        await openScreen(window, 'bundle/open');
        await shoot('07-open');
        const drop = (file: string) => window.locator('main input[type="file"]').setInputFiles(file);
        await drop(path);
        await window.getByText('It plays back bit for bit').waitFor();
        await window.getByRole('grid').getByRole('row').nth(2).waitFor();
        await shoot('08-identical');
        await scrollToEnd();
        await shoot('09-people');
        await window.getByRole('tab', { name: /To look at/ }).click();
        await window.getByRole('grid').getByRole('row').nth(2).waitFor();
        await scrollToEnd();
        await shoot('10-findings');
        await window.getByRole('button', { name: 'Close the bundle' }).click();
        const bundle = JSON.parse(await readFile(path, 'utf8'));
        bundle.plan.summary.pending += 1;
        for (const person of bundle.plan.people.slice(0, 30)) person.after.role = 'Nobody';
        const changed = join(folder, 'changed.json');
        await writeFile(changed, JSON.stringify(bundle));
        await drop(changed);
        await window.getByText(/It plays back differently/).waitFor();
        await shoot('11-different');
        await window.getByRole('button', { name: 'Close the bundle' }).click();
        await writeFile(changed, '{"format":"scim-preflight/bundle@7"}');
        await drop(changed);
        await window.locator('main').getByRole('alert').waitFor();
        await shoot('12-refused');
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }
}
