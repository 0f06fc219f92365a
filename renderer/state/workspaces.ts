import type { QueryClient } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { WorkspacesView } from '../../shared/ipc/workspaces';
import { invoke, subscribe } from '../bridge';
import { ask } from './ask';
import { showUndo } from './undo-toast';

const key = ['workspaces'] as const;

export const useWorkspaces = () => useQuery({ queryKey: key, queryFn: () => invoke('workspaces:list', undefined) });

/** The workspace that the window works on; null when there is none. */
export function activeWorkspace(view: WorkspacesView | undefined) {
  return view?.workspaces.find(({ id }) => id === view.activeId) ?? null;
}

/** Keeps the list as main tells it. */
export const followWorkspaces = (client: QueryClient): (() => void) =>
  subscribe('workspaces:changed', (view) => client.setQueryData(key, view));

/** What can be done with workspaces. Main tells the new list by a push, so nothing needs to be kept here. */
export const workspaceActions = {
  create: (name: string) => ask('workspaces:create', { name }, 'The workspace could not be created'),
  openDemo: () => ask('workspaces:demo', undefined, 'The demo could not be opened'),
  open: (workspaceId: string) => ask('workspaces:open', { workspaceId }, 'The workspace could not be opened'),
  rename: (workspaceId: string, name: string) => ask('workspaces:rename', { workspaceId, name }, 'The workspace could not be renamed'),
  duplicate: (workspaceId: string, name: string) =>
    ask('workspaces:duplicate', { workspaceId, name }, 'The workspace could not be duplicated'),
  restore: (trashId: string) => ask('workspaces:restore', { trashId }, 'The workspace could not be taken back'),
  deleteForGood: (trashId: string) => ask('workspaces:delete-for-good', { trashId }, 'The workspace could not be deleted for good'),
  /** Into the trash, with a way back on the screen for a moment and in the overview for longer. */
  delete: async (workspaceId: string, name: string) => {
    const view = await ask('workspaces:delete', { workspaceId }, 'The workspace could not be deleted');
    const gone = view?.trash.filter((entry) => entry.name === name).sort((a, b) => b.deletedAt.localeCompare(a.deletedAt))[0];
    if (gone === undefined) return;
    showUndo({ message: `“${name}” was deleted.`, onUndo: () => void workspaceActions.restore(gone.trashId) });
  },
} as const;
