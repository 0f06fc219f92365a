import type { AppError } from '../../../shared/app-error';
import { err, type Result } from '../../../shared/result';

/** One job a workspace at a time: two pulls at once would ask a tenant for the same thing twice, and mix their progress. */
export interface Jobs {
  readonly run: <T>(workspaceId: string, work: (signal: AbortSignal) => Promise<Result<T, AppError>>) => Promise<Result<T, AppError>>;
  readonly cancel: (workspaceId: string) => void;
  /** Ends everything, for when the app closes. */
  readonly cancelAll: () => void;
}

export function createJobs(): Jobs {
  const running = new Map<string, AbortController>();
  return {
    run: async (workspaceId, work) => {
      if (running.has(workspaceId))
        return err({ code: 'busy', message: 'Another job of this workspace is still running.', fix: 'Wait for it, or cancel it.' });
      const controller = new AbortController();
      running.set(workspaceId, controller);
      try {
        return await work(controller.signal);
      } finally {
        running.delete(workspaceId);
      }
    },
    cancel: (workspaceId) => running.get(workspaceId)?.abort(),
    cancelAll: () => {
      for (const controller of running.values()) controller.abort();
    },
  };
}
