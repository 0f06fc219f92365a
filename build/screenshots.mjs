import { buildChanged } from './build.mjs';
import { windowBundles } from './bundles.mjs';
import { endWith } from './end-with.mjs';
import { root } from './root.mjs';
import { setUp } from './set-up/set-up.mjs';
import { runPlaywright } from './test-runners.mjs';

/** Pictures of every screen, light and dark, at the usual and the smallest common size, into test-results/screenshots. */
await endWith(async () => {
  const environment = await setUp({ root, say: console.log, keyring: false });
  await buildChanged(windowBundles, console.log);
  const { failed } = await runPlaywright(['--config', 'test/screenshots/playwright.config.ts', ...process.argv.slice(2)], environment);
  return failed === 0 ? 0 : 1;
});
