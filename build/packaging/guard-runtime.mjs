import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** Set by `npm run package -- --trial` alone: a package to try out on this machine, in a folder of its own. */
export const trialVariable = 'SCIM_PREFLIGHT_TRIAL_PACKAGE';

/**
 * Why a package with this runtime must not be made; null when it may. Users get the Electron of package.json, which is kept up to date:
 * the one that the npm registry ships is years old.
 * @param {{ wanted: string, found: string, trial: boolean }} runtime
 */
export function refusedRuntime({ wanted, found, trial }) {
  if (trial || found === wanted) return null;
  return `This would package Electron ${found}; users get the official ${wanted} only. Package where it can be downloaded, or try with --trial.`;
}

/**
 * electron-builder calls this for each package that it has laid out.
 * @param {{ appOutDir: string, packager: { config: { electronVersion?: string | null } } }} context
 */
export default async function guardRuntime({ appOutDir, packager }) {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron;
  const found = packager.config.electronVersion ?? wanted;
  const refusal = refusedRuntime({ wanted, found, trial: process.env[trialVariable] === 'yes' });
  if (refusal !== null) throw new Error(refusal);
  // The default app of the development runtime; Electron would prefer it to ours.
  rmSync(join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
}
