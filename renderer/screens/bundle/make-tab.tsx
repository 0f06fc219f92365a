import { Button } from '@mantine/core';
import { IconPackageExport, IconRocket } from '@tabler/icons-react';
import { EmptyState } from '../../components/empty-state';
import { useGuideState } from '../../state/guide';
import { openWorkspaceDialog } from '../../state/workspace-dialog';
import { workspaceActions } from '../../state/workspaces';
import { MakeBundle } from './make-bundle';

/** A bundle is made of the open workspace; without one there is nothing to make it of. */
export function MakeTab() {
  const state = useGuideState();
  if (state.kind === 'ready') return <MakeBundle key={state.guide.workspace.id} workspaceId={state.guide.workspace.id} />;
  if (state.kind === 'loading') return null;
  return (
    <EmptyState
      icon={IconPackageExport}
      title="No workspace is open"
      actions={
        <>
          <Button onClick={() => openWorkspaceDialog({ kind: 'create' })}>Create a workspace</Button>
          <Button
            variant="default"
            leftSection={<IconRocket size={16} aria-hidden="true" />}
            onClick={() => void workspaceActions.openDemo()}
          >
            Open the demo
          </Button>
        </>
      }
    >
      A support bundle is made of what one workspace previews, or of what its local SCIM server recorded. To look at a bundle that somebody
      sent you, no workspace is needed: choose “Open one”.
    </EmptyState>
  );
}
