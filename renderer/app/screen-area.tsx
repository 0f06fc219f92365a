import { Center, Loader } from '@mantine/core';
import { type ReactNode, Suspense, useEffect } from 'react';
import { RequestError } from '../bridge';
import { ErrorNotice } from '../components/error-notice';
import { PageHeader } from '../components/page-header';
import { useGuideState } from '../state/guide';
import { showAppState } from './app-state';
import { ErrorBoundary } from './error-boundary';
import { NoWorkspace } from './no-workspace';
import type { Screen } from './screens';

/** Stands beside the screen inside its suspense: mounted only once the screen itself is. */
function Loaded() {
  useEffect(() => showAppState('loaded'), []);
  return null;
}

const waiting = (
  <Center mih={240} role="status" aria-label="Loading">
    <Loader />
  </Center>
);

/** Stands in for a screen that has nothing to show without a workspace. */
function WorkspaceNeeded({ screen }: { readonly screen: Screen }) {
  return (
    <>
      <PageHeader title={screen.label} lead={`${screen.hint}.`} />
      <NoWorkspace icon={screen.icon}>
        A workspace holds one organisation’s values, roster and preview. The demo shows everything with 2,000 invented people.
      </NoWorkspace>
    </>
  );
}

/** Waits for the workspace, or says why it cannot be opened. */
function WithWorkspace({ screen, children }: { readonly screen: Screen; readonly children: ReactNode }) {
  const state = useGuideState();
  switch (state.kind) {
    case 'none':
      return (
        <>
          <WorkspaceNeeded screen={screen} />
          <Loaded />
        </>
      );
    case 'loading':
      return waiting;
    case 'failed': {
      const { cause, retry } = state;
      const error = cause instanceof RequestError ? cause.error : { code: 'window-fault', message: cause.message };
      return (
        <>
          <PageHeader title={screen.label} />
          <ErrorNotice title="The workspace could not be opened" error={error} onRetry={retry} />
          <Loaded />
        </>
      );
    }
    case 'ready':
      return children;
  }
}

/** One screen, loaded when it is first needed; a fault in it stays in it. */
export function ScreenArea({ screen }: { readonly screen: Screen }) {
  const Content = screen.component;
  const content = (
    <Suspense fallback={waiting}>
      <Content />
      <Loaded />
    </Suspense>
  );
  return (
    <ErrorBoundary key={screen.id} what={`The screen “${screen.label}”`}>
      {screen.needsWorkspace === true ? <WithWorkspace screen={screen}>{content}</WithWorkspace> : content}
    </ErrorBoundary>
  );
}
