import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { findViolations } from '../../../build/layout/find-violations.mjs';
import { rules } from '../../../build/layout/rules.mjs';

type Tree = Readonly<Record<string, string>>;

const leaf = 'export const leaf = 1;\n';
const imports = (from: string) => `import * as other from '${from}';\nexport const uses = other;\n`;

/** For each rule a project that breaks it, and where. */
const plants: Readonly<Record<string, { readonly tree: Tree; readonly at: string }>> = {
  'shared-imports-shared-only': {
    tree: { 'shared/a.ts': imports('../electron/node/b'), 'electron/node/b.ts': leaf },
    at: 'shared/a.ts',
  },
  'shared-is-pure': { tree: { 'shared/a.ts': imports('axios') }, at: 'shared/a.ts' },
  'shared-without-node': { tree: { 'shared/a.ts': imports('node:fs') }, at: 'shared/a.ts' },
  'scim-and-saml-know-no-vendor': {
    tree: { 'shared/scim/a.ts': imports('../vendor/b'), 'shared/vendor/b.ts': leaf },
    at: 'shared/scim/a.ts',
  },
  'vendor-knows-no-words': { tree: { 'shared/vendor/a.ts': imports('../plan/b'), 'shared/plan/b.ts': leaf }, at: 'shared/vendor/a.ts' },
  'node-knows-no-shell': {
    tree: { 'electron/node/a.ts': imports('../shell/b'), 'electron/shell/b.ts': leaf },
    at: 'electron/node/a.ts',
  },
  'node-without-electron': { tree: { 'electron/node/a.ts': imports('electron') }, at: 'electron/node/a.ts' },
  'cli-knows-no-shell': { tree: { 'electron/cli/a.ts': imports('../shell/b'), 'electron/shell/b.ts': leaf }, at: 'electron/cli/a.ts' },
  'shell-knows-no-other-face': {
    tree: { 'electron/shell/a.ts': imports('../../renderer/b'), 'renderer/b.tsx': leaf },
    at: 'electron/shell/a.ts',
  },
  'preload-is-a-bridge': {
    tree: { 'electron/preload.ts': imports('../shared/vendor/b'), 'shared/vendor/b.ts': leaf },
    at: 'electron/preload.ts',
  },
  'renderer-imports-shared-only': {
    tree: { 'renderer/a.tsx': imports('../electron/shell/b'), 'electron/shell/b.ts': leaf },
    at: 'renderer/a.tsx',
  },
  'renderer-libraries': { tree: { 'renderer/a.ts': imports('commander') }, at: 'renderer/a.ts' },
  'renderer-without-node': { tree: { 'renderer/a.ts': imports('node:path') }, at: 'renderer/a.ts' },
  'one-door-to-samlify': { tree: { 'electron/cli/a.ts': imports('samlify') }, at: 'electron/cli/a.ts' },
  'one-door-to-the-network': { tree: { 'electron/cli/a.ts': imports('axios') }, at: 'electron/cli/a.ts' },
  'nobody-imports-tests': { tree: { 'shared/a.ts': imports('../test/b'), 'test/b.ts': leaf }, at: 'shared/a.ts' },
  'no-cycles': { tree: { 'shared/a.ts': imports('./b'), 'shared/b.ts': imports('./a') }, at: 'shared/a.ts' },
  'no-unresolved': { tree: { 'shared/a.ts': imports('./nowhere') }, at: 'shared/a.ts' },
};

/** What each room may do: none of it is a violation. */
const allowed: Tree = {
  'shared/ipc/a.ts': imports('zod'),
  'shared/plan/a.ts': imports('../vendor/b'),
  'shared/vendor/b.ts': leaf,
  'electron/node/net/a.ts': imports('axios'),
  'electron/node/b.ts': imports('node:fs'),
  'electron/cli/a.ts': imports('../node/b'),
  'electron/shell/a.ts': imports('electron'),
  'electron/shell/b.ts': imports('../node/b'),
  'electron/main.ts': imports('./shell/a'),
  'electron/preload.ts': imports('../shared/ipc/a'),
  'renderer/a.tsx': imports('react'),
  'renderer/b.ts': imports('../shared/ipc/a'),
  'test/a.ts': imports('../electron/node/b'),
  'renderer/registry.ts': "export const screen = () => import('./screen');\n",
  'renderer/screen.ts': imports('./registry'),
  'shared/person.ts': "import type { Team } from './team';\nexport interface Person { readonly team: Team | null }\n",
  'shared/team.ts': "import type { Person } from './person';\nexport interface Team { readonly lead: Person }\n",
};

const projectFolder = join(import.meta.dirname, '../../..');
const planted: string[] = [];

async function plant(tree: Tree): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'layout-'));
  planted.push(folder);
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(tree)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

afterEach(async () => {
  for (const folder of planted.splice(0)) await rm(folder, { recursive: true });
});

describe('the layout check', () => {
  test('has a planted violation for every rule', () => {
    expect(Object.keys(plants).sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  test.each(Object.entries(plants))('fails on %s', async (rule, { tree, at }) => {
    const { violations } = await findViolations(await plant(tree));
    expect(violations).toContainEqual(expect.objectContaining({ rule, from: at }));
  });

  test('lets each room import what it may', async () => {
    const { violations, modules } = await findViolations(await plant(allowed));
    expect(violations).toEqual([]);
    expect(modules).toBeGreaterThanOrEqual(Object.keys(allowed).length);
  });
});
