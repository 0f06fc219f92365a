import { useSyncExternalStore } from 'react';
import { showDone } from './undo-toast';

/** A change that is kept by main, and that the window can ask for both ways. Each answers whether it was done. */
export interface Reversible {
  /** What was changed: "Taken back: …" */
  readonly label: string;
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
}

/** What can be taken back and done again, the next one last. */
interface Changes {
  readonly past: readonly Reversible[];
  readonly future: readonly Reversible[];
}

const none: Changes = { past: [], future: [] };

/** By what they change; kept outside React, so that leaving a screen loses nothing. */
const kept = new Map<string, Changes>();
const listeners = new Set<() => void>();

/** As many as the guide keeps. */
const limit = 200;

function put(scope: string, changes: Changes): void {
  kept.set(scope, changes);
  for (const listener of listeners) listener();
}

const changesOf = (scope: string): Changes => kept.get(scope) ?? none;

export function noteChange(scope: string, change: Reversible): void {
  put(scope, { past: [...changesOf(scope).past, change].slice(-limit), future: [] });
}

/** What they changed is not there any more. */
export const forgetChanges = (scope: string): void => put(scope, none);

export async function undoChange(scope: string): Promise<void> {
  const { past, future } = changesOf(scope);
  const last = past.at(-1);
  if (last === undefined) return;
  put(scope, { past: past.slice(0, -1), future: [...future, last] });
  if (await last.undo()) showDone(`Taken back: ${last.label}`);
}

export async function redoChange(scope: string): Promise<void> {
  const { past, future } = changesOf(scope);
  const next = future.at(-1);
  if (next === undefined) return;
  put(scope, { past: [...past, next], future: future.slice(0, -1) });
  if (await next.redo()) showDone(`Done again: ${next.label}`);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Labels of what the next undo and redo would change, null where there is nothing; and how many changes there are to take back. */
export function useChanges(scope: string): { readonly undo: string | null; readonly redo: string | null; readonly made: number } {
  const { past, future } = useSyncExternalStore(subscribe, () => changesOf(scope));
  return { undo: past.at(-1)?.label ?? null, redo: future.at(-1)?.label ?? null, made: past.length };
}
