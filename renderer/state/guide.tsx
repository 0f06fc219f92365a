import { replaceEqualDeep, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { readValues } from '../../shared/guide/checks/read-values';
import { deriveProgress, type Progress, type Readings } from '../../shared/guide/progress';
import type { Workspace } from '../../shared/guide/workspace';
import type { GuideView } from '../../shared/ipc/guide';
import { invoke, RequestError, subscribe } from '../bridge';
import { applyDrafts } from './drafts';
import type { GuideActions } from './guide-actions';
import { createGuideStore } from './guide-store';
import { showDone } from './undo-toast';

/** One workspace's guide as every screen sees it: what main keeps, the keystrokes on their way there, and what follows from both. */
export interface Guide extends GuideView {
  readonly readings: Readings;
  readonly progress: Progress;
  readonly actions: GuideActions;
}

export type GuideState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly cause: Error; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly guide: Guide };

const guideKey = (workspaceId: string) => ['guide', workspaceId] as const;

async function loadGuide(workspaceId: string): Promise<GuideView> {
  const answer = await invoke('guide:view', { workspaceId });
  if (!answer.ok) throw new RequestError('guide:view', answer.error);
  return answer.value;
}

const GuideContext = createContext<GuideState>({ kind: 'none' });

/** Gives the guide of one workspace to everything inside; mount it anew (by key) for another workspace. */
export function GuideProvider({ workspaceId, children }: { readonly workspaceId: string; readonly children: ReactNode }) {
  const client = useQueryClient();
  const query = useQuery({ queryKey: guideKey(workspaceId), queryFn: () => loadGuide(workspaceId) });
  const store = useMemo(
    () =>
      createGuideStore({
        workspaceId,
        view: () => client.getQueryData<GuideView>(guideKey(workspaceId)) ?? null,
        keep: (view) => client.setQueryData(guideKey(workspaceId), view),
        tell: showDone,
      }),
    [client, workspaceId],
  );
  useEffect(() => subscribe('guide:changed', (view) => client.setQueryData(guideKey(view.workspace.id), view)), [client]);
  const { drafts } = useSyncExternalStore(store.subscribe, store.edits);

  const { data, error, refetch } = query;
  /** What follows keeps its identity where it stays equal, so that a keystroke draws anew only what it changes. */
  const derived = useRef<{ readonly readings: Readings; readonly progress: Progress } | null>(null);
  const state = useMemo((): GuideState => {
    if (error !== null) return { kind: 'failed', cause: error, retry: () => void refetch() };
    if (data === undefined) return { kind: 'loading' };
    const workspace: Workspace = applyDrafts(data.workspace, drafts);
    const view: GuideView = { ...data, workspace };
    const readings = readValues(workspace, view.facts, Date.now());
    derived.current = replaceEqualDeep(derived.current, { readings, progress: deriveProgress(workspace, readings) });
    return { kind: 'ready', guide: { ...view, ...derived.current, actions: store.actions } };
  }, [data, error, refetch, drafts, store]);

  return <GuideContext value={state}>{children}</GuideContext>;
}

export const useGuideState = (): GuideState => useContext(GuideContext);

/** The guide, inside a screen that needs a workspace (`needsWorkspace` in the registry). */
export function useGuide(): Guide {
  const state = useContext(GuideContext);
  if (state.kind !== 'ready') throw new Error('useGuide was called outside a screen that needs a workspace');
  return state.guide;
}

/** The workspace that the window works on, for the requests of its screens; only inside a screen that needs one. */
export const useWorkspaceId = (): string => useGuide().workspace.id;
