import { Command } from 'commander';

export interface CommandRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs one command as the command line does, with its output caught. */
export async function runCommand(register: (program: Command) => void, args: readonly string[]): Promise<CommandRun> {
  const output = { stdout: '', stderr: '' };
  const originals = { stdout: process.stdout.write, stderr: process.stderr.write, exitCode: process.exitCode };
  const capture = (name: 'stdout' | 'stderr') =>
    ((chunk: string | Uint8Array): boolean => {
      output[name] += String(chunk);
      return true;
    }) as typeof process.stdout.write;
  process.exitCode = 0;
  process.stdout.write = capture('stdout');
  process.stderr.write = capture('stderr');
  try {
    const program = new Command().exitOverride();
    register(program);
    await program.parseAsync([...args], { from: 'user' });
    return { ...output, exitCode: Number(process.exitCode ?? 0) };
  } finally {
    process.stdout.write = originals.stdout;
    process.stderr.write = originals.stderr;
    process.exitCode = originals.exitCode;
  }
}
