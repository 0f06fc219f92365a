// `npm run bench:preview [-- SCENARIO [ROUNDS]]`: measures the preview engine on 100,000 people, 5,000 groups and 1,000,000
// memberships (docs/performance.md). Without a scenario it makes one in a temporary folder and takes it away again.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './root.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bench-preview-'));
/** @param {string[]} args */
const node = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
};
try {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'test/bench/preview-engine.bench.ts',
      outDir: join(root, 'node_modules/.cache/bench-preview'),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'bench.mjs', format: 'es' } },
    },
  });
  let [scenario, ...rest] = process.argv.slice(2);
  if (scenario === undefined) {
    node(join(root, '../shared/tools/make-organisation.mjs'), folder, '100000', '5000', '1000000');
    scenario = join(folder, 'scenario.json');
  }
  const options = (process.env['BENCH_NODE_OPTIONS'] ?? '').split(' ').filter((option) => option !== '');
  node('--expose-gc', ...options, join(root, 'node_modules/.cache/bench-preview/bench.mjs'), scenario, ...rest);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
