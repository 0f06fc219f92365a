import type { CommanderError } from 'commander';
import type { AppError } from '../../shared/app-error';
import { fail } from './fail';

/** A command line that was not understood is an error like any other: 1 (formats.md section 4). Help and version are no errors. */
export function endUsage(error: CommanderError, json: boolean): void {
  if (error.exitCode === 0 || error.code === 'commander.help') process.exitCode = error.exitCode;
  else {
    const { path, ...told } = usageError(error.message);
    fail(json ? { ...told, path } : told, json);
  }
}

/** Commander's sentence: `error: required option '--out <file>' not specified`. What it names in quotes first is where to look. */
function usageError(said: string): AppError & { readonly path: string } {
  const message = said
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');
  const named = /'([^' ]+)[^']*'/.exec(message)?.[1];
  return {
    code: 'usage',
    message: `The command line was not understood: ${message}.`,
    fix: 'See --help.',
    path: named ?? 'COMMAND',
  };
}
