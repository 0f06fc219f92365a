import type { Command } from 'commander';
import { replayBundle } from '../../shared/bundle/replay-bundle';
import { decodeText } from '../../shared/jumpcloud/decode-text';
import { fail } from './fail';
import { readInput } from './read-input';
import { maxScenarioBytes } from './read-scenario-file';

/** `replay FILE`: plays a support bundle back (formats.md section 4). */
export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('play a support bundle back and compare the plan found now with the one it carries')
    .argument('<file>', 'bundle (scim-preflight/bundle@1), "-" for standard input')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExits 0 identical, 2 it differs, 1 error.')
    .action(replay);
}

async function replay(file: string, options: { readonly json?: boolean }): Promise<void> {
  const json = options.json === true;
  const bytes = await readInput(file, 2 * maxScenarioBytes);
  if (!bytes.ok) return fail(bytes.error, json);
  const text = decodeText(bytes.value);
  if (!text.ok) return fail({ ...text.error, path: file }, json);
  const outcome = replayBundle(text.value.text);
  if (!outcome.ok) return fail({ ...outcome.error, path: outcome.error.path ?? file }, json);
  const { identical, differences } = outcome.value;
  if (json) process.stdout.write(`${JSON.stringify({ identical, differences })}\n`);
  else if (identical) process.stdout.write('Identical: this version finds the same plan.\n');
  else {
    process.stdout.write(`Different in ${differences.length} places:\n`);
    for (const { path, expected, found } of differences)
      process.stdout.write(`  ${path}\n    bundle: ${JSON.stringify(expected)}\n    now:    ${JSON.stringify(found)}\n`);
  }
  process.exitCode = identical ? 0 : 2;
}
