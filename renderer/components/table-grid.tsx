import type { Table } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react';
import type { DataColumn } from './data-column';
import styles from './data-table.module.css';
import { DataTableHead } from './data-table-head';
import { useRowCursor } from './use-row-cursor';

export interface TableLook<Row> {
  /** The table's accessible name. */
  readonly label: string;
  /** Keep it outside the component or memoised: a new array builds the table anew. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row) => void;
  readonly selectedKey?: string | null;
  /** Any CSS length; the table scrolls inside it. */
  readonly height: string;
  readonly rowHeightPx?: number;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
}

interface TableGridProps<Row> extends TableLook<Row> {
  readonly table: Table<Row>;
  readonly count: number;
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Told when other rows come into sight. */
  readonly onSight?: (first: number, last: number) => void;
}

/** How far columns give way in a narrow window before the table scrolls sideways: a part of their width. */
const narrowest = 0.62;
const narrowestPx = 84;

/** What every table is made of: a sticky head, rows of which only those in sight are in the document, one tab stop and a cursor. */
export function TableGrid<Row>(props: TableGridProps<Row>) {
  const { label, table, columns, count, rowAt, rowKey, onOpen, selectedKey = null, height, rowHeightPx = 36 } = props;
  const { empty = 'Nothing to show.', onSight } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 6,
  });
  const cursor = useRowCursor({
    count,
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeightPx) / rowHeightPx) - 2),
    onMove: (index) => virtual.scrollToIndex(index),
    onOpen: (index) => {
      const row = rowAt(index);
      if (row !== undefined) onOpen?.(row);
    },
  });

  const resized = table.getState().columnSizing;
  const widths = columns.map((column): CSSProperties => {
    const size = table.getColumn(column.id)?.getSize() ?? column.width;
    if (resized[column.id] !== undefined) return { flex: `0 0 ${size}px`, minWidth: size };
    const keeps = column.fixed === true || column.align === 'end';
    return {
      flex: `${column.grow === true ? 1 : 0} 1 ${size}px`,
      minWidth: keeps ? size : Math.min(size, Math.max(narrowestPx, Math.round(size * narrowest))),
    };
  });
  const minWidth = widths.reduce((sum, width) => sum + Number(width.minWidth), 0);
  const visible = virtual.getVirtualItems();
  const first = visible[0]?.index ?? 0;
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => onSight?.(first, last), [onSight, first, last]);
  const activeInSight = visible.some((item) => item.index === cursor.index);

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are positioned, so that 100,000 of them scroll; a table element cannot
    <div
      ref={scroller}
      className={styles['scroller']}
      style={{ height }}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      onKeyDown={cursor.onKeyDown}
      {...(activeInSight ? { 'aria-activedescendant': `${id}-${cursor.index}` } : {})}
    >
      <DataTableHead table={table} columns={columns} widths={widths} minWidth={minWidth} />
      {count === 0 ? (
        <div className={styles['empty']}>{empty}</div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: see the grid above
        <div className={styles['body']} style={{ height: virtual.getTotalSize(), minWidth }} role="rowgroup">
          {visible.map((item) => {
            const row = rowAt(item.index);
            const key = row === undefined ? `waiting-${item.index}` : rowKey(row);
            const selected = row !== undefined && selectedKey !== null && key === selectedKey;
            const classes = [
              styles['row'],
              onOpen === undefined ? '' : styles['openable'],
              selected ? styles['selected'] : '',
              item.index === cursor.index ? styles['active'] : '',
            ];
            return (
              // biome-ignore lint/a11y: the grid itself has the focus and the keys; its cursor is aria-activedescendant
              <div
                key={key}
                id={`${id}-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={selected}
                className={classes.join(' ')}
                style={{ height: rowHeightPx, transform: `translateY(${item.start}px)` }}
                onClick={(event) => {
                  cursor.set(item.index);
                  // A click on a button inside the row belongs to that button.
                  if (event.target instanceof Element && event.target.closest('button, a, input, label') !== null) return;
                  if (row !== undefined) onOpen?.(row);
                }}
              >
                {columns.map((column, index) => (
                  // biome-ignore lint/a11y: see the grid above
                  <div
                    key={column.id}
                    role="gridcell"
                    aria-colindex={index + 1}
                    className={`${styles['cell']} ${column.align === 'end' ? styles['end'] : ''}`}
                    style={widths[index]}
                  >
                    {row === undefined ? (
                      <span className={styles['waiting']} aria-hidden="true" />
                    ) : column.cell === undefined ? (
                      (column.value(row) ?? '')
                    ) : (
                      column.cell(row)
                    )}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
