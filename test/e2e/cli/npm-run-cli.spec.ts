import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectFolder } from '../app/launch';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run -s cli -- …` as a person types it, in the project's folder. */
const npmRunCli = (...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFile(
      npm,
      ['run', '-s', 'cli', '--', ...args],
      { cwd: projectFolder, maxBuffer: 256 * 1024 * 1024, shell: process.platform === 'win32' },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });

test('prints nothing but the command’s own output', async () => {
  const { code, stdout, stderr } = await npmRunCli('--help');
  expect(stdout).toMatch(/^Usage: scim-preflight /);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('plans the acme scenario as JSON and says by its exit code that decisions are open', async () => {
  const scenario = join(projectFolder, '../shared/data/acme/scenario.json');
  expect(existsSync(scenario), 'the acme scenario lies beside the project').toBe(true);
  const { code, stdout } = await npmRunCli('dry-run', scenario, '--json');
  expect(JSON.parse(stdout)).toMatchObject({ format: 'scim-preflight/plan@1' });
  expect(code).toBe(2);
});

test('an unknown command is an error on standard error, with nothing on standard output', async () => {
  const { code, stdout, stderr } = await npmRunCli('fly');
  expect(stderr).toContain("unknown command 'fly'");
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
});
