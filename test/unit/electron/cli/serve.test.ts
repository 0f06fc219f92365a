import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerServe } from '../../../../electron/cli/serve';
import { runCommand } from './run-command';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const scenario = (): string => {
  const path = join(folder, 'scenario.json');
  writeFileSync(
    path,
    JSON.stringify({
      format: 'scim-preflight/scenario@1',
      organisation: { users: [{ userName: 'ann@acme.example' }] },
      events: [{ type: 'sync' }],
    }),
  );
  return path;
};

/** Runs `serve` until `visit` is done with it, then ends it as a supervisor does. */
async function serving(args: readonly string[], tokenFile: string, visit: (baseUrl: string, token: string) => Promise<void>) {
  const lines = vi.spyOn(JSON, 'stringify');
  const run = runCommand(registerServe, ['serve', '--token-file', tokenFile, ...args]);
  const baseUrl = await vi.waitFor(() => {
    const told = lines.mock.calls.map(([value]) => value as { baseUrl?: string } | null).find((value) => value?.baseUrl !== undefined);
    expect(told).toBeDefined();
    return told?.baseUrl ?? '';
  });
  lines.mockRestore();
  await visit(baseUrl, readFileSync(tokenFile, 'utf8').trim());
  process.emit('SIGTERM');
  return run;
}

const users = async (baseUrl: string, token: string): Promise<{ totalResults: number }> =>
  (await (await fetch(`${baseUrl}/Users`, { headers: { Authorization: `Bearer ${token}` } })).json()) as { totalResults: number };

test('the first line is JSON with base URL and token file; the token is made for its owner alone; SIGTERM ends it with 0', async () => {
  const tokenFile = join(folder, 'token');
  const { stdout, stderr, exitCode } = await serving(['--scenario', scenario()], tokenFile, async (baseUrl, token) => {
    expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/scim\/v2$/);
    expect(token.length).toBeGreaterThan(40);
    expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
    expect((await users(baseUrl, token)).totalResults).toBe(1);
    expect((await fetch(`${baseUrl}/Users`)).status).toBe(401);
  });
  expect(JSON.parse(stdout.split('\n')[0] ?? '')).toEqual({ baseUrl: expect.any(String), tokenFile });
  expect(stderr).toContain("The scenario's events are not played");
  expect(stdout + stderr).not.toContain(readFileSync(tokenFile, 'utf8').trim());
  expect(exitCode).toBe(0);
});

test('a later serve on the data folder goes on from there, with the same token, whatever scenario is given', async () => {
  const tokenFile = join(folder, 'token');
  const args = ['--data', join(folder, 'data')];
  await serving(args, tokenFile, async (baseUrl, token) => {
    const created = await fetch(`${baseUrl}/Groups`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ displayName: 'eng' }),
    });
    expect(created.status).toBe(201);
  });
  const { stderr } = await serving([...args, '--scenario', scenario()], tokenFile, async (baseUrl, token) => {
    expect((await users(baseUrl, token)).totalResults).toBe(0);
    const groups = await fetch(`${baseUrl}/Groups`, { headers: { Authorization: `Bearer ${token}` } });
    expect(((await groups.json()) as { totalResults: number }).totalResults).toBe(1);
  });
  expect(stderr).toContain('the scenario was not loaded');
});

test.each([
  ['--port', '70000', 'bad-port'],
  ['--scenario', '/nowhere/scenario.json', expect.any(String)],
  ['--keep-requests', '5', 'bad-number'],
  ['--keep-megabytes', 'many', 'bad-number'],
])('%s %s is exit 1 with the reason as JSON', async (option, value, code) => {
  const { stdout, exitCode } = await runCommand(registerServe, ['serve', '--json', option, value]);
  expect(JSON.parse(stdout)).toEqual({ error: expect.objectContaining({ code, message: expect.any(String) }) });
  expect(exitCode).toBe(1);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('--check reads the whole journal first, and recovers from damage that opening does not see', async () => {
  const tokenFile = join(folder, 'token');
  const data = join(folder, 'data');
  await serving(['--data', data], tokenFile, async (baseUrl, token) => {
    for (const displayName of ['one', 'two', 'three']) {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      expect((await fetch(`${baseUrl}/Groups`, { method: 'POST', headers, body: JSON.stringify({ displayName }) })).status).toBe(201);
    }
  });
  const sound = await serving(['--data', data, '--check'], tokenFile, async () => undefined);
  expect(sound.stderr).toContain('The whole journal was read and is sound.');
  const file = join(data, 'journal.db');
  const content = readFileSync(file);
  const at = content.indexOf('{"events":[{"type":"pushGroup","displayName":"two"');
  expect(at).toBeGreaterThan(0);
  content[at + 46] = 88;
  writeFileSync(file, content);
  const unseen = await serving(['--data', data], tokenFile, async () => undefined);
  expect(unseen.stderr).toBe('');
  const { stderr } = await serving(['--data', data, '--check'], tokenFile, async (baseUrl, token) => {
    const groups = await fetch(`${baseUrl}/Groups`, { headers: { Authorization: `Bearer ${token}` } });
    expect(((await groups.json()) as { totalResults: number }).totalResults).toBe(3);
  });
  expect(stderr).toContain('change 2 is not as it was written');
  expect(stderr).toContain('is kept, unchanged, at');
});
