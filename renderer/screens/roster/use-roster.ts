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

/** The name of the first roster after its import was taken back; asked only where no roster is in use. */
export function useTakenBack(asked: boolean): string | null {
  const workspaceId = useWorkspaceId();
  const { data } = useQuery({
    queryKey: [...rosterKey(workspaceId), 'taken-back'],
    queryFn: () => fetchValue('roster:taken-back', { workspaceId }),
    enabled: asked,
    refetchOnMount: 'always',
  });
  return asked ? (data?.name ?? null) : null;
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
