import { spawn } from 'node:child_process';
import { electronArgs, electronProgram } from './electron-program';
import { projectFolder } from './launch';

/** Starts the app once more, outside Playwright, and answers how that process ended. */
export function startBeside(
  userData: string,
  args: readonly string[] = [],
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(electronProgram(), [...electronArgs(), projectFolder, ...args], {
      env: { ...process.env, SCIM_PREFLIGHT_USER_DATA: userData },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
