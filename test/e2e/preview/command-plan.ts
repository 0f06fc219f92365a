import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../app/launch';

/** What the command prints for the same files: `dry-run SCENARIO --json`. */
export function commandPlan(scenario: string, ...options: readonly string[]): Promise<string> {
  const cli = join(projectFolder, 'dist/cli/cli.cjs');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [cli, 'dry-run', scenario, '--json', ...options],
      { maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        // 2 says that something changes (formats.md section 4).
        if (error !== null && error.code !== 2) reject(new Error(`dry-run ended with ${error.code}: ${stderr}`));
        else resolve(stdout);
      },
    );
  });
}
