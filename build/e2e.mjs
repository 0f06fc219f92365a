import { buildChanged } from './build.mjs';
import { allBundles } from './bundles.mjs';
import { endWith } from './end-with.mjs';
import { root } from './root.mjs';
import { setUp } from './set-up/set-up.mjs';
import { runPlaywright } from './test-runners.mjs';

await endWith(async () => {
  const environment = await setUp({ root, say: console.log, keyring: true });
  await buildChanged(allBundles, console.log);
  const { failed } = await runPlaywright(process.argv.slice(2), environment);
  return failed === 0 ? 0 : 1;
});
