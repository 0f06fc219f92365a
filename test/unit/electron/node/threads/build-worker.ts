import { build } from 'vite';
import { bundles } from '../../../../../build/bundles.mjs';

/** A thread's code as it is shipped, built into memory. */
export async function buildWorker(name: string): Promise<string> {
  const bundle = bundles.find((known) => known.name === name);
  if (bundle === undefined) throw new Error(`there is no bundle ${name}`);
  const config = await bundle.config();
  const built = await build({ ...config, build: { ...config.build, write: false } });
  const chunk = (Array.isArray(built) ? built : [built])
    .flatMap((result) => ('output' in result ? result.output : []))
    .find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`the bundle ${name} has no code`);
  return chunk.code;
}
