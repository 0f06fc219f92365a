import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../app/launch';

/** The built command line, as a person runs it; answers its standard output, whatever its exit code. */
export function runCli(...args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(projectFolder, 'dist/cli/cli.cjs'), ...args],
      { maxBuffer: 64 * 1024 * 1024, cwd: projectFolder },
      (_error, stdout) => resolve(stdout),
    );
  });
}
