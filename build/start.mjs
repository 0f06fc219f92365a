import { createRequire } from 'node:module';
import { buildChanged } from './build.mjs';
import { endWith } from './end-with.mjs';
import { root } from './root.mjs';
import { runInFront } from './run-in-front.mjs';
import { onDisplay } from './set-up/on-display.mjs';
import { setUp } from './set-up/set-up.mjs';

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

await endWith(async () => {
  const { env, electronArgs, virtualDisplay } = await setUp({ root, say, keyring: false });
  const fullEnv = { ...process.env, ...env };
  Object.assign(process.env, env);
  await buildChanged(['main', 'preload', 'preview-worker', 'renderer'], say);
  if (virtualDisplay && !process.argv.includes('--smoke')) say('no display here: opening on a virtual one, which nobody sees');
  const electron = createRequire(import.meta.url)('electron');
  // Without a desktop there is no message bus either, which Chromium reports a dozen times.
  const quiet = virtualDisplay ? ['--log-level=3'] : [];
  const command = onDisplay([electron, ...electronArgs, ...quiet, root, ...process.argv.slice(2)], virtualDisplay);
  return runInFront(command, { ...fullEnv, SCIM_PREFLIGHT_STARTED_AT: String(Date.now()) }, process.cwd());
});
