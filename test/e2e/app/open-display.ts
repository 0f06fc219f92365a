import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { virtualScreen } from '../../../build/set-up/on-display.mjs';

/** Opens a virtual display and answers its name (":1") and how to close it. The X server chooses a free number itself. */
export async function openDisplay(): Promise<{ readonly name: string; readonly close: () => void }> {
  const server = spawn('Xvfb', ['-displayfd', '3', ...virtualScreen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const name = await new Promise<string>((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    (server.stdio[3] as Readable).once('data', (number) => resolve(`:${String(number).trim()}`));
  });
  return { name, close: () => server.kill() };
}
