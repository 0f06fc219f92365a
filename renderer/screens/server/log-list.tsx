import { Checkbox } from '@mantine/core';
import { IconPinnedFilled } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { LogRow } from '../../../shared/ipc/server';
import { Tag } from '../../components/tag';
import { useRowCursor } from '../../components/use-row-cursor';
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

const rowHeight = 32;
const columns = ['Chosen', 'Time', 'Method', 'Path', 'Status', 'What it meant', 'ms'] as const;

/** The log, newest first; only rows in sight are in the document, older ones are fetched when the end comes near. */
export function LogList({ rows, total, opened, selected, onOpen, onSelect, onSelectAll, onEnd, empty }: LogListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const cursor = useRowCursor({
    count: rows.length,
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2),
    onMove: (index) => virtual.scrollToIndex(index),
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
    if (newest > before.current.newest && added > 0 && element !== null && element.scrollTop > rowHeight)
      element.scrollTop += added * rowHeight;
    before.current = { newest, count: rows.length };
  }, [newest, rows.length]);
  const items = virtual.getVirtualItems();
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
  const active = items.some((item) => item.index === cursor.index) ? { 'aria-activedescendant': `${id}-${cursor.index}` } : {};
  const allChosen = rows.length > 0 && rows.every((row) => selected.has(row.id));
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are positioned, so that any number of them scrolls
    <div
      ref={scroller}
      className={styles['log']}
      role="grid"
      tabIndex={0}
      aria-label="Requests"
      aria-multiselectable="true"
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      onKeyDown={onKeyDown}
      {...active}
    >
      {/* biome-ignore lint/a11y: as above */}
      <div role="rowgroup" className={styles['logHead']}>
        {/* biome-ignore lint/a11y: as above */}
        <div role="row" aria-rowindex={1} className={styles['logRow']}>
          {columns.map((column) => (
            // biome-ignore lint/a11y: as above
            <div key={column} role="columnheader" className={column === 'ms' ? styles['end'] : ''}>
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
            </div>
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        // biome-ignore lint/a11y: a grid holds nothing but rows, so what stands in their place is one too
        <div role="rowgroup">
          {/* biome-ignore lint/a11y: as above */}
          <div role="row" aria-rowindex={2}>
            {/* biome-ignore lint/a11y: as above */}
            <div role="gridcell" aria-colspan={columns.length} className={styles['empty']}>
              {empty}
            </div>
          </div>
        </div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              // biome-ignore lint/a11y: as above; the grid has the keys
              <div
                key={item.key}
                id={`${id}-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={row.id === opened || selected.has(row.id)}
                data-opened={row.id === opened}
                className={`${styles['logRow']} ${styles['positioned']} ${item.index === cursor.index ? styles['active'] : ''}`}
                style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  cursor.set(item.index);
                  onOpen(row.id);
                }}
              >
                <Cells row={row} chosen={selected.has(row.id)} onSelect={onSelect} />
              </div>
            );
          })}
        </div>
      )}
    </div>
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
      {/* biome-ignore lint/a11y: see the grid */}
      <div role="gridcell" onClick={(event) => event.stopPropagation()}>
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={`Choose request ${row.id}`}
          checked={chosen}
          onChange={(event) => onSelect(row.id, event.currentTarget.checked)}
        />
      </div>
      {/* biome-ignore lint/a11y: see the grid */}
      <div role="gridcell" className={styles['time']}>
        {clockTime(row.at)}
      </div>
      {/* biome-ignore lint/a11y: see the grid */}
      <div role="gridcell" className={styles['method']}>
        {row.method}
      </div>
      {/* biome-ignore lint/a11y: see the grid */}
      <div role="gridcell" className={styles['path']} title={readablePath(row)}>
        {readablePath(row)}
      </div>
      {/* biome-ignore lint/a11y: see the grid */}
      <div role="gridcell">
        <Tag tone={statusTone(row.status)}>{row.status}</Tag>
      </div>
      {/* biome-ignore lint/a11y: see the grid */}
      <div role="gridcell" title={row.meaning}>
        {row.pinned ? (
          <>
            <IconPinnedFilled size={13} className={styles['pin']} aria-hidden="true" />
            <span className="visually-hidden">pinned: </span>
          </>
        ) : null}
        {row.meaning}
      </div>
      {/* biome-ignore lint/a11y: see the grid */}
      <div role="gridcell" className={styles['end']}>
        {row.durationMs < 10 ? row.durationMs.toFixed(1) : Math.round(row.durationMs).toLocaleString('en-GB')}
      </div>
    </>
  );
}
