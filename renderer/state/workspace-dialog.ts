/** Which dialog about workspaces is open: asked for from the switcher, the overview and the command palette alike. */
export type WorkspaceDialog =
  | { readonly kind: 'create' }
  | { readonly kind: 'rename'; readonly id: string; readonly name: string }
  | { readonly kind: 'duplicate'; readonly id: string; readonly name: string };

let current: WorkspaceDialog | null = null;
const listeners = new Set<() => void>();

export const openedWorkspaceDialog = (): WorkspaceDialog | null => current;

export function openWorkspaceDialog(dialog: WorkspaceDialog | null): void {
  current = dialog;
  for (const listener of listeners) listener();
}

export function subscribeToWorkspaceDialog(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
