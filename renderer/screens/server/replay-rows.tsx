import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { describeChange } from '../../../shared/mirror/describe-change';
import type { ReplayRow, ReplayView } from '../../../shared/mirror/replay-view';
import { invoke, RequestError } from '../../bridge';
import { Tag } from '../../components/tag';
import { readablePath, statusTone } from './log-rows';
import styles from './server.module.css';

const rowHeight = 44;
const pageSize = 100;

/** The requests that were played, with the answer then and now and who was changed. Follows the newest. */
export function ReplayRows({ workspaceId, replay }: { readonly workspaceId: string; readonly replay: ReplayView }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: replay.played,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useEffect(() => {
    if (replay.played > 0) virtual.scrollToIndex(replay.played - 1);
  }, [replay.played, virtual]);
  const items = virtual.getVirtualItems();
  const offset = Math.floor((items[0]?.index ?? 0) / pageSize) * pageSize;
  const { data } = useQuery({
    queryKey: ['server-replay-rows', workspaceId, replay.source, replay.target, offset, Math.min(replay.played, offset + 2 * pageSize)],
    queryFn: async () => {
      const answer = await invoke('server:replay-rows', { workspaceId, offset, limit: 2 * pageSize });
      if (!answer.ok) throw new RequestError('server:replay-rows', answer.error);
      return answer.value;
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 10_000,
  });
  const rows = new Map((data ?? []).map((row) => [row.index, row]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are positioned, so that any number of them scrolls
    <div ref={scroller} className={styles['replayRows']} role="list" aria-label="Played requests">
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rows.get(item.index);
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div
              key={item.key}
              role="listitem"
              className={styles['replayRow']}
              style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
            >
              {row === undefined ? null : <PlayedRow row={row} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function PlayedRow({ row }: { readonly row: ReplayRow }) {
  const differs = row.recordedStatus !== null && row.status !== row.recordedStatus;
  // A request about one person has named them already.
  const people = row.people
    .map((change) => `${row.meaning.includes(change.userName) ? '' : `${change.userName}: `}${describeChange(change).join(', ')}`)
    .join('; ');
  const more = row.changedPeople - row.people.length;
  return (
    <>
      <span className={styles['number']}>{row.index + 1}</span>
      <span className={styles['replayWhat']}>
        <span className={styles['path']} title={`${row.method} ${readablePath(row)}`}>
          {row.method} {readablePath(row)}
        </span>
        <span className={styles['soft']} title={people}>
          {row.meaning}
          {people === '' ? '' : ` — ${people}${more > 0 ? ` and ${more.toLocaleString('en-GB')} more` : ''}`}
        </span>
      </span>
      {differs ? <Tag tone="fail">{`was ${row.recordedStatus}`}</Tag> : null}
      <Tag tone={row.status === null ? 'neutral' : statusTone(row.status)}>{row.status ?? '–'}</Tag>
    </>
  );
}
