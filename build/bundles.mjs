import { cpSync } from 'node:fs';
import { root } from './root.mjs';

/** Replaced at each load of the page by electron/shell/page-origin.ts. */
const styleNoncePlaceholder = '__STYLE_NONCE__';

/**
 * One CommonJS file with everything in it but Electron and the native SQLite binding, which Node must find by itself.
 * @param {{ entry: string, folder: string, name: string, target: string, banner?: string }} bundle
 * @returns {import('vite').InlineConfig}
 */
const nodeBundle = ({ entry, folder, name, target, banner }) => ({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  ssr: { target: 'node', noExternal: true, external: ['electron', 'libsql'] },
  build: {
    ssr: `${root}${entry}`,
    outDir: `${root}dist/${folder}`,
    emptyOutDir: false,
    target,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { format: 'cjs', codeSplitting: false, entryFileNames: `${name}.cjs`, ...(banner === undefined ? {} : { banner }) },
    },
  },
});

/**
 * Files that are read at run time and are not code: the demo organisation's data.
 * @param {string} from
 * @param {string} to
 * @returns {import('vite').Plugin}
 */
const copyFolder = (from, to) => ({
  name: 'copy-folder',
  writeBundle: () => cpSync(`${root}${from}`, `${root}${to}`, { recursive: true }),
});

/**
 * The window: Chrome 114 is the oldest it runs in. All assets are files of its own origin, none inlined.
 * @returns {Promise<import('vite').InlineConfig>}
 */
const rendererBundle = async () => {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    root: `${root}renderer`,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    html: { cspNonce: styleNoncePlaceholder },
    worker: { format: 'es' },
    build: {
      outDir: `${root}dist/renderer`,
      emptyOutDir: true,
      target: 'chrome114',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 3000,
      reportCompressedSize: false,
    },
  };
};

/**
 * What is built, from which sources, into which file. Node 18 is what Electron 25 brings; the command line runs on the Node of the machine.
 * @type {readonly { name: string, sources: readonly string[], result: string, config: () => Promise<import('vite').InlineConfig> }[]}
 */
export const bundles = [
  {
    name: 'main',
    sources: ['electron/main.ts', 'electron/shell', 'electron/node', 'shared', 'build/demo'],
    result: 'dist/main/main.cjs',
    config: async () => {
      const config = nodeBundle({ entry: 'electron/main.ts', folder: 'main', name: 'main', target: 'node18' });
      return { ...config, plugins: [copyFolder('build/demo', 'dist/main/demo')] };
    },
  },
  {
    name: 'preload',
    sources: ['electron/preload.ts', 'shared/ipc'],
    result: 'dist/main/preload.cjs',
    config: async () => nodeBundle({ entry: 'electron/preload.ts', folder: 'main', name: 'preload', target: 'node18' }),
  },
  {
    name: 'preview-worker',
    sources: ['electron/node/preview', 'electron/node/stores', 'shared'],
    result: 'dist/main/preview-worker.cjs',
    config: async () =>
      nodeBundle({ entry: 'electron/node/preview/preview-worker.ts', folder: 'main', name: 'preview-worker', target: 'node18' }),
  },
  {
    name: 'bundle-worker',
    sources: ['electron/node', 'shared'],
    result: 'dist/main/bundle-worker.cjs',
    config: async () =>
      nodeBundle({ entry: 'electron/node/bundle/bundle-worker.ts', folder: 'main', name: 'bundle-worker', target: 'node18' }),
  },
  {
    name: 'renderer',
    sources: ['renderer', 'shared'],
    result: 'dist/renderer/index.html',
    config: rendererBundle,
  },
  {
    name: 'cli',
    sources: ['electron/cli', 'electron/node', 'shared'],
    result: 'dist/cli/cli.cjs',
    config: async () =>
      nodeBundle({ entry: 'electron/cli/cli.ts', folder: 'cli', name: 'cli', target: 'node20', banner: '#!/usr/bin/env node' }),
  },
];

export const allBundles = bundles.map(({ name }) => name);

/** What the window needs: everything but the command line. */
export const windowBundles = allBundles.filter((name) => name !== 'cli');
