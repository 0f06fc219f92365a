import { useSyncExternalStore } from 'react';
import { assertNever } from '../../shared/result';
import { TextDialog } from '../components/text-dialog';
import { openedWorkspaceDialog, openWorkspaceDialog, subscribeToWorkspaceDialog, type WorkspaceDialog } from '../state/workspace-dialog';
import { useWorkspaces, workspaceActions } from '../state/workspaces';

/** As the contract has it (shared/ipc/workspaces.ts). */
const longestName = 100;

const texts = {
  create: {
    title: 'New workspace',
    confirm: 'Create',
    description: 'One workspace is one organisation: its values, its roster, its preview.',
  },
  rename: { title: 'Rename the workspace', confirm: 'Rename', description: 'Only here; nothing is renamed in the consoles.' },
  duplicate: {
    title: 'Duplicate the workspace',
    confirm: 'Duplicate',
    description: 'With its values, progress and documents, without the bearer token.',
  },
} as const satisfies Record<WorkspaceDialog['kind'], { readonly title: string; readonly confirm: string; readonly description: string }>;

const suggestion = (dialog: WorkspaceDialog): string => {
  switch (dialog.kind) {
    case 'create':
      return '';
    case 'rename':
      return dialog.name;
    case 'duplicate':
      return `${dialog.name} (copy)`.slice(0, longestName);
    default:
      return assertNever(dialog);
  }
};

function carryOut(dialog: WorkspaceDialog, name: string): void {
  switch (dialog.kind) {
    case 'create':
      void workspaceActions.create(name);
      return;
    case 'rename':
      void workspaceActions.rename(dialog.id, name);
      return;
    case 'duplicate':
      void workspaceActions.duplicate(dialog.id, name);
      return;
    default:
      assertNever(dialog);
  }
}

/** The one dialog that asks for a workspace's name. */
export function WorkspaceDialogs() {
  const dialog = useSyncExternalStore(subscribeToWorkspaceDialog, openedWorkspaceDialog);
  const { data } = useWorkspaces();
  const shown = dialog ?? { kind: 'create' };
  const { title, confirm, description } = texts[shown.kind];
  const problemWith = (name: string): string | null => {
    if (name === '') return 'A name is needed, such as the organisation’s.';
    const own = shown.kind === 'rename' ? shown.id : null;
    const taken = data?.workspaces.some((other) => other.id !== own && other.name.toLowerCase() === name.toLowerCase());
    return taken === true ? 'Another workspace has this name.' : null;
  };
  return (
    <TextDialog
      opened={dialog !== null}
      title={title}
      label="Name"
      description={description}
      initial={suggestion(shown)}
      confirmLabel={confirm}
      maxLength={longestName}
      problemWith={problemWith}
      onText={(name) => carryOut(shown, name)}
      onClose={() => openWorkspaceDialog(null)}
    />
  );
}
