import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen, session } from 'electron';
import { guardSession } from './contents-guard';
import { openWindowMemory } from './window-memory';
import { choosePlacement, smallest } from './window-placement';

/** Shown until the page has painted, so that a dark desktop does not flash white. */
const canvas = { light: '#f6f7f9', dark: '#1a1f26' } as const;

/** Opens the one window: sandboxed, isolated, without Node (Electron's checklist, items 2 to 6). */
export function openMainWindow(distFolder: string): BrowserWindow {
  const memory = openWindowMemory();
  const { size, at, maximised } = choosePlacement(
    memory.recall(),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  guardSession(session.defaultSession);
  const window = new BrowserWindow({
    ...size,
    ...(at ?? { center: true }),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'SCIM Preflight',
    backgroundColor: nativeTheme.shouldUseDarkColors ? canvas.dark : canvas.light,
    ...(process.platform === 'linux' ? { icon: join(distFolder, 'renderer', 'icon.png') } : {}),
    webPreferences: {
      preload: join(distFolder, 'main', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  memory.follow(window);
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  void window.loadURL(memory.recallAddress());
  return window;
}
