import { useSyncExternalStore } from 'react';

/** Where the window is: a screen's id and what the screen is looking at, kept in the address's hash (`#/guide/step-3`). */
export interface Route {
  readonly screen: string;
  readonly detail: readonly string[];
}

const home: Route = { screen: 'overview', detail: [] };

/** An address that cannot be read (somebody typed one) is the overview. */
export function parseRoute(hash: string): Route {
  const parts = hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '');
  try {
    const [screen, ...detail] = parts.map(decodeURIComponent);
    return screen === undefined ? home : { screen, detail };
  } catch {
    return home;
  }
}

export const routeHash = (screen: string, ...detail: readonly string[]) => `#/${[screen, ...detail].map(encodeURIComponent).join('/')}`;

export function navigate(screen: string, ...detail: readonly string[]): void {
  window.location.hash = routeHash(screen, ...detail);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export const useHash = (): string => useSyncExternalStore(subscribe, () => window.location.hash);

export const useRoute = (): Route => parseRoute(useHash());
