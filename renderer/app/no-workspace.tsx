import { Button } from '@mantine/core';
import { type Icon, IconRocket } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../components/empty-state';
import { openWorkspaceDialog } from '../state/workspace-dialog';
import { workspaceActions } from '../state/workspaces';

interface NoWorkspaceProps {
  readonly icon: Icon;
  /** What a workspace would be needed for. */
  readonly children: ReactNode;
}

/** Where a workspace is needed and none is open: both ways to one. */
export function NoWorkspace({ icon, children }: NoWorkspaceProps) {
  return (
    <EmptyState
      icon={icon}
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
      {children}
    </EmptyState>
  );
}
