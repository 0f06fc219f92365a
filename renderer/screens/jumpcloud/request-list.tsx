import { useEffect } from 'react';
import type { RunEntry } from '../../../shared/jumpcloud/virtual/run-view';
import { Grid, GridCell, GridGroup, GridRow } from '../../components/grid-parts';
import { Tag } from '../../components/tag';
import { ToneIcon } from '../../components/tone-icon';
import { useGridRows } from '../../components/use-grid-rows';
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

const rowHeightPx = 34;
const icon = (entry: RunEntry) => <ToneIcon tone={entry.result ?? 'neutral'} />;
const resultWords = { pass: 'as expected', warn: 'to look at', fail: 'failed' } as const;

/** Every request that was sent, oldest first; only those in sight are in the document. */
export function RequestList({ workspaceId, runId, sent, following, selected, onSelect }: RequestListProps) {
  const { virtual, items, cursor, grid, row } = useGridRows({ count: sent, rowHeightPx, overscan: 10, headRows: 0, onOpen: onSelect });
  const entries = useEntries(workspaceId, runId, sent, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  useEffect(() => {
    if (following && sent > 0) virtual.scrollToIndex(sent - 1);
  }, [following, sent, virtual]);
  useEffect(() => {
    if (selected !== null) virtual.scrollToIndex(selected);
  }, [selected, virtual]);
  return (
    <Grid {...grid} className={styles['requests']} aria-label="Requests sent" aria-rowcount={sent} aria-colcount={5}>
      <GridGroup style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const entry = entries.get(item.index);
          return (
            <GridRow
              key={item.key}
              {...row(item)}
              aria-selected={item.index === selected}
              className={`${styles['request']} ${item.index === cursor.index ? styles['active'] : ''}`}
              onClick={() => {
                cursor.set(item.index);
                onSelect(item.index);
              }}
            >
              {entry === undefined ? null : <RequestCells entry={entry} />}
            </GridRow>
          );
        })}
      </GridGroup>
    </Grid>
  );
}

function RequestCells({ entry }: { readonly entry: RunEntry }) {
  const tone = entry.result ?? 'neutral';
  return (
    <>
      <GridCell className={styles['sign']} data-tone={tone}>
        {icon(entry)}
        <span className="visually-hidden">{entry.result === null ? '' : resultWords[entry.result]}</span>
      </GridCell>
      <GridCell className={styles['what']}>{entry.title}</GridCell>
      <GridCell className={styles['about']}>{entry.about}</GridCell>
      <GridCell className={styles['line']}>
        {entry.method} {decodedPath(entry.path)}
      </GridCell>
      <GridCell>
        <Tag tone={tone}>{entry.status ?? 'no answer'}</Tag>
      </GridCell>
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
