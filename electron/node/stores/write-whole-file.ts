import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Text in pieces is written one after the other: what is too long for one text. */
export type FileContent = string | Uint8Array | Iterable<string> | AsyncIterable<string>;

/**
 * Writes a file of the app's own whole or not at all: into a neighbour, onto the disk, then in place by rename. Whoever reads at any
 * moment, or after a kill at any moment, finds the old content or the new. Readable by its owner only; its folder is made.
 */
export async function writeWholeFile(path: string, content: FileContent): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeInPlace(path, content, 0o600);
}

/**
 * As above, for a file that a person asked for under a name of theirs: readable by whom the system's umask says, as a file of any other
 * program is, and by whom it was readable if it was there. A folder that is not there is most likely a slip of the pen: an error.
 */
export async function writeAskedFile(path: string, content: FileContent): Promise<void> {
  const found = await stat(path).catch(() => null);
  // A device or a pipe, such as /dev/null and /dev/stdout, is written into: a rename would put a file where it was.
  if (found !== null && !found.isFile() && !found.isDirectory()) await withFile(path, 'w', 0, (file) => writeFile(file, content));
  else await writeInPlace(await behindLinks(path), content, found === null ? 0o666 : found.mode & 0o777, found !== null);
}

/** Where a link leads, there or not: the link stays. */
async function behindLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const link = await readlink(path).catch(() => null);
    return link === null ? path : resolve(dirname(path), link);
  }
}

/** What a kill between writing and renaming leaves behind: swept at the next start. */
export const neighbourEnding = '.unfinished';

const underWay = new Set<string>();

/** For a process that is ended while it writes: removes at once what is written by half. */
export function removeUnfinished(): void {
  for (const neighbour of underWay) rmSync(neighbour, { force: true });
}

/** `exactly`: with this mode, whatever the umask. */
async function writeInPlace(path: string, content: FileContent, mode: number, exactly = false): Promise<void> {
  const folder = dirname(path);
  const neighbour = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}${neighbourEnding}`);
  underWay.add(neighbour);
  try {
    await withFile(neighbour, 'wx', mode, async (file) => {
      if (exactly) await file.chmod(mode);
      await writeFile(file, content);
      await file.sync();
    });
    await rename(neighbour, path);
  } catch (error) {
    await rm(neighbour, { force: true });
    throw error;
  } finally {
    underWay.delete(neighbour);
  }
  await syncFolder(folder);
}

/** The rename itself is on the disk only when the folder is; Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await withFile(folder, 'r', 0, (handle) => handle.sync());
}

/** The mode counts where the file is made; the umask takes from it. */
async function withFile(path: string, flags: string, mode: number, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, mode);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}
