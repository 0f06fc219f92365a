import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { registerBundle } from './bundle';
import { registerCheck } from './check';
import { registerDryRun } from './dry-run';
import { endUsage } from './end-usage';
import { fail } from './fail';
import { registerMetadata } from './metadata';
import { registerPull } from './pull';
import { registerReplay } from './replay';
import { registerSamlCheck } from './saml-check';
import { registerServe } from './serve';

/** Asked for anywhere: a command line that cannot be read has no options yet. */
const json = process.argv.slice(2).includes('--json');

const program = new Command('scim-preflight')
  .description('Rehearse JumpCloud SSO and SCIM for TestMu AI on your own desk: no window, no account, no call that you did not ask for.')
  .version(version)
  .configureOutput({ outputError: () => {} })
  .exitOverride();

registerDryRun(program);
registerCheck(program);
registerMetadata(program);
registerSamlCheck(program);
registerPull(program);
registerServe(program);
registerBundle(program);
registerReplay(program);

// A reader that has seen enough, such as head, closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail({ code: 'cannot-write', message: `Standard output cannot be written (${error.code}).` }, false);
  process.exit();
});

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) return endUsage(error, json);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (json) fail({ code: 'bug', message: error instanceof Error ? error.message : text }, true);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
