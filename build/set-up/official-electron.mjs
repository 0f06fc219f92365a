import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

/** A download on which nothing has arrived for so long is given up; a slow one may take as long as it needs. */
const silenceMs = 20_000;
const lookEveryMs = 1000;

/**
 * Whether the binary of the Electron that package.json names is there.
 * @param {string} root
 */
export function hasOfficialElectron(root) {
  const folder = join(root, 'node_modules', 'electron');
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const found = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return found === version && existsSync(join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8')));
  } catch {
    return false;
  }
}

/**
 * Electron's own installer, which minds its mirrors, proxies, checksums and cache.
 * @param {string} root
 * @returns {Promise<string | null>} null when it is installed, else why not
 */
export async function installOfficialElectron(root) {
  const temporary = mkdtempSync(join(tmpdir(), 'scim-preflight-electron-'));
  const folder = join(root, 'node_modules', 'electron');
  const stopping = new AbortController();
  let seenBytes = 0;
  let seenAtMs = Date.now();
  const watch = setInterval(() => {
    const bytes = sizeOf(temporary) + sizeOf(join(folder, 'dist'));
    if (bytes !== seenBytes) {
      seenBytes = bytes;
      seenAtMs = Date.now();
    } else if (Date.now() - seenAtMs > silenceMs) {
      stopping.abort();
    }
  }, lookEveryMs);
  try {
    const { output } = await runProgram(process.execPath, [join(folder, 'install.js')], {
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      stopped: stopping.signal,
    });
    if (hasOfficialElectron(root)) return null;
    if (stopping.signal.aborted) return `nothing arrived for ${silenceMs / 1000} s`;
    return output.split('\n').find((line) => line.trim() !== '') ?? 'the installer said nothing';
  } finally {
    clearInterval(watch);
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {number}
 */
function sizeOf(folder) {
  try {
    return readdirSync(folder, { recursive: true }).reduce(
      (sum, name) => sum + (statSync(join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
  } catch {
    return 0;
  }
}
