import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildChanged } from './build.mjs';
import { windowBundles } from './bundles.mjs';
import { endWith } from './end-with.mjs';
import { root } from './root.mjs';
import { runInFront } from './run-in-front.mjs';
import { onDisplay } from './set-up/on-display.mjs';
import { setUp } from './set-up/set-up.mjs';

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

const smoke = process.argv.includes('--smoke');
// A smoke start neither meets an app that is open already nor leaves anything in somebody's profile.
const smokeProfile = smoke ? mkdtempSync(join(tmpdir(), 'scim-preflight-smoke-')) : null;

await endWith(async () => {
  const { env, electronArgs, virtualDisplay } = await setUp({ root, say, keyring: false });
  Object.assign(process.env, env);
  await buildChanged(windowBundles, say);
  if (virtualDisplay && !smoke) say('no display here: opening on a virtual one, which nobody sees');
  const electron = createRequire(import.meta.url)('electron');
  // Without a desktop there is no message bus either, which Chromium reports a dozen times.
  const quiet = virtualDisplay ? ['--log-level=3'] : [];
  return runInFront(
    onDisplay([electron, ...electronArgs, ...quiet, root, ...process.argv.slice(2)], virtualDisplay),
    {
      ...process.env,
      ...(smokeProfile === null ? {} : { SCIM_PREFLIGHT_USER_DATA: smokeProfile }),
      SCIM_PREFLIGHT_STARTED_AT: String(Date.now()),
    },
    process.cwd(),
  );
});
if (smokeProfile !== null) rmSync(smokeProfile, { recursive: true, force: true });
