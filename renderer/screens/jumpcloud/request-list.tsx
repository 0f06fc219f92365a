import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef } from 'react';
import type { RunEntry } from '../../../shared/jumpcloud/virtual/run-view';
import { Tag } from '../../components/tag';
import { ToneIcon } from '../../components/tone-icon';
import { useRowCursor } from '../../components/use-row-cursor';
import styles from './jumpcloud.module.css';
import { useEntries } from './use-entries';

interface RequestListProps {
  readonly workspaceId: string;
  readonly runId: number;
  readonly sent: number;
  /** Follows the newest while it runs. */
  readonly following: boolean;
  readonly selected: number | null;
  readonly onSelect: (index: number) => void;
}

const rowHeight = 34;
const icon = (entry: RunEntry) => <ToneIcon tone={entry.result ?? 'neutral'} />;
const resultWords = { pass: 'as expected', warn: 'to look at', fail: 'failed' } as const;

/** Every request that was sent, oldest first; only those in sight are in the document. */
export function RequestList({ workspaceId, runId, sent, following, selected, onSelect }: RequestListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count: sent,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const entries = useEntries(workspaceId, runId, sent, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const cursor = useRowCursor({
    count: sent,
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1),
    onMove: (index) => virtual.scrollToIndex(index),
    onOpen: onSelect,
  });
  useEffect(() => {
    if (following && sent > 0) virtual.scrollToIndex(sent - 1);
  }, [following, sent, virtual]);
  useEffect(() => {
    if (selected !== null) virtual.scrollToIndex(selected);
  }, [selected, virtual]);
  const active = items.some((item) => item.index === cursor.index) ? { 'aria-activedescendant': `${id}-${cursor.index}` } : {};
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are positioned, so that any number of them scrolls
    <div
      ref={scroller}
      className={styles['requests']}
      role="grid"
      tabIndex={0}
      aria-label="Requests sent"
      aria-rowcount={sent}
      aria-colcount={5}
      onKeyDown={cursor.onKeyDown}
      {...active}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="rowgroup">
        {items.map((item) => {
          const entry = entries.get(item.index);
          return (
            // biome-ignore lint/a11y: as above; the grid has the keys
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 1}
              aria-selected={item.index === selected}
              className={`${styles['request']} ${item.index === cursor.index ? styles['active'] : ''}`}
              style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
              onClick={() => {
                cursor.set(item.index);
                onSelect(item.index);
              }}
            >
              {entry === undefined ? null : <RequestCells entry={entry} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function RequestCells({ entry }: { readonly entry: RunEntry }) {
  const tone = entry.result ?? 'neutral';
  return (
    <>
      {/* biome-ignore lint/a11y: see the grid */}
      <span role="gridcell" className={styles['sign']} data-tone={tone}>
        {icon(entry)}
        <span className="visually-hidden">{entry.result === null ? '' : resultWords[entry.result]}</span>
      </span>
      {/* biome-ignore lint/a11y: see the grid */}
      <span role="gridcell" className={styles['what']}>
        {entry.title}
      </span>
      {/* biome-ignore lint/a11y: see the grid */}
      <span role="gridcell" className={styles['about']}>
        {entry.about}
      </span>
      {/* biome-ignore lint/a11y: see the grid */}
      <span role="gridcell" className={styles['line']}>
        {entry.method} {decodedPath(entry.path)}
      </span>
      {/* biome-ignore lint/a11y: see the grid */}
      <span role="gridcell">
        <Tag tone={tone}>{entry.status ?? 'no answer'}</Tag>
      </span>
    </>
  );
}

export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
