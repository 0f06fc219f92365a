import { Command, CommanderError } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerCheck } from '../../../../electron/cli/check';
import { registerDryRun } from '../../../../electron/cli/dry-run';
import { endUsage } from '../../../../electron/cli/end-usage';

const output = { stdout: '', stderr: '' };
let exitCode: typeof process.exitCode;
beforeEach(() => {
  exitCode = process.exitCode;
  output.stdout = '';
  output.stderr = '';
  for (const name of ['stdout', 'stderr'] as const)
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      output[name] += String(chunk);
      return true;
    });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = exitCode;
});

/** As `cli.ts` puts it together. */
async function run(...args: readonly string[]): Promise<number> {
  const program = new Command('scim-preflight').configureOutput({ outputError: () => {} }).exitOverride();
  registerDryRun(program);
  registerCheck(program);
  process.exitCode = 0;
  await program.parseAsync([...args], { from: 'user' }).catch((error: unknown) => {
    if (!(error instanceof CommanderError)) throw error;
    endUsage(error, args.includes('--json'));
  });
  return Number(process.exitCode);
}

describe('a command line that cannot be read', () => {
  it.each([
    ['a missing argument', ['dry-run', '--json'], 'scenario'],
    ['an unknown option', ['dry-run', 'a.json', '--bogus', '--json'], '--bogus'],
    ['a missing option', ['check', '--json', '--token-file', 't'], '--base-url'],
    ['an option without its value', ['dry-run', 'a.json', '--json', '--out'], '--out'],
    ['an unknown command', ['frobnicate', '--json'], 'frobnicate'],
    ['an argument too many', ['dry-run', 'a.json', 'b.json', '--json'], 'dry-run'],
  ])('ends with 1 and an error in JSON on stdout under --json: %s', async (_, args, path) => {
    expect(await run(...args)).toBe(1);
    expect(JSON.parse(output.stdout)).toMatchObject({ error: { code: 'usage', path } });
    expect(output.stderr).toBe('');
  });

  it('ends with 1 and one readable line on stderr without', async () => {
    expect(await run('dry-run')).toBe(1);
    expect(output).toEqual({
      stdout: '',
      stderr: "The command line was not understood: missing required argument 'scenario'. See --help.\n",
    });
  });

  it('is none where help was asked for', async () => {
    expect(await run('dry-run', '--help')).toBe(0);
    expect(output.stdout).toContain('Usage: scim-preflight dry-run');
  });
});
