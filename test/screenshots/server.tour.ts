import { join } from 'node:path';
import { test } from '../e2e/app/fixtures';
import { projectFolder } from '../e2e/app/launch';
import { openDemo } from '../e2e/app/open-demo';
import { openScreen } from '../e2e/app/open-screen';
import { setContentSize } from '../e2e/app/set-content-size';

/** The local server after a first sync of acme, and the virtual JumpCloud that sent it. */
for (const [scheme, size] of [
  ['light', { width: 1280, height: 800 }],
  ['light', { width: 1024, height: 700 }],
  ['dark', { width: 1280, height: 800 }],
  ['dark', { width: 1024, height: 700 }],
] as const) {
  test(`server with traffic, ${scheme} at ${size.width} × ${size.height}`, async ({ start, provoked }) => {
    provoked.push(/./);
    const app = await start({ colorScheme: scheme });
    const { window } = app;
    await setContentSize(app, size);
    const shoot = (name: string) =>
      window.screenshot({
        path: join(projectFolder, 'test-results', 'screenshots', `server-${name}-${scheme}-${size.width}.png`),
      });
    const sequence = async (name: string) => {
      await openScreen(window, 'jumpcloud');
      await window.getByRole('navigation', { name: 'Sequences' }).getByRole('button', { name, exact: true }).click();
      await window.getByRole('button', { name: 'Run all' }).click();
      await window
        .getByText(`${name}: JumpCloud would`)
        .or(window.getByText('JumpCloud would stop here'))
        .first()
        .waitFor({ timeout: 120_000 });
    };
    await openDemo(window);
    await openScreen(window, 'server');
    await window.getByRole('button', { name: 'Start', exact: true }).click();
    await window.getByText('running', { exact: true }).waitFor();
    await sequence('Activate');
    await shoot('01-activate');
    await sequence('First sync of the bound groups');
    await shoot('02-first-sync');
    await openScreen(window, 'server');
    await shoot('03-log');
    await window.getByLabel('Filter the log').fill('method=PATCH');
    await window.getByRole('grid', { name: 'Requests' }).getByRole('row').nth(3).waitFor({ state: 'detached' });
    await shoot('04-filter');
    await window.getByRole('grid', { name: 'Requests' }).getByRole('row').nth(1).click();
    await window.getByRole('region', { name: 'Answer' }).waitFor();
    await shoot('05-exchange');
    await window.getByRole('button', { name: 'Enlarge the detail' }).click();
    await shoot('05-exchange-enlarged');
    await window.getByRole('button', { name: 'Enlarge the detail' }).click();
    await window.getByRole('button', { name: 'More about the server' }).click();
    await window.getByRole('menuitem', { name: 'How much of the log is kept' }).click();
    await window.getByRole('dialog').getByLabel('Requests').fill('100');
    await window.getByText('What does not fit any more').waitFor();
    await shoot('08-log-bound');
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: 'More about the server' }).click();
    await window.getByRole('menuitem', { name: 'Check the whole journal' }).click();
    await window.getByText('The journal is sound').waitFor();
    await shoot('09-journal-sound');
    await window.getByRole('tab', { name: 'Replay' }).click();
    await shoot('06-replay');
    await window.getByRole('tab', { name: 'What changed a person' }).click();
    await shoot('07-history');
  });
}
