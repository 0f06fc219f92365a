import { Center, Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { RequestError } from '../bridge';
import { ErrorNotice } from '../components/error-notice';
import { GuideProvider } from '../state/guide';
import { activeWorkspace, followWorkspaces, useWorkspaces } from '../state/workspaces';
import { showAppState } from './app-state';
import { useRememberedPlace } from './remembered-place';
import { useHash } from './router';
import { Shell } from './shell';

/** Asks main which workspace is open, and shows the window around it. */
export function Start() {
  const client = useQueryClient();
  useEffect(() => followWorkspaces(client), [client]);
  const { data, error, refetch } = useWorkspaces();
  useRememberedPlace(data?.activeId, useHash());
  useEffect(() => {
    if (error !== null) showAppState('error');
  }, [error]);

  if (error !== null) {
    const shown = error instanceof RequestError ? error.error : { code: 'window-fault', message: error.message };
    return <ErrorNotice title="The workspaces could not be read" error={shown} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return (
      <Center h="100vh" role="status" aria-label="Opening">
        <Loader />
      </Center>
    );
  }
  const active = activeWorkspace(data);
  if (active === null) return <Shell workspaces={data} />;
  return (
    <GuideProvider key={active.id} workspaceId={active.id}>
      <Shell workspaces={data} />
    </GuideProvider>
  );
}
