import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerPull } from '../../../../electron/cli/pull';
import { type FakeVendor, type FakeVendorOptions, fakeToken, startFakeVendor } from '../../../fakes/fake-vendor';
import { runCommand } from './run-command';

let folder = '';
const open: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pull-'));
  writeFileSync(join(folder, 'token'), fakeToken);
});
afterEach(async () => {
  for (const close of open.splice(0)) await close();
  rmSync(folder, { recursive: true });
});

async function start(options: FakeVendorOptions = {}): Promise<FakeVendor> {
  const users = Array.from({ length: 130 }, (_, index) => ({
    id: String(index + 1),
    userName: `p${index}@acme.example`,
    active: true,
    role: index === 0 ? 'Admin' : 'User',
  }));
  const server = await startFakeVendor({
    users,
    groups: [{ id: '50001', displayName: 'eng', members: ['1', '2'], roles: ['Guest'] }],
    ...options,
  });
  open.push(server.close);
  return server;
}

const pull = (server: FakeVendor, ...more: readonly string[]) =>
  runCommand(registerPull, [
    'pull',
    '--base-url',
    server.baseUrl,
    '--token-file',
    join(folder, 'token'),
    '--out',
    join(folder, 'scenario.json'),
    ...more,
  ]);

describe('the command pull', () => {
  it('mirrors users and groups into a scenario', async () => {
    const { stdout, exitCode } = await pull(await start(), '--json', '--name', 'Acme');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ users: 130, groups: 1, groupsRead: true, warnings: [] });
    const scenario = JSON.parse(readFileSync(join(folder, 'scenario.json'), 'utf8'));
    expect(scenario.format).toBe('scim-preflight/scenario@1');
    expect(scenario.organisation.users).toHaveLength(130);
    expect(scenario.organisation.users[0]).toMatchObject({ userName: 'p0@acme.example', role: 'Admin', active: true });
    expect(scenario.organisation.groups).toEqual([
      { displayName: 'eng', members: ['p0@acme.example', 'p1@acme.example'], roles: ['Guest'] },
    ]);
  });

  it('writes no file when a page fails: a part is no smaller organisation', async () => {
    const server = await start();
    server.setFaults(({ query }) => (query.get('startIndex') === '101' ? { kind: 'status', status: 401 } : null));
    const { stdout, exitCode } = await pull(server, '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({ code: 'pull-status' });
    expect(existsSync(join(folder, 'scenario.json'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['token']);
  });

  it('keeps an earlier scenario when it fails', async () => {
    writeFileSync(join(folder, 'scenario.json'), 'earlier');
    const server = await start();
    server.setFaults(() => ({ kind: 'status', status: 401 }));
    expect((await pull(server)).exitCode).toBe(1);
    expect(readFileSync(join(folder, 'scenario.json'), 'utf8')).toBe('earlier');
  });

  it('asks nobody anything when the scenario could not be written', async () => {
    const server = await start();
    let asked = 0;
    server.setFaults(() => {
      asked += 1;
      return null;
    });
    const { stdout, exitCode } = await pull(server, '--json', '--out', join(folder, 'missing', 'scenario.json'));
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({ code: 'cannot-write', path: join(folder, 'missing', 'scenario.json') });
    expect(asked).toBe(0);
    expect((await pull(server)).exitCode).toBe(0);
    expect(asked).toBeGreaterThan(0);
  });
});
