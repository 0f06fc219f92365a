import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerBundle } from '../../../../electron/cli/bundle';
import { registerReplay } from '../../../../electron/cli/replay';
import { runCommand } from './run-command';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const acme = '../shared/data/acme/scenario.json';

describe('bundle and replay', () => {
  it('give the identical plan back, and exit 0', async () => {
    const out = join(folder, 'b.json');
    const made = await runCommand(registerBundle, ['bundle', acme, '--out', out, '--json']);
    expect(made.exitCode).toBe(0);
    expect(JSON.parse(made.stdout)).toMatchObject({ out, exchanges: 0 });
    expect(readFileSync(out, 'utf8')).not.toContain('@acme.example');
    const replayed = await runCommand(registerReplay, ['replay', out, '--json']);
    expect(JSON.parse(replayed.stdout)).toEqual({ identical: true, differences: [] });
    expect(replayed.exitCode).toBe(0);
  });

  it('exits 2 and says where, when the plan is another', async () => {
    const out = join(folder, 'b.json');
    await runCommand(registerBundle, ['bundle', acme, '--out', out]);
    const bundle = JSON.parse(readFileSync(out, 'utf8'));
    bundle.plan.summary.peopleChanged += 1;
    writeFileSync(out, JSON.stringify(bundle));
    const replayed = await runCommand(registerReplay, ['replay', out, '--json']);
    expect(JSON.parse(replayed.stdout)).toMatchObject({ identical: false, differences: [{ path: 'summary.peopleChanged' }] });
    expect(replayed.exitCode).toBe(2);
  });

  it.each([
    ['replay', ['no-such-file.json']],
    ['bundle', ['no-such-file.json', '--out', 'x.json']],
    ['bundle', ['.', '--out', 'x.json']],
  ] as const)('%s %j exits 1 with the reason as JSON', async (command, args) => {
    const run = await runCommand(command === 'replay' ? registerReplay : registerBundle, [command, ...args, '--json']);
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
  });
});
