// `npm run bench:window [-- SCENARIO]`: how the window answers while it holds 100,000 people, 5,000 groups and 1,000,000
// memberships (docs/performance.md). Without a scenario it makes one in a temporary folder and takes it away again.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildChanged } from './build.mjs';
import { windowBundles } from './bundles.mjs';
import { endWith } from './end-with.mjs';
import { root } from './root.mjs';
import { setUp } from './set-up/set-up.mjs';
import { runPlaywright } from './test-runners.mjs';

await endWith(async () => {
  const environment = await setUp({ root, say: console.log, keyring: false });
  await buildChanged(windowBundles, console.log);
  const folder = mkdtempSync(join(tmpdir(), 'bench-window-'));
  try {
    const [given] = process.argv.slice(2);
    const scenario = given === undefined ? join(folder, 'scenario.json') : resolve(given);
    if (given === undefined) {
      const tool = join(root, '../shared/tools/make-organisation.mjs');
      const { status } = spawnSync(process.execPath, [tool, folder, '100000', '5000', '1000000'], { stdio: 'inherit' });
      if (status !== 0) throw new Error('no organisation could be made');
    }
    const env = { ...environment.env, BENCH_SCENARIO: scenario };
    const { failed } = await runPlaywright(['--config', 'test/bench/playwright.config.ts'], { ...environment, env });
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
