import { checkSandbox } from './check-sandbox.mjs';
import { findElectron } from './electron-runtime.mjs';
import { installPackages } from './install-packages.mjs';
import { installSystemPackages } from './install-system-packages.mjs';
import { needsVirtualDisplay } from './on-display.mjs';

/**
 * Makes a fresh machine ready, and does nothing in well under a second where nothing is missing. Needs Node alone.
 * @param {{ root: string, say: (line: string) => void, keyring: boolean }} wish keyring: the tests of kept secrets need one
 * @returns {Promise<{ env: Readonly<Record<string, string>>, electronArgs: readonly string[], virtualDisplay: boolean, electron: string }>}
 */
export async function setUp({ root, say, keyring }) {
  const virtualDisplay = needsVirtualDisplay(process.env);
  await installPackages(root, say);
  await installSystemPackages({ virtualDisplay, keyring }, say);
  const { kind, env } = await findElectron(root, say);
  checkSandbox(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? `${root}node_modules/electron/dist`);
  return { env, electronArgs: sandboxArgs(), virtualDisplay, electron: kind };
}

/** Chromium's sandbox refuses to run as root on Linux: only there, and only in development, it is left out. */
export const sandboxArgs = (platform = process.platform, uid = process.getuid?.()) =>
  platform === 'linux' && uid === 0 ? ['--no-sandbox'] : [];
