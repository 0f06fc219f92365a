import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useId, useRef } from 'react';
import { useRowCursor } from './use-row-cursor';

interface GridRowsOptions {
  readonly count: number;
  readonly rowHeightPx: number;
  /** Rows kept ready above and below those in sight. */
  readonly overscan: number;
  /** 1 where a head stands above the rows. */
  readonly headRows: 0 | 1;
  /** Which row is which when rows come in at the top; without it, its place. */
  readonly keyAt?: (index: number) => string | number;
  /** Enter on a row. */
  readonly onOpen: (index: number) => void;
}

/**
 * The rows of a grid that scrolls: those in sight, one tab stop, and a cursor that the arrow keys move.
 * `grid` belongs on the `Grid`, `row` on each `GridRow` in sight (grid-parts.tsx).
 */
export function useGridRows({ count, rowHeightPx, overscan, headRows, keyAt, onOpen }: GridRowsOptions) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan,
    ...(keyAt === undefined ? {} : { getItemKey: keyAt }),
  });
  const cursor = useRowCursor({
    count,
    // One row stays in sight as a hold for the eye.
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeightPx) / rowHeightPx) - headRows - 1),
    onMove: (index) => virtual.scrollToIndex(index),
    onOpen,
  });
  const items = virtual.getVirtualItems();
  const idAt = (index: number) => `${id}-${index}`;
  const cursorInSight = items.some((item) => item.index === cursor.index);
  const grid = {
    ref: scroller,
    onKeyDown: cursor.onKeyDown,
    ...(cursorInSight ? { 'aria-activedescendant': idAt(cursor.index) } : {}),
  };
  const row = (item: VirtualItem) => ({
    id: idAt(item.index),
    'aria-rowindex': item.index + 1 + headRows,
    style: { height: rowHeightPx, transform: `translateY(${item.start}px)` },
  });
  return { virtual, items, scroller, cursor, grid, row };
}
