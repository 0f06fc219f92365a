import { Command } from 'commander';
import { version } from '../../package.json';
import { registerBundle } from './bundle';
import { registerCheck } from './check';
import { registerDryRun } from './dry-run';
import { registerMetadata } from './metadata';
import { registerPull } from './pull';
import { registerReplay } from './replay';
import { registerSamlCheck } from './saml-check';
import { registerServe } from './serve';

const program = new Command('scim-preflight')
  .description('Rehearse JumpCloud SSO and SCIM for TestMu AI on your own desk: no window, no account, no call that you did not ask for.')
  .version(version)
  .showHelpAfterError('(see --help)')
  .exitOverride((error) => {
    // Commander's own usage errors are errors like any other: 1 (formats.md section 4). Help and version are no errors.
    process.exitCode = error.exitCode === 0 ? 0 : 1;
    throw error;
  });

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
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

program.parseAsync().catch((error: unknown) => {
  if (error instanceof Error && error.name === 'CommanderError') return;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
