import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Table } from '@tanstack/react-table';
import type { CSSProperties } from 'react';
import type { DataColumn } from './data-column';
import styles from './data-table.module.css';
import { GridGroup, GridHeadCell, GridRow } from './grid-parts';

interface DataTableHeadProps<Row> {
  readonly table: Table<Row>;
  readonly columns: readonly DataColumn<Row>[];
  readonly widths: readonly CSSProperties[];
  /** Pixels: the table's narrowest. */
  readonly minWidth: number;
}

const ariaSort = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

/** The sticky head of a data table: a button a sortable column, and an edge to drag. */
export function DataTableHead<Row>({ table, columns, widths, minWidth }: DataTableHeadProps<Row>) {
  const headers = table.getFlatHeaders();
  return (
    <GridGroup>
      <GridRow className={styles['head']} style={{ minWidth }} aria-rowindex={1}>
        {columns.map((column, index) => {
          const header = headers[index];
          if (header === undefined) return null;
          const sortable = header.column.getCanSort();
          const sorted = header.column.getIsSorted();
          const end = column.align === 'end' ? styles['end'] : '';
          return (
            <GridHeadCell
              key={column.id}
              aria-colindex={index + 1}
              className={styles['headCell']}
              style={widths[index]}
              title={column.header}
              {...(sortable ? { 'aria-sort': ariaSort[sorted === false ? 'none' : sorted] } : {})}
            >
              {sortable ? (
                <button type="button" className={`${styles['sort']} ${end}`} onClick={header.column.getToggleSortingHandler()}>
                  <span className={styles['headWords']}>{column.header}</span>
                  {sorted === 'asc' ? <IconArrowUp size={14} aria-hidden="true" /> : null}
                  {sorted === 'desc' ? <IconArrowDown size={14} aria-hidden="true" /> : null}
                </button>
              ) : (
                <span className={`${styles['sort']} ${end}`}>
                  <span className={styles['headWords']}>{column.header}</span>
                </span>
              )}
              <span
                className={styles['resizer']}
                aria-hidden="true"
                onMouseDown={header.getResizeHandler()}
                onTouchStart={header.getResizeHandler()}
                onDoubleClick={() => header.column.resetSize()}
              />
            </GridHeadCell>
          );
        })}
      </GridRow>
    </GridGroup>
  );
}
