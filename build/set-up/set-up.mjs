import { checkSandbox } from './check-sandbox.mjs';
import { findElectron } from './electron-runtime.mjs';
import { installPackages } from './install-packages.mjs';
import { installSystemPackages } from './install-system-packages.mjs';
import { needsVirtualDisplay } from './on-display.mjs';
import { SetUpError } from './set-up-error.mjs';

/** The oldest Node that the tools of this project run on. */
const oldestNode = 20;

/**
 * Makes a fresh machine ready, and does nothing in well under a second where nothing is missing. Needs Node alone.
 * @param {{ root: string, say: (line: string) => void, keyring: boolean }} wish keyring: the tests of kept secrets need one
 * @returns {Promise<{ env: Readonly<Record<string, string>>, electronArgs: readonly string[], virtualDisplay: boolean, electron: string }>}
 */
export async function setUp({ root, say, keyring }) {
  checkNode();
  const virtualDisplay = needsVirtualDisplay(process.env);
  await installPackages(root, say);
  await installSystemPackages({ virtualDisplay, keyring }, say);
  const { kind, env } = await findElectron(root, say);
  checkSandbox(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? `${root}node_modules/electron/dist`);
  return { env, electronArgs: sandboxArgs(), virtualDisplay, electron: kind };
}

function checkNode() {
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return;
  throw new SetUpError({
    step: 'Checking Node',
    cause: `this is Node ${process.versions.node}; ${oldestNode} or newer is needed`,
    fix: 'Install a current Node LTS, then run the same command again.',
  });
}

/** Chromium's sandbox refuses to run as root on Linux: only there, and only in development, it is left out. */
export const sandboxArgs = (platform = process.platform, uid = process.getuid?.()) =>
  platform === 'linux' && uid === 0 ? ['--no-sandbox'] : [];
