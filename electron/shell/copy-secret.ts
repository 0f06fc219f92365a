import { clipboard } from 'electron';
import { beforeClosing } from './closing';
import { logError } from './log';

/** Long enough to paste it into a console, short enough not to be found there in the evening. */
const keptForMs = 60_000;

let copied: string | null = null;
let timer: NodeJS.Timeout | undefined;

/** Empties the clipboard if it still holds the secret: what was copied since belongs to the person. */
async function takeBack(): Promise<void> {
  const secret = copied;
  copied = null;
  clearTimeout(timer);
  if (secret !== null && (await clipboard.readText()) === secret) await clipboard.clear();
}

/** Puts a secret on the clipboard for a minute, and no longer than the app runs. */
export async function copySecret(secret: string): Promise<void> {
  if (timer === undefined) beforeClosing(takeBack);
  clearTimeout(timer);
  copied = secret;
  timer = setTimeout(() => void takeBack().catch((error: unknown) => logError('clipboard', error)), keptForMs);
  await clipboard.writeText(secret);
}
