/** What was, and what was undone, of one thing that people edit; the newest last. Labels name the change that can be taken back. */
export interface UndoStack<S> {
  readonly past: readonly UndoEntry<S>[];
  readonly future: readonly UndoEntry<S>[];
}

export interface UndoEntry<S> {
  readonly state: S;
  readonly label: string;
}

/** Enough for an afternoon's work; older changes cannot be undone one by one. */
const limit = 200;

export const emptyUndoStack: UndoStack<never> = { past: [], future: [] };

/** Notes the state before a change. A change with the same `label` right after goes into the same entry when `merge` says so. */
export function remember<S>(stack: UndoStack<S>, before: S, label: string, merge: boolean): UndoStack<S> {
  const last = stack.past.at(-1);
  if (merge && last?.label === label && stack.future.length === 0) return stack;
  return { past: [...stack.past, { state: before, label }].slice(-limit), future: [] };
}

export interface Step<S> {
  readonly stack: UndoStack<S>;
  readonly state: S;
  readonly label: string;
}

export function undo<S>(stack: UndoStack<S>, now: S): Step<S> | null {
  const last = stack.past.at(-1);
  if (last === undefined) return null;
  return {
    stack: { past: stack.past.slice(0, -1), future: [...stack.future, { state: now, label: last.label }] },
    state: last.state,
    label: last.label,
  };
}

export function redo<S>(stack: UndoStack<S>, now: S): Step<S> | null {
  const next = stack.future.at(-1);
  if (next === undefined) return null;
  return {
    stack: { past: [...stack.past, { state: now, label: next.label }], future: stack.future.slice(0, -1) },
    state: next.state,
    label: next.label,
  };
}
