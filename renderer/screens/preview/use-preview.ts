import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { PlanProof, PreviewPushes } from '../../../shared/ipc/preview';
import { invoke, RequestError, subscribe } from '../../bridge';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';

export const previewKey = (workspaceId: string) => ['preview', workspaceId] as const;

/** What can be played, what was chosen and the last run, without its lists. */
export function usePreview() {
  const workspaceId = useWorkspaceId();
  const changed = usePreviewChanged();
  // A worker that ended took the last run with it: what is shown is asked for anew.
  useEffect(() => subscribe('preview:stopped', () => void changed()), [changed]);
  return useQuery({
    queryKey: previewKey(workspaceId),
    queryFn: () => fetchValue('preview:view', { workspaceId }),
    refetchOnMount: 'always',
  });
}

export function usePreviewChanged(): () => Promise<void> {
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: previewKey(workspaceId) }), [client, workspaceId]);
}

export type Progress = PreviewPushes['preview:progress'];

export interface Running {
  readonly running: boolean;
  readonly progress: Progress | null;
  /** Why the last attempt came to nothing; null after one that did not. */
  readonly failure: AppError | null;
  readonly cancelled: boolean;
  readonly run: () => Promise<void>;
  readonly cancel: () => void;
}

/** Makes a preview: how far it is, a way out, and what came of it. */
export function useRun(): Running {
  const workspaceId = useWorkspaceId();
  const changed = usePreviewChanged();
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [cancelled, setCancelled] = useState(false);
  useEffect(
    () =>
      subscribe('preview:progress', (told) => {
        if (told.workspaceId === workspaceId) setProgress(told);
      }),
    [workspaceId],
  );
  const run = useCallback(async () => {
    setRunning(true);
    setProgress(null);
    setFailure(null);
    setCancelled(false);
    try {
      const outcome = await invoke('preview:run', { workspaceId });
      if (!outcome.ok) setFailure(outcome.error);
      else setCancelled(outcome.value.kind === 'cancelled');
      await changed();
    } catch (cause) {
      setFailure(cause instanceof RequestError ? cause.error : { code: 'window-fault', message: String(cause) });
    } finally {
      setRunning(false);
    }
  }, [workspaceId, changed]);
  const cancel = useCallback(() => void invoke('preview:cancel', { workspaceId }), [workspaceId]);
  return { running, progress, failure, cancelled, run, cancel };
}

/** The fingerprints of what is shown; undefined while they are taken. */
export function useProof(runId: string): PlanProof | undefined {
  const workspaceId = useWorkspaceId();
  const { data } = useQuery({
    queryKey: ['preview-proof', workspaceId, runId],
    queryFn: () => fetchValue('preview:proof', { workspaceId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return data;
}
