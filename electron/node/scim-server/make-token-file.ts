import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';

export interface TokenFile {
  readonly path: string;
  /** Removes a file that was made for this run alone; one that was asked for stays. */
  readonly remove: () => Promise<void>;
}

/** 256 random bits, as a header can carry them. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The bearer token's file, made readable for its owner only where it is missing (formats.md section 4). null: in a fresh folder of its own. */
export async function makeTokenFile(path: string | null): Promise<Result<TokenFile, AppError>> {
  const place = path ?? join(await mkdtemp(join(tmpdir(), 'scim-preflight-')), 'token');
  try {
    // `wx`: whoever comes first makes it; a file that is there is read and left alone.
    const file = await open(place, 'wx', 0o600);
    await file.writeFile(`${newToken()}\n`);
    await file.sync();
    await file.close();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code !== 'EEXIST')
      return err({
        code: 'token-file',
        path: place,
        message: `expected to make the token file, found that it cannot be written (${code})`,
        fix: 'Choose a folder that is there and that you may write to.',
      });
  }
  return ok({ path: place, remove: async () => (path === null ? rm(dirname(place), { recursive: true, force: true }) : undefined) });
}
