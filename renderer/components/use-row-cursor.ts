import { type KeyboardEvent, useState } from 'react';

interface RowCursorOptions {
  readonly count: number;
  /** Rows that Page Up and Page Down move by. */
  readonly pageSize: () => number;
  readonly onMove: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

/** The keyboard's place in a long list: the list keeps the focus, the cursor moves. */
export function useRowCursor({ count, pageSize, onMove, onOpen }: RowCursorOptions) {
  const [wanted, setIndex] = useState(0);
  const index = Math.max(0, Math.min(wanted, count - 1));
  const targets: ReadonlyMap<string, () => number> = new Map([
    ['ArrowDown', () => index + 1],
    ['ArrowUp', () => index - 1],
    ['PageDown', () => index + pageSize()],
    ['PageUp', () => index - pageSize()],
    ['Home', () => 0],
    ['End', () => count - 1],
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    // A key pressed on a button inside the table (a header, a copy button) belongs to that button.
    if (event.target !== event.currentTarget || count === 0) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(index);
      return;
    }
    const target = targets.get(event.key);
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(target(), count - 1));
    setIndex(next);
    onMove(next);
  };
  return { index, set: setIndex, onKeyDown };
}
