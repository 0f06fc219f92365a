import { type ColumnDef, getCoreRowModel, getSortedRowModel, type SortingState, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { compareCells } from './compare-cells';
import type { DataColumn } from './data-column';
import styles from './data-table.module.css';
import { DataTableHead } from './data-table-head';
import { useRowCursor } from './use-row-cursor';

export interface DataTableProps<Row> {
  /** The table's accessible name. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** Keep it outside the component or memoised: a new array builds the table anew. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row) => void;
  readonly selectedKey?: string | null;
  /** Any CSS length; the table scrolls inside it. */
  readonly height: string;
  readonly rowHeightPx?: number;
  readonly initialSort?: { readonly id: string; readonly desc: boolean };
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
}

/**
 * A table for up to some 100,000 rows: only those in sight are in the document. Headers sort (`aria-sort`) and resize;
 * one tab stop, then arrows, Page Up/Down, Home and End move a cursor and Enter opens the row.
 */
export function DataTable<Row>({
  label,
  rows,
  columns,
  rowKey,
  onOpen,
  selectedKey = null,
  height,
  rowHeightPx = 36,
  initialSort,
  empty = 'Nothing to show.',
}: DataTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [sorting, setSorting] = useState<SortingState>(initialSort === undefined ? [] : [{ ...initialSort }]);
  const definitions = useMemo(
    (): ColumnDef<Row>[] =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        accessorFn: (row) => column.value(row),
        size: column.width,
        minSize: 60,
        enableSorting: column.sortable ?? true,
        sortingFn: (a, b) => compareCells(column.value(a.original), column.value(b.original)),
      })),
    [columns],
  );
  const table = useReactTable<Row>({
    data: rows as Row[],
    columns: definitions,
    state: { sorting },
    onSortingChange: setSorting,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    columnResizeMode: 'onChange',
  });
  const sorted = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
  });
  const cursor = useRowCursor({
    count: sorted.length,
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeightPx) / rowHeightPx) - 2),
    onMove: (index) => virtual.scrollToIndex(index),
    onOpen: (index) => {
      const row = sorted[index];
      if (row !== undefined) onOpen?.(row.original);
    },
  });

  const resized = table.getState().columnSizing;
  const widths = columns.map((column): CSSProperties => {
    const size = table.getColumn(column.id)?.getSize() ?? column.width;
    const grows = column.grow === true && resized[column.id] === undefined;
    return { flex: grows ? `1 0 ${size}px` : `0 0 ${size}px`, width: size };
  });
  const visible = virtual.getVirtualItems();
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
      aria-rowcount={sorted.length + 1}
      aria-colcount={columns.length}
      onKeyDown={cursor.onKeyDown}
      {...(activeInSight ? { 'aria-activedescendant': `${id}-${cursor.index}` } : {})}
    >
      <DataTableHead table={table} columns={columns} widths={widths} />
      {sorted.length === 0 ? (
        <div className={styles['empty']}>{empty}</div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: see the grid above
        <div className={styles['body']} style={{ height: virtual.getTotalSize() }} role="rowgroup">
          {visible.map((item) => {
            const row = sorted[item.index];
            if (row === undefined) return null;
            const selected = selectedKey !== null && rowKey(row.original) === selectedKey;
            const classes = [
              styles['row'],
              onOpen === undefined ? '' : styles['openable'],
              selected ? styles['selected'] : '',
              item.index === cursor.index ? styles['active'] : '',
            ];
            return (
              // biome-ignore lint/a11y: the grid itself has the focus and the keys; its cursor is aria-activedescendant
              <div
                key={rowKey(row.original)}
                id={`${id}-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={selected}
                className={classes.join(' ')}
                style={{ height: rowHeightPx, transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  cursor.set(item.index);
                  onOpen?.(row.original);
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
                    {column.cell === undefined ? (column.value(row.original) ?? '') : column.cell(row.original)}
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
