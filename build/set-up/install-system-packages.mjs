import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { installCommand, librariesIn, missingPackages, neededPackages } from './debian-packages.mjs';
import { runProgram } from './run-program.mjs';
import { SetUpError } from './set-up-error.mjs';

const step = 'Installing the system libraries of Electron';

/**
 * On Linux: installs what is missing when we may (root on Debian and its relatives), else names the one command that does.
 * @param {{ virtualDisplay: boolean, keyring: boolean }} need
 * @param {(line: string) => void} say
 */
export async function installSystemPackages(need, say) {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(need);
  if (missing.length === 0) return;
  if (!isOnPath('apt-get')) throw new SetUpError({ step, ...adviceWithoutApt(need, missing) });
  if (process.getuid?.() !== 0) {
    throw new SetUpError({
      step,
      cause: `missing: ${missing.join(', ')}; only root may install them`,
      fix: `Run this once: sudo ${installCommand(missing)}`,
    });
  }
  say(`${step}: ${missing.join(' ')}`);
  await install(missing);
  const left = await findMissing(need);
  if (left.length > 0)
    throw new SetUpError({ step, cause: `still missing afterwards: ${left.join(', ')}`, fix: `Run: ${installCommand(left)}` });
}

/** @param {readonly string[]} missing */
async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  let result = await runProgram('apt-get', installArgs(await currentNames(missing)), { env });
  if (result.code !== 0) {
    // A fresh machine has no list of packages yet, an old one a stale list.
    const update = await runProgram('apt-get', ['update'], { env });
    result = update.code === 0 ? await runProgram('apt-get', installArgs(await currentNames(missing)), { env }) : update;
  }
  if (result.code !== 0) {
    throw new SetUpError({
      step,
      cause: result.output === '' ? `apt-get ended with ${result.code}` : result.output,
      fix: `Check that this machine reaches its package mirror, then run: apt-get update && ${installCommand(missing)}`,
    });
  }
}

/** @param {readonly string[]} names */
const installArgs = (names) => installCommand(names).split(' ').slice(1);

/**
 * Releases since 2024 add "t64" to the names of libraries whose time type grew.
 * @param {readonly string[]} names
 */
async function currentNames(names) {
  const { output } = await runProgram('apt-cache', ['policy', ...names.map((name) => `${name}t64`)]);
  const renamed = new Set([...output.matchAll(/^(\S+)t64:\n.*\n\s+Candidate: (?!\(none\))/gm)].map(([, name]) => name));
  return names.map((name) => (renamed.has(name) ? `${name}t64` : name));
}

/** @param {{ virtualDisplay: boolean, keyring: boolean }} need */
async function findMissing(need) {
  const programs = neededPackages(need).flatMap(({ brings }) => ('program' in brings && isOnPath(brings.program) ? [brings.program] : []));
  const linker = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path));
  if (linker === undefined) return [];
  const { stdout } = await listLibraries(linker);
  return missingPackages(need, { libraries: librariesIn(stdout), programs: new Set(programs) });
}

/**
 * The list is longer than what `runProgram` keeps.
 * @param {string} linker
 * @returns {Promise<{ stdout: string }>}
 */
async function listLibraries(linker) {
  const { execFile } = await import('node:child_process');
  return new Promise((resolve) => execFile(linker, ['-p'], { maxBuffer: 16 * 1024 * 1024 }, (_error, stdout) => resolve({ stdout })));
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * @param {{ virtualDisplay: boolean, keyring: boolean }} need
 * @param {readonly string[]} missing
 */
function adviceWithoutApt(need, missing) {
  const brought = neededPackages(need)
    .filter(({ name }) => missing.includes(name))
    .map(({ brings }) => ('library' in brings ? brings.library : brings.program));
  return { cause: `missing: ${brought.join(', ')}`, fix: 'Install the packages of your distribution that bring these, then try again.' };
}
