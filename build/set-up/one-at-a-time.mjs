import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const lookEveryMs = 200;

/** The lock for what changes the project's folder: its packages, and what is built. @param {string} root */
export const projectLock = (root) => join(root, 'dist', '.set-up-lock');

/**
 * Does a piece of work while no other process holds the same lock: two `npm start` at once would delete each other's packages.
 * A lock that a killed process left does not count.
 * @template T
 * @param {string} lock a file; its folder is made
 * @param {(line: string) => void} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(lock, say, work) {
  mkdirSync(dirname(lock), { recursive: true });
  /** @type {number | null} */
  let told = null;
  for (let holder = take(lock); holder !== null; holder = take(lock)) {
    if (holder !== told) say(`waiting for another set-up (process ${holder})`);
    told = holder;
    await wait(lookEveryMs);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * @param {string} lock
 * @returns {number | null} null when it is ours now, else the process that holds it
 */
function take(lock) {
  const mine = `${lock}-${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    // Unlike a file made here, a link has its content from the start.
    linkSync(mine, lock);
    return null;
  } catch (error) {
    if (!isThere(error)) throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  const holder = Number(readText(lock));
  if (isRunning(holder)) return holder;
  rmSync(lock, { force: true });
  return take(lock);
}

/** @param {unknown} error */
const isThere = (error) => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Signal 0 only asks; a process of somebody else answers EPERM, and runs. @param {number} id */
function isRunning(id) {
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
