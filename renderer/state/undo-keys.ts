import { useEffect, useRef } from 'react';

/** What the keys for undo and redo do on the screen in sight. */
export interface UndoKeys {
  readonly undo: () => void;
  readonly redo: () => void;
}

let shown: UndoKeys | null = null;

/** While the component is there, the keys act on what it edits. */
export function useUndoKeys(keys: UndoKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const own: UndoKeys = { undo: () => latest.current.undo(), redo: () => latest.current.redo() };
    shown = own;
    return () => {
      if (shown === own) shown = null;
    };
  }, []);
}

/** Null where the screen in sight edits nothing that can be taken back. */
export const undoKeys = (): UndoKeys | null => shown;

const typed = ['text', 'search', 'email', 'url', 'tel', 'password', 'number', 'date', 'time', 'datetime-local'];

/** A field has an undo of its own for what is typed into it. */
export const hasOwnUndo = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && typed.includes(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable);
