import { Center, Loader } from '@mantine/core';
import { Suspense, useEffect } from 'react';
import { showAppState } from './app-state';
import { ErrorBoundary } from './error-boundary';
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

/** One screen, loaded when it is first needed; a fault in it stays in it. */
export function ScreenArea({ screen }: { readonly screen: Screen }) {
  const Content = screen.component;
  return (
    <ErrorBoundary key={screen.id} what={`The screen “${screen.label}”`}>
      <Suspense fallback={waiting}>
        <Content />
        <Loaded />
      </Suspense>
    </ErrorBoundary>
  );
}
