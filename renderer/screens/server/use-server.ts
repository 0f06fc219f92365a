import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ServerView } from '../../../shared/ipc/server';
import { invoke, RequestError, subscribe } from '../../bridge';
import { useWorkspaceId } from '../../state/guide';

const viewKey = (workspaceId: string) => ['server', workspaceId] as const;

/** The local server of the open workspace, as main tells it. */
export function useServer() {
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: viewKey(workspaceId),
    queryFn: async (): Promise<ServerView> => {
      const answer = await invoke('server:view', { workspaceId });
      if (!answer.ok) throw new RequestError('server:view', answer.error);
      return answer.value;
    },
    // The workspace's organisation may have changed on another screen.
    refetchOnMount: 'always',
  });
  const keep = (view: ServerView | null) => {
    if (view !== null) client.setQueryData(viewKey(workspaceId), view);
  };
  useEffect(
    () =>
      subscribe('server:changed', (told) => {
        client.setQueryData(viewKey(told.workspaceId), told.view);
      }),
    [client],
  );
  return { workspaceId, query, keep };
}
