import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { VirtualView } from '../../../shared/ipc/virtual';
import type { RunView } from '../../../shared/jumpcloud/virtual/run-view';
import { invoke, RequestError, subscribe } from '../../bridge';
import { useWorkspaceId } from '../../state/guide';

const viewKey = (workspaceId: string) => ['virtual', workspaceId] as const;

/** The virtual JumpCloud of the open workspace; its run is followed as main tells it. */
export function useVirtual() {
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: viewKey(workspaceId),
    queryFn: async (): Promise<VirtualView> => {
      const answer = await invoke('virtual:view', { workspaceId });
      if (!answer.ok) throw new RequestError('virtual:view', answer.error);
      return answer.value;
    },
    // The roster, its ticks and the local server may have changed on another screen.
    refetchOnMount: 'always',
  });
  const keep = useMemo(
    () => ({
      view: (view: VirtualView | null) => {
        if (view !== null) client.setQueryData(viewKey(workspaceId), view);
      },
      run: (run: RunView | null) => {
        if (run === null) return;
        client.setQueryData<VirtualView>(viewKey(workspaceId), (view) => (view === undefined ? view : { ...view, run }));
        // A finished run has changed the directory.
        if (run.outcome !== null) void client.invalidateQueries({ queryKey: viewKey(workspaceId) });
      },
    }),
    [client, workspaceId],
  );
  useEffect(
    () =>
      subscribe('virtual:run', (told) => {
        if (told.workspaceId === workspaceId) keep.run(told.run);
      }),
    [keep, workspaceId],
  );
  return { workspaceId, query, keep };
}

export function useScript(workspaceId: string, scriptId: string, version: string) {
  return useQuery({
    queryKey: ['virtual-script', workspaceId, scriptId, version],
    queryFn: async () => {
      const answer = await invoke('virtual:script', { workspaceId, scriptId });
      if (!answer.ok) throw new RequestError('virtual:script', answer.error);
      return answer.value;
    },
    placeholderData: keepPreviousData,
  });
}
