import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { bundles } from './bundles.mjs';
import { root } from './root.mjs';
import { sourceStamp } from './source-stamp.mjs';

const always = ['package.json', 'package-lock.json', 'build/bundles.mjs', 'tsconfig.base.json'];

/**
 * Builds the named bundles whose sources changed since they were built last.
 * @param {readonly string[]} names
 * @param {(line: string) => void} say
 */
export async function buildChanged(names, say) {
  for (const bundle of bundles.filter(({ name }) => names.includes(name))) {
    const stampFile = `${root}dist/.stamps/${bundle.name}`;
    const stamp = sourceStamp(root, [...always, ...bundle.sources]);
    const built = existsSync(stampFile) && existsSync(`${root}${bundle.result}`) ? readFileSync(stampFile, 'utf8') : '';
    if (built === stamp) continue;
    say(`building ${bundle.name}`);
    const { build } = await import('vite');
    await build(await bundle.config());
    mkdirSync(`${root}dist/.stamps`, { recursive: true });
    writeFileSync(stampFile, stamp);
  }
}
