import { Button, Loader, Stack } from '@mantine/core';
import { IconFileImport, IconPlayerPlay, IconRefresh, IconRoute, IconUsersGroup } from '@tabler/icons-react';
import { routeHash } from '../../app/router';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { ProgressWithCancel } from '../../components/progress-with-cancel';
import { QueryError } from '../../components/query-error';
import { ExportMenu } from './export-menu';
import { PlayedFrom } from './played-from';
import { RunProgress } from './run-progress';
import { RunResult } from './run-result';
import { useExport } from './use-export';
import { usePreview, useRun } from './use-preview';
import { usePreviewUndo } from './use-preview-undo';

const lead = 'What pushing the groups would do to each person, before anything is switched on. Nothing is written anywhere.';

/** Play the pushes on a copy of the vendor's side, and look at what comes of it. */
export function PreviewScreen() {
  const { data, error, refetch } = usePreview();
  const running = useRun();
  const saving = useExport();
  usePreviewUndo(data?.run ?? null);
  if (error !== null) {
    return (
      <>
        <PageHeader title="Preview" lead={lead} />
        <QueryError title="The preview could not be opened" error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (data === undefined) return <Loader aria-label="Opening the preview" />;
  if (data.roster === null && data.events === null) {
    return (
      <>
        <PageHeader title="Preview" lead={lead} />
        <EmptyState
          icon={IconUsersGroup}
          title="There is nobody to preview yet"
          actions={
            <Button component="a" href={routeHash('roster')} leftSection={<IconFileImport size={16} aria-hidden="true" />}>
              Import a roster
            </Button>
          }
        >
          The preview plays what JumpCloud would push for your people and groups. Import the roster first; rules and the vendor’s side can
          follow.
        </EmptyState>
      </>
    );
  }
  const { run } = data;
  return (
    <Stack gap="md">
      <PageHeader
        title="Preview"
        lead={lead}
        actions={
          <>
            {run === null ? null : <ExportMenu onSave={saving.save} />}
            {run === null ? null : (
              <Button
                leftSection={<IconRefresh size={16} aria-hidden="true" />}
                variant={run.stale ? 'filled' : 'default'}
                loading={running.running}
                onClick={() => void running.run()}
              >
                Run again
              </Button>
            )}
          </>
        }
      />
      <PlayedFrom view={data} />
      {running.running ? <RunProgress progress={running.progress} onCancel={running.cancel} /> : null}
      {saving.saving ? <ProgressWithCancel label="Saving the plan" fraction={null} onCancel={saving.cancel} /> : null}
      {running.failure === null ? null : <ErrorNotice title="No preview was made" error={running.failure} />}
      {running.cancelled ? (
        <Notice tone="info" role="status">
          The run was cancelled; nothing was kept of it.{run === null ? '' : ' What stands below is the run before.'}
        </Notice>
      ) : null}
      {run?.stale && !running.running ? (
        <Notice
          tone="warn"
          role="status"
          title="This preview is out of date"
          actions={
            <Button size="compact-sm" variant="default" onClick={() => void running.run()}>
              Run again
            </Button>
          }
        >
          Roster, rules or choices have changed since it was made.
        </Notice>
      ) : null}
      {run === null ? (
        running.running ? null : (
          <EmptyState
            icon={IconRoute}
            title="Ready to rehearse"
            actions={
              <Button leftSection={<IconPlayerPlay size={16} aria-hidden="true" />} onClick={() => void running.run()}>
                Run the preview
              </Button>
            }
          >
            The pushes are played on a copy of TestMu AI’s side. You then see who gains or loses Admin, who moves to another
            sub-organisation, who is in a conflict and what is refused, and for each person why.
          </EmptyState>
        )
      ) : (
        <RunResult run={run} />
      )}
    </Stack>
  );
}
