import { join } from 'node:path';
import { test } from '../e2e/app/fixtures';
import { projectFolder } from '../e2e/app/launch';
import { openDemo } from '../e2e/app/open-demo';
import { openScreen } from '../e2e/app/open-screen';
import { screenAddresses } from '../e2e/app/screen-addresses';
import { setContentSize } from '../e2e/app/set-content-size';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
] as const;

for (const scheme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    test(`${scheme} at ${size.width} × ${size.height}`, async ({ start, provoked }) => {
      provoked.push(/./);
      const app = await start({ colorScheme: scheme });
      // Motion is left out by the window's own means: Playwright's way of stopping animations can crash this Chromium's page.
      await app.window.emulateMedia({ reducedMotion: 'reduce' });
      await setContentSize(app, size);
      const shoot = (name: string) =>
        app.window.screenshot({
          path: join(projectFolder, 'test-results', 'screenshots', `${name}-${scheme}-${size.width}.png`),
        });
      await shoot('00-first-start');
      await openDemo(app.window);
      const addresses = await screenAddresses(app.window);
      for (const [at, address] of addresses.entries()) {
        await openScreen(app.window, address);
        await shoot(`${String(at + 1).padStart(2, '0')}-${address.replaceAll('/', '-')}`);
      }
      for (const complaint of app.complaints) console.log(`${scheme} ${size.width}: ${complaint}`);
    });
  }
}
