import { Checkbox } from '@mantine/core';
import { IconPinnedFilled } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { LogRow } from '../../../shared/ipc/server';
import { Grid, GridCell, GridGroup, GridHeadCell, GridRow } from '../../components/grid-parts';
import { Tag } from '../../components/tag';
import { useGridRows } from '../../components/use-grid-rows';
import { clockTime, readablePath, statusTone } from './log-rows';
import styles from './server.module.css';

interface LogListProps {
  readonly rows: readonly LogRow[];
  readonly total: number;
  readonly opened: number | null;
  readonly selected: ReadonlySet<number>;
  readonly onOpen: (id: number) => void;
  readonly onSelect: (id: number, on: boolean) => void;
  readonly onSelectAll: (on: boolean) => void;
  readonly onEnd: () => void;
  readonly empty: ReactNode;
}

const rowHeightPx = 32;
const columns = ['Chosen', 'Time', 'Method', 'Path', 'Status', 'What it meant', 'ms'] as const;

/** The log, newest first; only rows in sight are in the document, older ones are fetched when the end comes near. */
export function LogList({ rows, total, opened, selected, onOpen, onSelect, onSelectAll, onEnd, empty }: LogListProps) {
  const {
    virtual,
    items,
    scroller,
    cursor,
    grid,
    row: place,
  } = useGridRows({
    count: rows.length,
    rowHeightPx,
    overscan: 12,
    headRows: 1,
    keyAt: (index) => rows[index]?.id ?? index,
    onOpen: (index) => {
      const row = rows[index];
      if (row !== undefined) onOpen(row.id);
    },
  });
  // What comes in at the top must not push away what is being read.
  const newest = rows[0]?.id ?? 0;
  const before = useRef({ newest, count: rows.length });
  useLayoutEffect(() => {
    const added = rows.length - before.current.count;
    const element = scroller.current;
    if (newest > before.current.newest && added > 0 && element !== null && element.scrollTop > rowHeightPx)
      element.scrollTop += added * rowHeightPx;
    before.current = { newest, count: rows.length };
  }, [newest, rows.length, scroller]);
  const lastInSight = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastInSight >= rows.length - 20) onEnd();
  }, [lastInSight, rows.length, onEnd]);

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[cursor.index];
    if (event.key === ' ' && event.target === event.currentTarget && row !== undefined) {
      event.preventDefault();
      onSelect(row.id, !selected.has(row.id));
      return;
    }
    cursor.onKeyDown(event);
  };
  const allChosen = rows.length > 0 && rows.every((row) => selected.has(row.id));
  return (
    <Grid
      {...grid}
      className={styles['log']}
      aria-label="Requests"
      aria-multiselectable="true"
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      onKeyDown={onKeyDown}
    >
      <GridGroup className={styles['logHead']}>
        <GridRow aria-rowindex={1} className={styles['logRow']}>
          {columns.map((column) => (
            <GridHeadCell key={column} className={column === 'ms' ? styles['end'] : ''}>
              {column === 'Chosen' ? (
                <Checkbox
                  size="xs"
                  aria-label="Choose all that are loaded"
                  checked={allChosen}
                  indeterminate={!allChosen && selected.size > 0}
                  onChange={(event) => onSelectAll(event.currentTarget.checked)}
                />
              ) : (
                column
              )}
            </GridHeadCell>
          ))}
        </GridRow>
      </GridGroup>
      {rows.length === 0 ? (
        // A grid holds nothing but rows, so what stands in their place is one too.
        <GridGroup>
          <GridRow aria-rowindex={2}>
            <GridCell aria-colspan={columns.length} className={styles['empty']}>
              {empty}
            </GridCell>
          </GridRow>
        </GridGroup>
      ) : (
        <GridGroup style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <GridRow
                key={item.key}
                {...place(item)}
                aria-selected={row.id === opened || selected.has(row.id)}
                data-opened={row.id === opened}
                className={`${styles['logRow']} ${styles['positioned']} ${item.index === cursor.index ? styles['active'] : ''}`}
                onClick={() => {
                  cursor.set(item.index);
                  onOpen(row.id);
                }}
              >
                <Cells row={row} chosen={selected.has(row.id)} onSelect={onSelect} />
              </GridRow>
            );
          })}
        </GridGroup>
      )}
    </Grid>
  );
}

interface CellsProps {
  readonly row: LogRow;
  readonly chosen: boolean;
  readonly onSelect: (id: number, on: boolean) => void;
}

function Cells({ row, chosen, onSelect }: CellsProps) {
  return (
    <>
      <GridCell onClick={(event) => event.stopPropagation()}>
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={`Choose request ${row.id}`}
          checked={chosen}
          onChange={(event) => onSelect(row.id, event.currentTarget.checked)}
        />
      </GridCell>
      <GridCell className={styles['time']}>{clockTime(row.at)}</GridCell>
      <GridCell className={styles['method']}>{row.method}</GridCell>
      <GridCell className={styles['path']} title={readablePath(row)}>
        {readablePath(row)}
      </GridCell>
      <GridCell>
        <Tag tone={statusTone(row.status)}>{row.status}</Tag>
      </GridCell>
      <GridCell title={row.meaning}>
        {row.pinned ? (
          <>
            <IconPinnedFilled size={13} className={styles['pin']} aria-hidden="true" />
            <span className="visually-hidden">pinned: </span>
          </>
        ) : null}
        {row.meaning}
      </GridCell>
      <GridCell className={styles['end']}>
        {row.durationMs < 10 ? row.durationMs.toFixed(1) : Math.round(row.durationMs).toLocaleString('en-GB')}
      </GridCell>
    </>
  );
}
