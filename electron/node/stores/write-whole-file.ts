import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: into a neighbour, onto the disk, then in place by rename. Whoever reads at any moment, or after a
 * kill at any moment, finds the old content or the new. Readable by its owner only.
 */
export async function writeWholeFile(path: string, content: string | Uint8Array | Iterable<string>): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const neighbour = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}${neighbourEnding}`);
  try {
    await withFile(neighbour, 'wx', async (file) => {
      await writeFile(file, content);
      await file.sync();
    });
    await rename(neighbour, path);
  } catch (error) {
    await rm(neighbour, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** What a kill between writing and renaming leaves behind: swept at the next start. */
export const neighbourEnding = '.unfinished';

/** The rename itself is on the disk only when the folder is; Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await withFile(folder, 'r', (handle) => handle.sync());
}

async function withFile(path: string, flags: string, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}
