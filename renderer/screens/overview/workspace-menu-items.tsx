import { Menu } from '@mantine/core';
import { IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import { openWorkspaceDialog } from '../../state/workspace-dialog';
import { workspaceActions } from '../../state/workspaces';

interface WorkspaceMenuItemsProps {
  readonly id: string;
  readonly name: string;
}

/** What can be done with a workspace, wherever its menu opens. */
export function WorkspaceMenuItems({ id, name }: WorkspaceMenuItemsProps) {
  return (
    <>
      <Menu.Item
        leftSection={<IconPencil size={16} aria-hidden="true" />}
        onClick={() => openWorkspaceDialog({ kind: 'rename', id, name })}
      >
        Rename…
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCopy size={16} aria-hidden="true" />}
        onClick={() => openWorkspaceDialog({ kind: 'duplicate', id, name })}
      >
        Duplicate…
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={16} aria-hidden="true" />} onClick={() => void workspaceActions.delete(id, name)}>
        Delete
      </Menu.Item>
    </>
  );
}
