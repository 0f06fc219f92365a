import { diskFix } from './set-up/disk-fix.mjs';
import { SetUpError } from './set-up/set-up-error.mjs';

/**
 * Runs a command of the project and ends the process with its exit code. What a person can act on is told without a stack.
 * @param {() => Promise<number>} command
 */
export async function endWith(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof SetUpError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const fix = 'syscall' in error ? diskFix(error.message) : null;
  return fix === null ? error.stack : new SetUpError({ step: 'Writing a file', cause: error.message, fix }).message;
}
