import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/** Writes a file whole or not at all: half of one would look like a smaller organisation. The error's code, or null. */
export async function writeWhole(path: string, text: string | Iterable<string>): Promise<string | null> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      for (const piece of typeof text === 'string' ? [text] : text) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return null;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  }
}
