import { join } from 'node:path';
import { test } from '../e2e/app/fixtures';
import { projectFolder } from '../e2e/app/launch';
import { openDemo } from '../e2e/app/open-demo';
import { openScreen } from '../e2e/app/open-screen';
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
      await setContentSize(app, size);
      const shoot = (name: string) =>
        app.window.screenshot({
          path: join(projectFolder, 'test-results', 'screenshots', `${name}-${scheme}-${size.width}.png`),
          animations: 'disabled',
        });
      await shoot('first-start');
      if (await app.window.getByRole('button', { name: /demo/i }).first().isVisible()) await openDemo(app.window);
      const addresses = await app.window
        .getByRole('navigation', { name: 'Screens' })
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => String(link.getAttribute('href')).replace('#/', '')));
      for (const [at, address] of addresses.entries()) {
        await openScreen(app.window, address);
        await shoot(`${String(at + 1).padStart(2, '0')}-${address.replaceAll('/', '-')}`);
      }
      for (const complaint of app.complaints) console.log(`${scheme} ${size.width}: ${complaint}`);
    });
  }
}
