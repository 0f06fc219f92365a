/**
 * Which room may import which (docs/architecture.md). Type imports count too: a room that needs another's types knows about it.
 * @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule
 */

/** @param {readonly string[]} names */
const packages = (names) => `(^|/)node_modules/(@types/)?(${names.join('|')})(/|$)`;
const anyPackage = '(^|/)node_modules/';

/** Pure libraries: no I/O, clock, random, DOM or Node of their own. */
const pure = ['zod', 'papaparse', 're2js'];
const windowLibraries = ['react', 'react-dom', '@mantine', '@tabler', '@tanstack', 'd3-sankey', 'd3-shape', 'd3-path', 'd3-array'];

/** @type {Rule[]} */
export const rules = [
  forbid('shared-imports-shared-only', 'shared/ is pure and knows no other room', '^shared/', '^(electron|renderer)/'),
  forbid('shared-is-pure', 'shared/ runs everywhere, so it uses only libraries that do', '^shared/', anyPackage, packages(pure)),
  {
    ...forbid('shared-without-node', 'shared/ has no I/O, clock or random: they are passed in', '^shared/', '.'),
    to: { dependencyTypes: ['core'] },
  },
  forbid('scim-and-saml-know-no-vendor', 'protocols do not know who speaks them', '^shared/(scim|saml)/', '^shared/(vendor|guide)/'),
  forbid(
    'vendor-knows-no-words',
    'data first, words last: the plan explains effects, never the reverse',
    '^shared/vendor/',
    '^shared/plan/',
  ),
  forbid(
    'node-knows-no-shell',
    'electron/node is plain Node and is tested as such',
    '^electron/node/',
    '^(electron/(shell|cli|main|preload)|renderer/)',
  ),
  forbid(
    'node-without-electron',
    'only electron/shell, main and preload may import electron',
    '^(electron/(node|cli)|renderer|shared)/',
    packages(['electron']),
  ),
  forbid('cli-knows-no-shell', 'the command line runs without Electron', '^electron/cli/', '^(electron/(shell|main|preload)|renderer/)'),
  forbid(
    'shell-knows-no-other-face',
    'two faces meet in electron/node and shared only',
    '^electron/(shell/|main)',
    '^(electron/cli|renderer)/',
  ),
  forbid(
    'preload-is-a-bridge',
    'the preload script runs beside the page: the contract is all it needs',
    '^electron/preload',
    '^(electron|renderer|shared/(?!ipc/))',
  ),
  forbid('renderer-imports-shared-only', 'the window talks to main through its bridge', '^renderer/', '^electron/'),
  forbid(
    'renderer-libraries',
    'the window uses React and its own libraries alone',
    '^renderer/',
    anyPackage,
    packages([...windowLibraries, 'zod', 'vite']),
  ),
  { ...forbid('renderer-without-node', 'the window is sandboxed', '^renderer/', '.'), to: { dependencyTypes: ['core'] } },
  forbid(
    'one-door-to-samlify',
    'samlify stops at the first failure and reads the clock: one module knows that',
    '^(?!electron/node/saml/|test/)',
    packages(['samlify']),
  ),
  forbid(
    'one-door-to-the-network',
    'every call is recorded and refusable: axios behind electron/node/net',
    '^(?!electron/node/net/|test/)',
    packages(['axios']),
  ),
  forbid('nobody-imports-tests', 'tests and build scripts are used by nobody', '^(shared|electron|renderer)/', '^(test|build)/'),
  {
    name: 'no-cycles',
    comment: 'two modules that need each other are one idea or three',
    severity: 'error',
    from: {},
    // Types cost nothing at run time, and a screen that is loaded when needed may know the registry that loads it.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
  },
  { name: 'no-unresolved', comment: 'every import leads somewhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
];

/**
 * @param {string} name
 * @param {string} comment
 * @param {string} from
 * @param {string} to
 * @param {string} [toButNot]
 * @returns {Rule}
 */
function forbid(name, comment, from, to, toButNot) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { path: to, ...(toButNot === undefined ? {} : { pathNot: toButNot }) },
  };
}
