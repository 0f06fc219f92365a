import { spawn } from 'node:child_process';

/**
 * Runs a program that has the terminal, and answers its exit code as a shell would. What the terminal or a supervisor sends us is passed on.
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @param {string} cwd
 * @returns {Promise<number>}
 */
export function runInFront([program = '', ...args], env, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', env, cwd });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
    // npm passes a signal to its shell, and some shells (dash) end without passing it on: the child would run on for nobody.
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), parentCheckMs);
    child.on('close', () => clearInterval(watch));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signalNumbers[signal ?? ''] ?? 0)));
  });
}

const parentCheckMs = 250;

/** @type {Readonly<Record<string, number>>} */
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
