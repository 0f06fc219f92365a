import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerPlay, IconPlayerTrackNext } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { RunView } from '../../../shared/jumpcloud/virtual/run-view';
import { ProgressWithCancel } from '../../components/progress-with-cancel';
import { Section } from '../../components/section';
import { OutcomeNotice } from './outcome-notice';
import { RequestDetail } from './request-detail';
import { RequestList } from './request-list';
import { useEntries } from './use-entries';

interface RunPanelProps {
  readonly workspaceId: string;
  readonly run: RunView;
  /** Started a moment ago, on this screen: it comes into sight. */
  readonly justStarted: boolean;
  readonly onStep: () => void;
  readonly onRunRest: () => void;
  readonly onCancel: () => void;
}

/** A run: what is sent next, what was sent, what came of it. */
export function RunPanel({ workspaceId, run, justStarted, onStep, onRunRest, onCancel }: RunPanelProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (justStarted) root.current?.scrollIntoView({ block: 'start' });
  }, [justStarted]);
  const waiting = run.state === 'waiting';
  // Step by step the newest answer is what one wants to see.
  const index = chosen ?? (run.sent > 0 ? run.sent - 1 : null);
  const entry = useEntries(workspaceId, run.runId, run.sent, index ?? 0, index ?? 0).get(index ?? -1);
  return (
    <Stack gap="md" ref={root}>
      {run.outcome === null ? null : <OutcomeNotice name={run.name} outcome={run.outcome} onShow={setChosen} />}
      {run.state === 'sending' ? (
        <ProgressWithCancel
          label={run.name}
          fraction={null}
          detail={`${run.sent.toLocaleString('en-GB')} requests sent`}
          onCancel={onCancel}
        />
      ) : null}
      {waiting && run.upcoming !== null ? (
        <Section
          title={`Next: request ${run.sent + 1}`}
          aside={
            <Group gap="xs">
              <Button size="compact-sm" leftSection={<IconPlayerTrackNext size={15} aria-hidden="true" />} onClick={onStep}>
                Send it
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPlayerPlay size={15} aria-hidden="true" />}
                onClick={() => {
                  setChosen(null);
                  onRunRest();
                }}
              >
                Run the rest
              </Button>
              <Button size="compact-sm" variant="default" onClick={onCancel}>
                Cancel
              </Button>
            </Group>
          }
        >
          <RequestDetail entry={run.upcoming} baseUrl={run.baseUrl} />
        </Section>
      ) : null}
      {run.sent === 0 ? null : (
        <Section title="Requests sent" aside={<Text size="sm" c="dimmed">{`${run.sent.toLocaleString('en-GB')} to ${run.baseUrl}`}</Text>}>
          <RequestList
            workspaceId={workspaceId}
            runId={run.runId}
            sent={run.sent}
            following={run.outcome === null}
            selected={index}
            onSelect={setChosen}
          />
          {entry === undefined ? null : <RequestDetail entry={entry} baseUrl={run.baseUrl} />}
        </Section>
      )}
    </Stack>
  );
}
