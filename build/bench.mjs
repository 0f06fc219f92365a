import { rmSync } from 'node:fs';
import { endWith } from './end-with.mjs';
import { root } from './root.mjs';
import { runInFront } from './run-in-front.mjs';
import { installPackages } from './set-up/install-packages.mjs';

/** The SCIM server against scimmy and the floor: JSON on standard output, progress on standard error. */
await endWith(async () => {
  const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);
  await installPackages(root, say);
  const { build } = await import('vite');
  const folder = `${root}dist/bench`;
  rmSync(folder, { recursive: true, force: true });
  const names = ['scim-server', 'our-server', 'floor-server', 'scimmy-server', 'load', 'open-journal'];
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [`${name}.bench`, `${root}test/bench/${name}.bench.ts`])),
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  if (process.argv.includes('--build')) return 0;
  const bench = process.argv.includes('--open') ? 'open-journal' : 'scim-server';
  return runInFront([process.execPath, `${folder}/${bench}.bench.js`], process.env, root);
});
