import { app, type BrowserWindow } from 'electron';
import { reopenAfterClosing } from './closing';

/** One process a profile: a second start brings the first window forward, or back where the app is closing, and ends. Answers false in the second. */
export function holdSingleInstance(firstWindow: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    if (reopenAfterClosing()) return;
    const window = firstWindow();
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  return true;
}
