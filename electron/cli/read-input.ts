import { open, stat } from 'node:fs/promises';
import type { AppError } from '../../shared/app-error';
import { err, ok, type Result } from '../../shared/result';

/** Reads a file of at most `maxBytes`; a larger one is refused before it is read. `-` is standard input. */
export async function readInput(path: string, maxBytes: number): Promise<Result<Uint8Array, AppError>> {
  if (path === '-') return readStream(process.stdin, path, maxBytes);
  try {
    // Looked at before it is opened: a pipe that nobody writes to would never open.
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory() && !isOpenAlready(path)) return err(noFile(path));
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > maxBytes) return err(tooLarge(path, size, maxBytes));
      if (!found.isFile() && !found.isDirectory()) return await readStream(file.createReadStream({ autoClose: false }), path, maxBytes);
      return ok(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unreadable';
    const message =
      code === 'ENOENT'
        ? 'Expected a file; found none.'
        : code === 'EISDIR'
          ? 'Expected a file; found a folder.'
          : `The file cannot be read (${code}).`;
    return err({
      code: code === 'ENOENT' ? 'file-not-found' : 'file-unreadable',
      message,
      path,
      fix: 'Check the path and its permissions.',
    });
  }
}

/** What a shell hands over as a file: `<(command)`, `/dev/stdin`. */
const isOpenAlready = (path: string): boolean => /^\/(dev\/(stdin$|fd\/)|proc\/self\/fd\/)/.test(path);

async function readStream(stream: NodeJS.ReadableStream, path: string, maxBytes: number): Promise<Result<Uint8Array, AppError>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > maxBytes) return err(tooLarge(path, size, maxBytes));
    chunks.push(bytes);
  }
  return ok(Buffer.concat(chunks));
}

const noFile = (path: string): AppError => ({
  code: 'file-unreadable',
  message: 'Expected a file; found a pipe or a device.',
  path,
  fix: 'To read what another program writes, give "-" as the file and pipe it in.',
});

function tooLarge(path: string, size: number, maxBytes: number): AppError {
  return {
    code: 'too-large',
    message: `Expected at most ${maxBytes} bytes; found ${size}.`,
    path,
    fix: 'Check that it is the right file.',
  };
}
