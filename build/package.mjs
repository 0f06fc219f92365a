import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildChanged } from './build.mjs';
import { windowBundles } from './bundles.mjs';
import { tool } from './checks.mjs';
import { endWith } from './end-with.mjs';
import { trialVariable } from './packaging/guard-runtime.mjs';
import { root } from './root.mjs';
import { runInFront } from './run-in-front.mjs';
import { setUp } from './set-up/set-up.mjs';
import { SetUpError } from './set-up/set-up-error.mjs';

const args = process.argv.slice(2);
const trial = args.includes('--trial');

/**
 * `npm run package`: installers for this system, from the official Electron; arguments go to electron-builder.
 * `npm run package -- --trial`: the app laid out in release/trial from whatever Electron is here, to be tried and tested on this machine.
 */
await endWith(async () => {
  const { electron, env } = await setUp({ root, say: console.log, keyring: false });
  if (electron !== 'official' && !trial) {
    throw new SetUpError({
      step: 'Packaging',
      cause: 'the official Electron cannot be had on this machine, and users get no other',
      fix: 'Package where it can be downloaded; or lay out a trial package, for this machine only: npm run package -- --trial',
    });
  }
  await buildChanged(windowBundles, console.log);
  const own = trial ? trialArgs(env['ELECTRON_OVERRIDE_DIST_PATH']) : args;
  return runInFront(
    tool('electron-builder/out/cli/cli.js', '--publish', 'never', ...own),
    { ...process.env, ...(trial ? { [trialVariable]: 'yes' } : {}) },
    root,
  );
});

/**
 * The release's configuration but for one fuse: tests drive the app through the inspector.
 * @param {string | undefined} dist
 */
function trialArgs(dist) {
  const folder = dist ?? join(root, 'node_modules/electron/dist');
  const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return [
    '--dir',
    `-c.electronDist=${folder}`,
    `-c.electronVersion=${version}`,
    '-c.directories.output=release/trial',
    '-c.electronFuses.enableNodeCliInspectArguments=true',
  ];
}
