import { SetUpError } from './set-up/set-up-error.mjs';

/**
 * Runs a command of the project and ends the process with its exit code. What a person can act on is told without a stack.
 * @param {() => Promise<number>} command
 */
export async function endWith(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    process.stderr.write(`${error instanceof SetUpError ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}
