import { useQueries } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Slice } from '../../shared/ipc/workspace-input';

const pageSize = 100;

export interface Slices<Row> {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onSight: (first: number, last: number) => void;
  readonly error: Error | null;
  /** False until the first rows are here. */
  readonly loaded: boolean;
}

interface Shown<Row> {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
}

/**
 * A long list, page by page, as it comes into sight. `key` says which list, sorted and filtered how; while another one is on
 * its way, the one before stays to be seen.
 */
export function useSlices<Row>(key: readonly unknown[], fetchSlice: (offset: number, limit: number) => Promise<Slice<Row>>): Slices<Row> {
  const listKey = JSON.stringify(key);
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const firstPage = Math.floor(sight.first / pageSize);
  const lastPage = Math.floor(sight.last / pageSize);
  // The first page tells how many rows there are; it is always asked for.
  const pages = [...new Set([0, ...Array.from({ length: lastPage - firstPage + 1 }, (_, at) => firstPage + at)])];
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['slice', ...key, page],
      queryFn: () => fetchSlice(page * pageSize, pageSize),
      // What is kept may have changed while the list was out of sight (another screen, the live side).
      staleTime: 0,
      gcTime: 60_000,
    })),
  });
  const first = results[0]?.data;
  const before = useRef<{ readonly key: string; readonly shown: Shown<Row> } | null>(null);
  const rowAt = (index: number): Row | undefined => {
    const at = pages.indexOf(Math.floor(index / pageSize));
    return at === -1 ? undefined : results[at]?.data?.rows[index % pageSize];
  };
  const onSight = useCallback((from: number, to: number) => {
    setSight((seen) => (seen.first === from && seen.last === to ? seen : { first: from, last: to }));
  }, []);
  const error = results.find((result) => result.error !== null)?.error ?? null;
  if (first !== undefined) before.current = { key: listKey, shown: { total: first.total, rowAt } };
  const shown = before.current?.shown ?? { total: 0, rowAt: () => undefined };
  return { ...shown, onSight, error, loaded: before.current !== null };
}
