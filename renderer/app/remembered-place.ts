import { useEffect, useRef } from 'react';

/** Which screen a workspace was left on; the step of the guide is kept with the workspace itself. */
const storageKey = (workspaceId: string) => `place:${workspaceId}`;

/** The window's own storage may be gone or full: then every workspace simply opens on its overview. */
function recall(workspaceId: string): string | null {
  try {
    return window.localStorage.getItem(storageKey(workspaceId));
  } catch {
    return null;
  }
}

function keep(workspaceId: string, hash: string): void {
  try {
    window.localStorage.setItem(storageKey(workspaceId), hash);
  } catch {
    // Only a convenience: nothing that was entered depends on it.
  }
}

/**
 * Opens each workspace where it was left: at the start when the address names nothing, and whenever it takes another one's place. The
 * first one of all is opened where one stands. `undefined` until main has told which one is active. Stands above everything that is
 * mounted anew for another workspace.
 */
export function useRememberedPlace(workspaceId: string | null | undefined, hash: string): void {
  const last = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    if (workspaceId === undefined) return;
    const before = last.current;
    last.current = workspaceId;
    if (workspaceId === null) return;
    const replaced = typeof before === 'string' && before !== workspaceId;
    if (replaced || (before === undefined && hash === '')) window.location.hash = recall(workspaceId) ?? '#/overview';
    else keep(workspaceId, hash);
  }, [workspaceId, hash]);
}
