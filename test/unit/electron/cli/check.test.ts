import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerCheck } from '../../../../electron/cli/check';
import { type FakeVendorOptions, fakeToken, startFakeVendor } from '../../../fakes/fake-vendor';
import { type CommandRun, runCommand } from './run-command';

let folder = '';
const open: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
});
afterEach(async () => {
  for (const close of open.splice(0)) await close();
  rmSync(folder, { recursive: true });
});

const users = [
  { id: '1', userName: 'ann@acme.example', active: true },
  { id: '2', userName: 'bob@acme.example', active: true },
];

async function check(options: FakeVendorOptions, args: readonly string[], token: string = fakeToken): Promise<CommandRun> {
  const server = await startFakeVendor({ users, ...options });
  open.push(server.close);
  const tokenFile = join(folder, 'token');
  writeFileSync(tokenFile, token);
  return runCommand(registerCheck, ['check', '--base-url', server.baseUrl, '--token-file', tokenFile, ...args]);
}

describe('the command check', () => {
  it('prints the promised JSON and exits 0 when ready', async () => {
    const { stdout, stderr, exitCode } = await check({}, ['--test-email', 'scim-test@acme.example', '--json']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(['verdict', 'probes', 'forecast']);
    expect(report.verdict).toBe('ready');
    for (const probe of report.probes) expect(Object.keys(probe).sort()).toEqual(['code', 'fix', 'meaning', 'request', 'result', 'status']);
    for (const line of report.forecast) expect(Object.keys(line)).toEqual(['step', 'fact', 'outcome']);
  });

  it('exits 2 when a check failed, in words without --json', async () => {
    const { stdout, exitCode } = await check({ quirks: { numericIds: true } }, []);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('NOT READY');
    expect(stdout).toContain('Fix: ');
  });

  it('takes a token file with "Bearer " and a line end', async () => {
    expect((await check({}, ['--json'], `Bearer ${fakeToken}\r\n`)).exitCode).toBe(0);
  });

  it('writes only with --write, and says what is left', async () => {
    const { stdout, exitCode } = await check({}, ['--test-email', 'scim-test@acme.example', '--write']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Left behind:\n  user scim-test@acme.example');
  });

  it.each([
    ['no token file', ['check', '--base-url', 'https://scim.example.com/scim', '--token-file', '/nowhere/token', '--json'], 'token-file'],
    ['an address that is none', ['check', '--base-url', 'scim.example.com', '--token-file', '/nowhere/token', '--json'], 'bad-url'],
    [
      '--write without a test e-mail',
      ['check', '--base-url', 'https://scim.example.com/scim', '--token-file', '/nowhere/token', '--write', '--json'],
      'no-test-email',
    ],
    [
      'a test e-mail that is none',
      ['check', '--base-url', 'https://scim.example.com/scim', '--token-file', '/nowhere/token', '--test-email', 'ann', '--json'],
      'bad-test-email',
    ],
  ])('exits 1 with %s', async (_name, args, code) => {
    const { stdout, exitCode } = await runCommand(registerCheck, args);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).error.code).toBe(code);
  });
});
