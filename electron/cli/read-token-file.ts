import { readFile, stat } from 'node:fs/promises';
import type { AppError } from '../../shared/app-error';
import { err, ok, type Result } from '../../shared/result';

const maxTokenBytes = 16_384;

/** The bearer token a file holds, without "Bearer " and white space. The token is in no error. */
export async function readTokenFile(path: string): Promise<Result<string, AppError>> {
  let text: string;
  try {
    if ((await stat(path)).size > maxTokenBytes)
      return err({ code: 'token-file', message: 'Expected a file that holds the token alone, found one of more than 16 KiB.', path });
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return err({
      code: 'token-file',
      message: `Expected a file with the bearer token, found none that can be read (${code}).`,
      path,
      fix: 'Write the token into a file that only you can read, and give its path.',
    });
  }
  const token = text
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/^bearer\s+/i, '');
  if (token === '') return err({ code: 'token-file', message: 'Expected a bearer token, found an empty file.', path });
  if (/[^\x21-\x7e]/.test(token))
    return err({
      code: 'token-file',
      message: 'Expected one token, found white space or other than ASCII characters within it.',
      path,
      fix: 'Copy the token again, alone, on one line.',
    });
  return ok(token);
}
