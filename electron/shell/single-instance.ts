import { app, type BrowserWindow } from 'electron';

/** One process a profile: a second start brings the first window forward and ends. Answers false in the second. */
export function holdSingleInstance(firstWindow: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    const window = firstWindow();
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  return true;
}
