import { useQueries } from '@tanstack/react-query';
import type { RunEntry } from '../../../shared/jumpcloud/virtual/run-view';
import { invoke } from '../../bridge';

export const entriesPerPage = 200;

/** The pages of a run's entries that the given rows lie on. A full page never changes; the last one is asked for as it grows. */
export function useEntries(workspaceId: string, runId: number, sent: number, from: number, to: number): ReadonlyMap<number, RunEntry> {
  const first = Math.floor(from / entriesPerPage);
  const last = Math.floor(Math.max(from, Math.min(to, sent - 1)) / entriesPerPage);
  const pages = sent === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const results = useQueries({
    queries: pages.map((page) => {
      const size = Math.min(entriesPerPage, sent - page * entriesPerPage);
      return {
        queryKey: ['virtual-entries', workspaceId, runId, page, size],
        queryFn: () => invoke('virtual:entries', { workspaceId, offset: page * entriesPerPage, limit: entriesPerPage }),
        placeholderData: (before: readonly RunEntry[] | undefined) => before,
        gcTime: 30_000,
      };
    }),
  });
  return new Map(results.flatMap(({ data }) => data ?? []).map((entry) => [entry.index, entry]));
}
