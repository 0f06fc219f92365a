import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReplayView } from '../../../shared/mirror/replay-view';
import { invoke, RequestError, subscribe } from '../../bridge';

const replayKey = (workspaceId: string) => ['server-replay', workspaceId] as const;

/** The replay that is open, if any, as main tells it. */
export function useReplay(workspaceId: string) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: replayKey(workspaceId),
    queryFn: async (): Promise<ReplayView | null> => {
      const answer = await invoke('server:replay-view', { workspaceId });
      if (!answer.ok) throw new RequestError('server:replay-view', answer.error);
      return answer.value;
    },
    refetchOnMount: 'always',
  });
  const keep = (replay: ReplayView | null) => client.setQueryData(replayKey(workspaceId), replay);
  useEffect(
    () =>
      subscribe('server:replay', (told) => {
        client.setQueryData(replayKey(told.workspaceId), told.replay);
      }),
    [client],
  );
  return { replay: query.data ?? null, keep };
}
