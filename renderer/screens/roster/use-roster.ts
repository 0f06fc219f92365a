import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';

export const rosterKey = (workspaceId: string) => ['roster', workspaceId] as const;

/** The roster in use; `data` is null where none was imported yet. */
export function useRoster() {
  const workspaceId = useWorkspaceId();
  return useQuery({
    queryKey: rosterKey(workspaceId),
    queryFn: () => fetchValue('roster:view', { workspaceId }),
    refetchOnMount: 'always',
  });
}

/** After a change of roster or ticks: everything that shows them asks anew. */
export function useRosterChanged(): () => Promise<void> {
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: rosterKey(workspaceId) }),
      client.invalidateQueries({ queryKey: ['slice', 'roster', workspaceId] }),
      client.invalidateQueries({ queryKey: ['preview', workspaceId] }),
    ]);
  }, [client, workspaceId]);
}
