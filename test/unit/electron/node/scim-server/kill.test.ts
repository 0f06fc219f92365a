import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const token = 'kill-test-token';
const kills = 400;
/** The machine decides how many kills fit into this; each of them is checked. */
const budgetMs = 60_000;
const writers = 4;
const root = new URL('../../../../../', import.meta.url).pathname;
let folder: string;
let child: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kill-'));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { target: 'node', noExternal: true, external: ['libsql'] },
    build: {
      ssr: join(root, 'test/unit/electron/node/scim-server/kill-child.ts'),
      // Below the checkout, where Node finds the native binding.
      outDir: join(root, 'node_modules/.cache/kill-test'),
      minify: false,
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false, entryFileNames: 'kill-child.cjs' } },
    },
  });
  child = join(root, 'node_modules/.cache/kill-test/kill-child.cjs');
}, 60_000);

afterAll(() => {
  spare?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const load = (): ChildProcess => spawn(process.execPath, [child, join(folder, 'data'), token], { stdio: ['pipe', 'pipe', 'inherit'] });

/** Already loaded while the one before it answers: a kill then costs opening the journal, not starting Node. */
let spare: ChildProcess | null = null;

async function start(): Promise<{ readonly process: ChildProcess; readonly baseUrl: string }> {
  const started = spare ?? load();
  spare = load();
  started.stdin?.write('open\n');
  const [port] = (await once(createInterface({ input: started.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  return { process: started, baseUrl: `http://127.0.0.1:${port}/scim/v2` };
}

const send = async (baseUrl: string, method: string, path: string, body?: object): Promise<{ status: number; body: never }> => {
  const response = await fetch(baseUrl + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as never };
};

interface Writer {
  /** What the server has answered. */
  answered: number;
  /** What was sent: at most one more. */
  sent: number;
  id: string | null;
}

/** One request after the other: the first makes the writer's group, each other one renames it to the next number. */
async function write(writer: Writer, name: number, baseUrl: string): Promise<void> {
  for (;;) {
    const displayName = `writer ${name} wrote ${writer.answered + 1}`;
    writer.sent = writer.answered + 1;
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
    const answer =
      writer.id === null
        ? await send(baseUrl, 'POST', '/Groups', { displayName })
        : await send(baseUrl, 'PATCH', `/Groups/${writer.id}`, {
            schemas,
            Operations: [{ op: 'replace', path: 'displayName', value: displayName }],
          });
    if (answer.status >= 300) throw new Error(`answered ${answer.status}`);
    writer.id ??= (answer.body as { id: string }).id;
    writer.answered = writer.sent;
  }
}

test(
  'an answered write survives kill -9 at any moment, and an unanswered one is there whole or not at all',
  async () => {
    const all: Writer[] = Array.from({ length: writers }, () => ({ answered: 0, sent: 0, id: null }));
    const until = Date.now() + budgetMs;
    let killed = 0;
    while (killed < kills && Date.now() < until) {
      const running = await start();
      const { body } = await send(running.baseUrl, 'GET', '/Groups?count=100');
      const names = (body as { Resources: { id: string; displayName: string }[] }).Resources;
      for (const [at, writer] of all.entries()) {
        const found = names.filter((group) => group.displayName.startsWith(`writer ${at} `));
        expect(found.length, `writer ${at}`).toBe(writer.answered > 0 ? 1 : Math.min(found.length, 1));
        const last = found[0] === undefined ? 0 : Number(/wrote (\d+)$/.exec(found[0].displayName)?.[1]);
        expect([writer.answered, writer.sent], `writer ${at} after ${killed} kills`).toContain(last);
        writer.answered = last;
        writer.id = found[0]?.id ?? null;
      }
      const writing = all.map((writer, at) => write(writer, at, running.baseUrl).catch((error: unknown) => error));
      await delay(Math.random() * 60);
      // The journal is the next one's only when this one is gone.
      const gone = once(running.process, 'exit');
      running.process.kill('SIGKILL');
      await gone;
      const ends = await Promise.all(writing);
      for (const end of ends) expect(String(end)).not.toContain('answered');
      killed += 1;
    }
    expect(killed).toBeGreaterThan(0);
    expect(all.reduce((sum, writer) => sum + writer.answered, 0)).toBeGreaterThan(0);
    process.stdout.write(`killed ${killed} times, ${all.reduce((sum, writer) => sum + writer.answered, 0)} answered writes\n`);
  },
  budgetMs + 60_000,
);
