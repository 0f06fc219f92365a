import { spawn } from 'node:child_process';

/** The end of a long output is where its cause stands. */
const keptChars = 4000;

/**
 * Runs a program to its end and keeps the last part of what it said.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stopped?: AbortSignal }} [options]
 * @returns {Promise<{ code: number | null, output: string }>} code is null where the program could not be started or was stopped
 */
export function runProgram(program, args, { cwd, env, stopped } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, { cwd, env, signal: stopped, stdio: ['ignore', 'pipe', 'pipe'], shell: false });
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output = `${output}${chunk}`.slice(-keptChars);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: null, output: output.trim() || error.message }));
    child.on('close', (code) => resolve({ code, output: output.trim() }));
  });
}

/**
 * npm by the very file that started us, so that Windows needs no shell and a second npm on the machine is not picked up.
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} options
 */
export function runNpm(args, options) {
  const npm = process.env['npm_execpath'];
  if (npm?.endsWith('.js')) return runProgram(process.execPath, [npm, ...args], options);
  return process.platform === 'win32'
    ? runProgram('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : runProgram('npm', args, options);
}

/**
 * Why npm failed, in one line: the first of its own error lines, without dumps and where its log is.
 * @param {{ code: number | null, output: string }} result
 */
export function npmCause({ code, output }) {
  const lines = output.split('\n').flatMap((line) => /^npm (?:error|ERR!) ?(.*)$/.exec(line)?.[1] ?? []);
  const telling = lines
    .map((line) => line.trim())
    .filter((line) => /^[\w"'].* /.test(line) && !/^(syscall|errno) |complete log/.test(line));
  return telling.slice(0, 3).join('; ') || output || `npm ended with ${code}`;
}
