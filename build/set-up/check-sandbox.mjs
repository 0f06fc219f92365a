import { readFileSync, statSync } from 'node:fs';
import { SetUpError } from './set-up-error.mjs';

/**
 * Chromium keeps a page in a sandbox by one of two means on Linux: user namespaces, which some distributions forbid to ordinary
 * programs, or a helper that belongs to root and runs as root.
 * @param {{ apparmorRestricts: string | null, cloneAllowed: string | null, mostNamespaces: string | null, helperIsRoots: boolean }} found
 *   the first three as the kernel says them; null where it does not
 */
export const canSandbox = ({ apparmorRestricts, cloneAllowed, mostNamespaces, helperIsRoots }) =>
  helperIsRoots || (apparmorRestricts !== '1' && cloneAllowed !== '0' && mostNamespaces !== '0');

/**
 * Fails where Electron would end at once with a message about its sandbox. Root needs none (`sandboxArgs`).
 * @param {string} runtimeFolder
 */
export function checkSandbox(runtimeFolder) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const helper = `${runtimeFolder}/chrome-sandbox`;
  const found = {
    apparmorRestricts: readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns'),
    cloneAllowed: readSetting('/proc/sys/kernel/unprivileged_userns_clone'),
    mostNamespaces: readSetting('/proc/sys/user/max_user_namespaces'),
    helperIsRoots: isRoots(helper),
  };
  if (canSandbox(found)) return;
  throw new SetUpError({
    step: "Checking Chromium's sandbox",
    cause: 'this system forbids user namespaces to ordinary programs, and the other means is not set up',
    fix: `Run this once: sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`,
  });
}

/** @param {string} file */
function readSetting(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** @param {string} file */
function isRoots(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0;
}
