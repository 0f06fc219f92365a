import type { BrowserWindow } from 'electron';
import Store from 'electron-store';
import { type Placement, placementSchema } from './window-placement';

interface WindowMemory {
  readonly recall: () => Placement | null;
  /** Writes the placement down when the window closes. */
  readonly follow: (window: BrowserWindow) => void;
}

/** `window.json` in the profile. It holds nothing worth keeping, so a broken one is simply begun anew. */
export function openWindowMemory(): WindowMemory {
  const store = new Store<{ main?: unknown }>({ name: 'window', clearInvalidConfig: true });
  return {
    recall: () => {
      const parsed = placementSchema.safeParse(store.get('main'));
      return parsed.success ? parsed.data : null;
    },
    follow: (window) => {
      window.on('close', () => store.set('main', { ...window.getNormalBounds(), maximised: window.isMaximized() }));
    },
  };
}
