import { app } from 'electron';
import { logError } from './log';

type ClosingHook = () => void | Promise<void>;

const hooks: ClosingHook[] = [];
let state: 'open' | 'closing' | 'closed' = 'open';
let reopening = false;
const patienceMs = 5000;
/** A page that does not answer that it may go would keep its window, and with it the app, for ever. */
const windowPatienceMs = 3000;

/** What must be finished before the process ends: a server to stop, a journal to close. Called in the opposite order of adding. */
export function beforeClosing(hook: ClosingHook): void {
  hooks.push(hook);
}

/** Runs the hooks once when the app is asked to quit, then quits; a hook that hangs cannot keep the app for longer than five seconds, a window not for longer than three more. */
export function closeCleanly(): void {
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void Promise.race([runHooks(), new Promise((resolve) => setTimeout(resolve, patienceMs))]).then(() => {
      state = 'closed';
      app.quit();
      setTimeout(() => app.exit(0), windowPatienceMs);
    });
  });
  app.on('window-all-closed', () => app.quit());
}

/**
 * Whoever starts the app again while it closes gets it back when it has closed: the second process finds this one and ends, and this one's
 * window goes. Answers false while the app is open.
 */
export function reopenAfterClosing(): boolean {
  if (state === 'open') return false;
  if (!reopening) app.relaunch();
  reopening = true;
  return true;
}

async function runHooks(): Promise<void> {
  for (const hook of hooks.reverse()) {
    try {
      await hook();
    } catch (error) {
      logError('closing', error);
    }
  }
}
