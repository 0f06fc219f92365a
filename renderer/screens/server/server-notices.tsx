import { Button, Text } from '@mantine/core';
import type { AppError } from '../../../shared/app-error';
import type { ServerView } from '../../../shared/ipc/server';
import { Notice } from '../../components/notice';

interface ServerNoticesProps {
  readonly view: ServerView;
  readonly portInUse: { readonly error: AppError; readonly freePort: number } | null;
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
            Another program listens on port {view.port}. Port {portInUse.freePort} is free; what has the old base URL needs the new one.
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
        <Notice tone="warn" title="The journal was damaged">
          <Text size="sm">
            {view.recovery.text} The damaged file is kept at {view.recovery.setAside}.
          </Text>
        </Notice>
      )}
    </>
  );
}
