import { app, dialog } from 'electron';
import { logError } from './log';

/**
 * A fault that nothing caught is written down, and the app goes on: what people entered is on the disk already, and most faults
 * concern one request. Without this Electron shows its own dialog, which waits for a click and names nothing of use.
 */
export function tellFaults(): void {
  process.on('uncaughtException', (error) => logError('uncaught', error));
  process.on('unhandledRejection', (reason) => logError('unhandled rejection', reason));
}

/** The app cannot open: says why and ends. A smoke start, which nobody watches, says it on standard error only. */
export function giveUp(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`SCIM Preflight could not open: ${reason}\n`);
  if (!process.argv.includes('--smoke')) dialog.showErrorBox('SCIM Preflight could not open', reason);
  app.exit(1);
}
