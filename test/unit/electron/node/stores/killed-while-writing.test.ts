import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build, type Plugin } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openFileProfile } from '../../../../fakes/file-profile';
import { must } from '../../../../fakes/profile';

const project = resolve(import.meta.dirname, '../../../../..');
const folder = mkdtempSync(join(tmpdir(), 'killed-while-writing-'));
const restlessDocument = { name: 'restless', schema: z.object({ number: z.number(), filling: z.string() }) } as const;

/** electron-store asks Electron for a folder only where it is not given one. */
const withoutElectron: Plugin = {
  name: 'without-electron',
  enforce: 'pre',
  resolveId: (id) => (id === 'electron' ? '\0electron' : null),
  load: (id) => (id === '\0electron' ? 'export default {};' : null),
};

/** The writer as one file with the real electron-store in it. */
beforeAll(async () => {
  await build({
    root: project,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [withoutElectron],
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: join(project, 'test/fakes/restless-writer.ts'),
      outDir: join(folder, 'program'),
      minify: false,
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false, entryFileNames: 'restless-writer.cjs' } },
    },
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets it write until it has said so many numbers, kills it (SIGKILL: no handler runs), and answers the last number it said. */
function writeAndKill(profile: string, first: number, afterLines: number): Promise<number> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [join(folder, 'program/restless-writer.cjs'), profile, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last = -1;
    let lines = 0;
    createInterface({ input: child.stdout }).on('line', (line) => {
      last = Number(line);
      lines += 1;
      if (lines === afterLines) child.kill('SIGKILL');
    });
    child.on('error', fail);
    child.on('close', (_code, signal) => (signal === 'SIGKILL' ? settle(last) : fail(new Error(`it ended by itself: ${signal}`))));
  });
}

describe('a kill at any moment', () => {
  it('loses at most the keystroke under way, and damages nothing', { timeout: 120_000 }, async () => {
    const profile = join(folder, 'profile');
    let next = 0;
    for (const lines of [1, 2, 5, 13, 34]) {
      const said = await writeAndKill(profile, next, lines);
      const { workspaces, documents } = openFileProfile(profile);
      const view = workspaces.view();
      expect(view.reports).toEqual([]);
      const id = view.activeId ?? '';
      const kept = Number(must(workspaces.get(id)).values['display-label']?.text);
      expect([said, said + 1]).toContain(kept);
      const document = must(await documents.of(id).read(restlessDocument));
      if (document !== null) {
        expect(document.filling.length).toBe((document.number * 7919) % 200_000);
        expect(document.number).toBeGreaterThanOrEqual(kept - 2);
      }
      expect(readdirSync(join(profile, 'workspaces', id)).filter((name) => name.includes('corrupt'))).toEqual([]);
      expect(readdirSync(join(profile, 'workspaces', id)).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
      next = kept + 1;
    }
  });
});
