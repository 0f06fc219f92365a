import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header';
import type { Guide } from '../../state/guide';
import { useUndoKeys } from '../../state/undo-keys';
import { NextStep } from './next-step';
import { OpenProblems } from './open-problems';
import styles from './overview.module.css';
import { WorkspaceFacts } from './workspace-facts';
import { WorkspaceMenuItems } from './workspace-menu-items';

interface WorkspaceOverviewProps {
  readonly guide: Guide;
  /** The list of all workspaces, which stands below the problems. */
  readonly workspaces: ReactNode;
}

/** One workspace at a glance. */
export function WorkspaceOverview({ guide, workspaces }: WorkspaceOverviewProps) {
  const { id, name, kind } = guide.workspace;
  useUndoKeys(guide.actions);
  return (
    <>
      <PageHeader
        title={name}
        lead={
          kind === 'demo'
            ? 'The demo: an invented organisation with everything filled in. Change whatever you like; it can be made anew.'
            : 'JumpCloud SSO and SCIM provisioning for TestMu AI.'
        }
        actions={
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size="lg" aria-label={`What to do with ${name}`}>
                <IconDotsVertical size={18} aria-hidden="true" />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <WorkspaceMenuItems id={id} name={name} />
            </Menu.Dropdown>
          </Menu>
        }
      />
      <NextStep progress={guide.progress} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <OpenProblems guide={guide} />
          {workspaces}
        </div>
        <WorkspaceFacts guide={guide} />
      </div>
    </>
  );
}
