import type { BrowserWindow } from 'electron';
import Store from 'electron-store';
import { pageAddress } from './page-origin';
import { type Placement, placementSchema } from './window-placement';

interface WindowMemory {
  readonly recall: () => Placement | null;
  /** The address to open: the screen that was open, also after a kill. */
  readonly recallAddress: () => string;
  /** Writes down where the window stands when it closes, and what it shows as soon as it shows it. */
  readonly follow: (window: BrowserWindow) => void;
}

/** `window.json` in the profile. It holds nothing worth keeping, so a broken one is simply begun anew. */
export function openWindowMemory(): WindowMemory {
  const store = new Store<{ main?: unknown; shown?: unknown }>({ name: 'window', clearInvalidConfig: true });
  return {
    recall: () => {
      const parsed = placementSchema.safeParse(store.get('main'));
      return parsed.success ? parsed.data : null;
    },
    recallAddress: () => `${pageAddress}${readShown(store.get('shown'))}`,
    follow: (window) => {
      window.on('close', () => store.set('main', { ...window.getNormalBounds(), maximised: window.isMaximized() }));
      // Chromium writes the page's own storage some seconds late, which a kill would lose.
      window.webContents.on('did-navigate-in-page', (_event, address, isMainFrame) => {
        if (isMainFrame) store.set('shown', readShown(address.slice(pageAddress.length)));
      });
    },
  };
}

const longestShown = 300;

/** The hash of a screen's address (`#/guide/9`); empty for anything else. */
const readShown = (value: unknown): string =>
  typeof value === 'string' && value.startsWith('#/') && value.length <= longestShown ? value : '';
