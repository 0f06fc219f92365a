import type { Table } from '@tanstack/react-table';
import { type CSSProperties, memo, type ReactNode, useEffect, useMemo } from 'react';
import { useAfterPaint } from '../state/use-after-paint';
import type { DataColumn } from './data-column';
import styles from './data-table.module.css';
import { DataTableHead } from './data-table-head';
import { Grid, GridCell, GridGroup, GridRow } from './grid-parts';
import { useGridRows } from './use-grid-rows';

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
/** As narrow as an edge can be dragged. */
const leastPx = 60;

/** Drawn with the table itself. */
const firstRows = 6;

/** `resizedPx` where the column's edge was dragged. */
function widthOf<Row>(column: DataColumn<Row>, resizedPx: number | undefined): CSSProperties {
  if (resizedPx !== undefined) return { flex: `0 0 ${Math.max(leastPx, resizedPx)}px`, minWidth: Math.max(leastPx, resizedPx) };
  const size = Math.max(leastPx, column.width);
  const keeps = column.fixed === true || column.align === 'end';
  return {
    flex: `${column.grow === true ? 1 : 0} 1 ${size}px`,
    minWidth: keeps ? size : Math.min(size, Math.max(narrowestPx, Math.round(size * narrowest))),
  };
}

/** What every table is made of: a sticky head, rows of which only those in sight are in the document, one tab stop and a cursor. */
export function TableGrid<Row>(props: TableGridProps<Row>) {
  const { label, table, columns, count, rowAt, rowKey, onOpen, selectedKey = null, height, rowHeightPx = 36 } = props;
  const { empty = 'Nothing to show.', onSight } = props;
  // A few rows first, those that fill the sight and those kept ready a frame later.
  const painted = useAfterPaint(count > 0);
  const {
    virtual,
    items,
    cursor,
    grid,
    row: place,
  } = useGridRows({
    count: painted ? count : Math.min(count, firstRows),
    rowHeightPx,
    overscan: painted ? 6 : 0,
    headRows: 1,
    onOpen: (index) => {
      const row = rowAt(index);
      if (row !== undefined) onOpen?.(row);
    },
  });

  const resized = table.getState().columnSizing;
  const widths = useMemo(() => columns.map((column) => widthOf(column, resized[column.id])), [columns, resized]);
  const minWidth = widths.reduce((sum, width) => sum + Number(width.minWidth), 0);
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onSight?.(first, last), [onSight, first, last]);

  return (
    <Grid
      {...grid}
      className={styles['scroller']}
      style={{ height }}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
    >
      <DataTableHead table={table} columns={columns} widths={widths} minWidth={minWidth} />
      {count === 0 ? (
        <div className={styles['empty']}>{empty}</div>
      ) : (
        <GridGroup className={styles['body']} style={{ height: virtual.getTotalSize(), minWidth }}>
          {items.map((item) => {
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
              <GridRow
                key={key}
                {...place(item)}
                aria-selected={selected}
                className={classes.join(' ')}
                onClick={(event) => {
                  cursor.set(item.index);
                  // A click on a button inside the row belongs to that button.
                  if (event.target instanceof Element && event.target.closest('button, a, input, label') !== null) return;
                  if (row !== undefined) onOpen?.(row);
                }}
              >
                <RowCells row={row} columns={columns} widths={widths} />
              </GridRow>
            );
          })}
        </GridGroup>
      )}
    </Grid>
  );
}

interface RowCellsProps<Row> {
  /** Undefined while it is on its way. */
  readonly row: Row | undefined;
  readonly columns: readonly DataColumn<Row>[];
  readonly widths: readonly CSSProperties[];
}

/** Drawn again only when the row or the columns are others: a step of scrolling leaves the rows that stay in sight alone. */
const RowCells = memo(function RowCells<Row>({ row, columns, widths }: RowCellsProps<Row>) {
  return columns.map((column, index) => (
    <GridCell
      key={column.id}
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
    </GridCell>
  ));
}) as <Row>(props: RowCellsProps<Row>) => ReactNode;
