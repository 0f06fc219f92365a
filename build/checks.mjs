import { root } from './root.mjs';

/**
 * A check that passes or fails as a whole: its exit code says which.
 * @typedef {{ name: string, command: readonly string[] }} Check
 */

/** One TypeScript project a room, so that a room sees only the globals that exist there. */
const rooms = ['shared', 'electron/node', 'electron/cli', 'electron', 'renderer', 'build', 'test'];

/**
 * A tool of node_modules, run by this very Node.
 * @param {string} file
 * @param {readonly string[]} args
 */
export const tool = (file, ...args) => [process.execPath, `${root}node_modules/${file}`, ...args];

/** @type {readonly Check[]} */
export const typeChecks = rooms.map((room) => ({ name: `types of ${room}`, command: tool('typescript/bin/tsc', '-p', room) }));

/** @type {readonly Check[]} */
export const linters = [
  { name: 'style (Biome)', command: tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings') },
  { name: 'imports between rooms', command: [process.execPath, `${root}build/check-layout.mjs`] },
  { name: 'unused code (knip)', command: tool('knip/bin/knip.js', '--no-progress') },
];
