import { Button, Text } from '@mantine/core';
import type { ServerView, StartOutcome } from '../../../shared/ipc/server';
import { Notice } from '../../components/notice';

interface ServerNoticesProps {
  readonly view: ServerView;
  readonly portInUse: Extract<StartOutcome, { kind: 'port-in-use' }> | null;
  readonly onStartOn: (port: number) => void;
  readonly onReset: () => void;
}

/** What stands in the way, or should be known before trusting what the server holds. */
export function ServerNotices({ view, portInUse, onStartOn, onReset }: ServerNoticesProps) {
  return (
    <>
      {portInUse === null || view.state.kind === 'running' ? null : (
        <Notice
          tone="fail"
          role="alert"
          title="The port is in use"
          actions={
            <Button size="compact-sm" onClick={() => onStartOn(portInUse.freePort)}>
              Start on port {portInUse.freePort}
            </Button>
          }
        >
          <Text size="sm">
            {portInUse.by === 'another-workspace' ? 'The server of another workspace runs' : 'Another program listens'} on port{' '}
            {portInUse.port}. Port {portInUse.freePort} is free; what has the old base URL needs the new one.
          </Text>
        </Notice>
      )}
      {view.stale ? (
        <Notice
          tone="warn"
          title="The workspace’s organisation has changed"
          actions={
            <Button size="compact-sm" variant="default" onClick={onReset}>
              Reset the server
            </Button>
          }
        >
          <Text size="sm">The server still holds the one that it began with, and what requests did to it since.</Text>
        </Notice>
      ) : null}
      {view.recovery === null ? null : (
        <Notice tone="warn" title={view.recovery.title}>
          <Text size="sm">{view.recovery.text}</Text>
        </Notice>
      )}
    </>
  );
}
