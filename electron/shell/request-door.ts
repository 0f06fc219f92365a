import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error';
import { type Channel, requests } from '../../shared/ipc/contract';
import { requestWire } from '../../shared/ipc/preflight-api';
import { err, ok, type Result } from '../../shared/result';
import type { Handlers, RequestContext } from './handlers/handlers';
import { logError } from './log';
import { isOurPage } from './page-origin';

type Answer = Result<unknown, AppError>;

/**
 * The one door from the window into the main process: who asks, what is asked and with which input is checked here, for every
 * channel (Electron's checklist, item 17). A fault in a handler is logged and answered without its stack.
 */
export function openRequestDoor(handlers: Handlers, context: RequestContext): void {
  ipcMain.handle(requestWire, async (event, channel: unknown, input: unknown): Promise<Answer> => {
    if (!isTrusted(event, context))
      return err({ code: 'untrusted-sender', message: 'Requests are answered for the app’s own window only.' });
    if (typeof channel !== 'string' || !isChannel(channel)) return err({ code: 'unknown-channel', message: 'There is no such request.' });
    const parsed = requests[channel].input.safeParse(input);
    if (!parsed.success) return err(describeInput(channel, parsed.error));
    try {
      const handle = handlers[channel] as (input: unknown, context: RequestContext) => unknown;
      return ok(await handle(parsed.data, context));
    } catch (error) {
      logError(channel, error);
      return err(describeFault(error));
    }
  });
}

/** The top frame of our own window, showing our own page. */
function isTrusted(event: IpcMainInvokeEvent, context: RequestContext): boolean {
  const frame = event.senderFrame;
  const window = context.window();
  return (
    frame !== null &&
    window !== null &&
    event.sender === window.webContents &&
    frame === window.webContents.mainFrame &&
    isOurPage(frame.url)
  );
}

const isChannel = (name: string): name is Channel => Object.hasOwn(requests, name);

function describeInput(channel: Channel, error: z.ZodError): AppError {
  const [issue] = error.issues;
  const path = issue === undefined || issue.path.length === 0 ? undefined : z.core.toDotPath(issue.path);
  return {
    code: 'bad-input',
    message: `${channel}: ${issue?.message ?? 'the input is not as expected'}`,
    ...(path === undefined ? {} : { path }),
  };
}

/** What the operating system refuses is named, since people can act on it; everything else is a fault of this app. */
function describeFault(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
      return { code: 'disk-full', message: 'The disk is full; nothing was changed.', fix: 'Free some space and try again.' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        code: 'no-permission',
        message: 'This account may not read or write the file.',
        fix: 'Check the permissions of the folder, or choose another.',
      };
    default:
      return {
        code: 'internal',
        message: 'This is a fault in the app, not in your data.',
        fix: 'Try again; if it stays, the log in the profile folder names the cause.',
      };
  }
}
