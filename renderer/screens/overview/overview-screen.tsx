import { Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useRoute } from '../../app/router';
import { useGuideState } from '../../state/guide';
import { useWorkspaces } from '../../state/workspaces';
import { Newcomer } from './newcomer';
import { StoreReports } from './store-reports';
import { WorkspaceList } from './workspace-list';
import { WorkspaceOverview } from './workspace-overview';

/** How far the set-up is, what comes next, what is wrong, and which workspaces there are. */
export function OverviewScreen() {
  const { data: view } = useWorkspaces();
  const state = useGuideState();
  const wantsList = useRoute().detail[0] === 'workspaces';
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wantsList) list.current?.scrollIntoView({ block: 'start' });
  }, [wantsList]);
  if (view === undefined) return null;
  const workspaces =
    view.workspaces.length + view.trash.length === 0 ? null : (
      <div ref={list}>
        <WorkspaceList view={view} />
      </div>
    );
  return (
    <Stack gap="md">
      <StoreReports reports={view.reports} />
      {state.kind === 'ready' ? <WorkspaceOverview guide={state.guide} workspaces={workspaces} /> : null}
      {state.kind === 'none' ? <Newcomer hasWorkspaces={view.workspaces.length > 0} /> : null}
      {state.kind === 'ready' ? null : workspaces}
    </Stack>
  );
}
