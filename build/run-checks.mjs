import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs the checks two at a time; says each as it ends, and all that a failed one has to tell.
 * @param {readonly import('./checks.mjs').Check[]} checks
 * @param {(line: string) => void} say
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(checks, say) {
  const waiting = [...checks];
  let failed = 0;
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const startedAtMs = Date.now();
      const { code, output } = await runQuietly(check.command);
      say(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${((Date.now() - startedAtMs) / 1000).toFixed(1)} s)`);
      if (code === 0) continue;
      failed += 1;
      say(output.trimEnd());
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed: checks.length - failed, failed };
}

/**
 * @param {readonly string[]} command
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runQuietly([program = '', ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
