import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundles } from './bundles.mjs';
import { root } from './root.mjs';
import { oneAtATime, projectLock } from './set-up/one-at-a-time.mjs';
import { sourceStamp } from './source-stamp.mjs';

/** @typedef {(typeof bundles)[number]} Bundle */

const always = ['package.json', 'package-lock.json', 'build/bundles.mjs', 'tsconfig.base.json'];

/**
 * Builds the named bundles whose sources changed since they were built last.
 * @param {readonly string[]} names
 * @param {(line: string) => void} say
 */
export async function buildChanged(names, say) {
  if (changedBundles(names).length > 0) await oneAtATime(projectLock(root), say, () => buildAll(changedBundles(names), say));
}

/** @param {readonly string[]} names */
function changedBundles(names) {
  return bundles.filter((bundle) => names.includes(bundle.name) && readStamp(bundle) !== stampOf(bundle));
}

/**
 * A build that is killed half-way leaves no stamp: what it wrote over is not what the old one says.
 * @param {readonly Bundle[]} changed
 * @param {(line: string) => void} say
 */
async function buildAll(changed, say) {
  const { build } = await import('vite');
  mkdirSync(`${root}dist/.stamps`, { recursive: true });
  for (const bundle of changed) {
    say(`building ${bundle.name}`);
    const stamp = stampOf(bundle);
    rmSync(stampFile(bundle), { force: true });
    await build(await bundle.config());
    writeFileSync(stampFile(bundle), stamp);
  }
}

/** @param {Bundle} bundle */
const stampOf = ({ sources }) => sourceStamp(root, [...always, ...sources]);

/** @param {Bundle} bundle */
const stampFile = ({ name }) => `${root}dist/.stamps/${name}`;

/** @param {Bundle} bundle */
const readStamp = (bundle) =>
  existsSync(stampFile(bundle)) && existsSync(`${root}${bundle.result}`) ? readFileSync(stampFile(bundle), 'utf8') : '';
