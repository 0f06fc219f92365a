import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { openExternalLink } from './external-links';
import { push } from './push';

const link = (label: string, address: string): MenuItemConstructorOptions => ({ label, click: () => void openExternalLink(address) });

const goTo = (label: string, accelerator: string, screen: string, ...detail: string[]): MenuItemConstructorOptions => ({
  label,
  accelerator,
  registerAccelerator: false,
  click: () => push('app:go', { screen, detail }),
});

/** The usual roles, so that shortcuts, dictation and the platform's own entries work. */
export function setMenu(): void {
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' } as const] : []),
      {
        label: 'File',
        submenu: [
          // The window itself hears the keys: a menu does not, where there is no menu bar.
          goTo('Make a support bundle…', 'CmdOrCtrl+Shift+B', 'bundle', 'make'),
          goTo('Open a support bundle…', 'CmdOrCtrl+Shift+O', 'bundle', 'open'),
          { type: 'separator' },
          isMac ? { role: 'close' } : { role: 'quit' },
        ],
      },
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
          ...(app.isPackaged ? [] : [{ type: 'separator' } as const, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
        ],
      },
      { role: 'windowMenu' },
      {
        role: 'help',
        submenu: [
          link('JumpCloud admin console', 'https://console.jumpcloud.com/login/admin'),
          link('TestMu AI: SCIM with JumpCloud', 'https://www.testmuai.com/support/docs/jumpcloud-scim/'),
          ...(isMac ? [] : [{ type: 'separator' } as const, { role: 'about' } as const]),
        ],
      },
    ]),
  );
}
