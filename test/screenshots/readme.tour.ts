import { join } from 'node:path';
import { test } from '../e2e/app/fixtures';
import { projectFolder } from '../e2e/app/launch';
import { openDemo } from '../e2e/app/open-demo';
import { openScreen } from '../e2e/app/open-screen';
import { setContentSize } from '../e2e/app/set-content-size';
import { runPreview } from '../e2e/preview/run-preview';

/** The pictures of the README, of the demo as anybody can open it. */
test('pictures for the README', async ({ app }) => {
  const { window } = app;
  const shoot = (name: string) => window.screenshot({ path: join(projectFolder, 'docs', 'images', `${name}.png`) });
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await setContentSize(app, { width: 1280, height: 800 });
  await openDemo(window);
  await openScreen(window, 'guide/10');
  await shoot('guide');
  await openScreen(window, 'preview');
  await runPreview(window);
  await shoot('preview');
});
