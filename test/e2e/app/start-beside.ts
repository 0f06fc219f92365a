import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { projectFolder } from './launch';

/** Starts the app once more, outside Playwright, and answers how that process ended. */
export function startBeside(userData: string, args: readonly string[] = []): Promise<{ code: number | null; stdout: string }> {
  const electron = createRequire(import.meta.url)('electron') as string;
  const electronArgs = (process.env['SCIM_PREFLIGHT_ELECTRON_ARGS'] ?? '').split(' ').filter((arg) => arg !== '');
  return new Promise((resolve, reject) => {
    const child = spawn(electron, [...electronArgs, projectFolder, ...args], {
      env: { ...process.env, SCIM_PREFLIGHT_USER_DATA: userData },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout }));
  });
}
