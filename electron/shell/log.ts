import { join } from 'node:path';
import { app } from 'electron';
import log from 'electron-log/node';
import { redactSecrets } from '../../shared/redact-secrets';

export const logFolder = (): string => join(app.getPath('userData'), 'logs');

/** Faults of the app itself go to `logs/main.log` in the profile, without credentials; nothing leaves the machine. */
export function openLog(): void {
  log.transports.file.resolvePathFn = () => join(logFolder(), 'main.log');
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.console.level = app.isPackaged ? false : 'warn';
  log.hooks.push((message) => ({ ...message, data: message.data.map(describe) }));
}

export const logError = (where: string, error: unknown): void => log.error(where, error);

const describe = (part: unknown): string => redactSecrets(part instanceof Error ? (part.stack ?? part.message) : String(part));
