import { buildChanged } from './build.mjs';
import { allBundles } from './bundles.mjs';
import { linters, typeChecks } from './checks.mjs';
import { endWith } from './end-with.mjs';
import { root } from './root.mjs';
import { runChecks } from './run-checks.mjs';
import { setUp } from './set-up/set-up.mjs';
import { runPlaywright, runVitest } from './test-runners.mjs';

const say = console.log;

await endWith(async () => {
  const startedAtMs = Date.now();
  const environment = await setUp({ root, say, keyring: true });
  await buildChanged(allBundles, say);
  say(`ready after ${seconds(startedAtMs)}`);

  const runs = [];
  for (const { name, run } of [
    { name: 'checks', run: () => runChecks([...typeChecks, ...linters], say) },
    { name: 'vitest', run: () => runVitest([]) },
    { name: 'playwright', run: () => runPlaywright([], environment) },
  ]) {
    const runStartedAtMs = Date.now();
    runs.push({ name, ...(await run()), time: seconds(runStartedAtMs) });
  }
  say('');
  for (const { name, passed, failed, time } of runs) say(`${name.padEnd(10)} ${passed} passed, ${failed} failed in ${time}`);
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  say(`all in ${seconds(startedAtMs)}`);
  say(`${runs.reduce((sum, run) => sum + run.passed, 0)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/** @param {number} sinceMs */
function seconds(sinceMs) {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}
