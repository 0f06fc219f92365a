import { Menu } from '@mantine/core';
import { IconCheck, IconPlus, IconRocket, IconSelector, IconSettings2 } from '@tabler/icons-react';
import type { WorkspaceSummary, WorkspacesView } from '../../shared/ipc/workspaces';
import { openWorkspaceDialog } from '../state/workspace-dialog';
import { activeWorkspace, workspaceActions } from '../state/workspaces';
import { navigate } from './router';
import styles from './workspace-switcher.module.css';

const initial = (name: string) => (Array.from(name)[0] ?? '?').toLocaleUpperCase('en');

const kindOf = (workspace: WorkspaceSummary | null): string => {
  if (workspace === null) return 'Create one to begin';
  if (workspace.kind === 'refused') return 'Cannot be read here';
  const far = `${workspace.done + workspace.skipped} of ${workspace.total}`;
  return workspace.demo ? `Demo · ${far}` : `${far} steps`;
};

/** Which organisation the window works on, and the way to another one. */
export function WorkspaceSwitcher({ view }: { readonly view: WorkspacesView }) {
  const active = activeWorkspace(view);
  const hasDemo = view.workspaces.some((workspace) => workspace.kind === 'ready' && workspace.demo);
  return (
    <Menu position="bottom-start" keepMounted={false}>
      <Menu.Target>
        <button type="button" className={styles['button']} data-workspace={active?.id ?? ''}>
          <span className={styles['mark']} aria-hidden="true">
            {active === null ? '+' : initial(active.name)}
          </span>
          <span className={styles['words']}>
            <span className={styles['name']} title={active?.name}>
              {active?.name ?? 'No workspace yet'}
            </span>
            <span className={styles['kind']}>{kindOf(active)}</span>
          </span>
          <IconSelector size={16} stroke={1.7} aria-hidden="true" />
          <span className="visually-hidden">Switch workspace</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {view.workspaces.length === 0 ? null : <Menu.Label>Workspaces</Menu.Label>}
        {view.workspaces.map((workspace) => (
          <Menu.Item
            key={workspace.id}
            rightSection={workspace.id === view.activeId ? <IconCheck size={16} aria-label="open now" /> : null}
            onClick={() => void workspaceActions.open(workspace.id)}
            disabled={workspace.kind === 'refused'}
          >
            {workspace.name}
          </Menu.Item>
        ))}
        {view.workspaces.length === 0 ? null : <Menu.Divider />}
        <Menu.Item leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => openWorkspaceDialog({ kind: 'create' })}>
          New workspace…
        </Menu.Item>
        {hasDemo ? null : (
          <Menu.Item leftSection={<IconRocket size={16} aria-hidden="true" />} onClick={() => void workspaceActions.openDemo()}>
            Open the demo
          </Menu.Item>
        )}
        {view.workspaces.length === 0 ? null : (
          <Menu.Item leftSection={<IconSettings2 size={16} aria-hidden="true" />} onClick={() => navigate('overview', 'workspaces')}>
            Manage workspaces
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
