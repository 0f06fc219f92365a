import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PreflightView } from '../../../shared/ipc/live';
import type { Probe } from '../../../shared/preflight/probe';
import { routeHash } from '../../app/router';
import { invoke, subscribe } from '../../bridge';
import { ConfirmByTyping } from '../../components/confirm-by-typing';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { ProgressWithCancel } from '../../components/progress-with-cancel';
import { Section } from '../../components/section';
import { demand, errorOf } from '../../state/demand';
import { useGuide } from '../../state/guide';
import { shownTime } from '../../state/shown-time';
import { EndpointFields, type EndpointValue, useHasToken, useLedgerEndpoint } from './endpoint';
import { ForecastList } from './forecast-list';
import { ProbeList } from './probe-list';
import { RotateToken } from './rotate-token';

/** What JumpCloud's Test Connection and Activate will meet, before they are clicked. */
export function PreflightTab({ workspaceId }: { readonly workspaceId: string }) {
  const { workspace } = useGuide();
  const hasToken = useHasToken();
  const client = useQueryClient();
  const ledgerUrl = useLedgerEndpoint();
  const [endpoint, setEndpoint] = useState<EndpointValue>({ baseUrl: ledgerUrl, privateNetwork: false });
  const [confirming, setConfirming] = useState(false);
  const [coming, setComing] = useState<readonly Probe[]>([]);
  const testEmail = workspace.values['test-email']?.text ?? '';
  const key = ['live-preflight', workspaceId];
  const last = useQuery({ queryKey: key, queryFn: () => invoke('live:last-preflight', { workspaceId }), staleTime: 0 });
  useEffect(
    () =>
      subscribe('live:probe', (told) => {
        if (told.workspaceId === workspaceId) setComing((before) => [...before, told.probe]);
      }),
    [workspaceId],
  );
  const run = useMutation({
    mutationFn: (writeConfirmation: string | null) => {
      setComing([]);
      return demand('live:preflight', { workspaceId, ...endpoint, testEmail: testEmail === '' ? null : testEmail, writeConfirmation });
    },
    onSuccess: (view) => client.setQueryData(key, view),
  });
  const error = errorOf(run.error);
  const ready = hasToken && endpoint.baseUrl.trim() !== '';
  return (
    <Stack gap="md">
      <Section title="Ask the endpoint what JumpCloud will ask">
        <Stack gap="sm">
          <EndpointFields value={endpoint} onChange={setEndpoint} />
          <Text size="sm">
            Test e-mail:{' '}
            {testEmail === '' ? (
              <Anchor href={routeHash('guide', '14')}>none yet, enter it in step 14</Anchor>
            ) : (
              <strong>{testEmail}</strong>
            )}
            . Reading probes change nothing. The write test creates a marked user and a marked group, changes them, and removes what can be
            removed: the vendor keeps the test user as a deactivated account, and its e-mail is burnt (I1).
          </Text>
          <Group gap="xs">
            <Button disabled={!ready} loading={run.isPending} onClick={() => run.mutate(null)}>
              Run the preflight
            </Button>
            <Button variant="default" disabled={!ready || testEmail === '' || run.isPending} onClick={() => setConfirming(true)}>
              Play the whole test, writing…
            </Button>
          </Group>
          {run.isPending ? (
            <ProgressWithCancel
              label="Asking the endpoint"
              fraction={null}
              detail={`${coming.length} probes so far`}
              onCancel={() => void invoke('live:cancel', { workspaceId })}
            />
          ) : null}
          {error === null ? null : <ErrorNotice error={error} title="The preflight did not run" />}
        </Stack>
      </Section>
      {run.isPending ? (
        <Section title="So far">
          <ProbeList probes={coming} />
        </Section>
      ) : last.data === null || last.data === undefined ? null : (
        <Report view={last.data} />
      )}
      <RotateToken workspaceId={workspaceId} endpoint={endpoint} />
      <ConfirmByTyping
        opened={confirming}
        onClose={() => setConfirming(false)}
        title="Write to the real organisation?"
        phrase={workspace.name}
        confirmLabel="Write and clean up"
        onConfirm={() => run.mutate(workspace.name)}
      >
        <Text size="sm">
          This creates the user <strong>{testEmail}</strong> and a group named “SCIM Preflight…” at <strong>{endpoint.baseUrl}</strong>,
          changes them and deletes them. With a match-all rule the group may leave a team behind. The e-mail cannot be used for a test
          again.
        </Text>
      </ConfirmByTyping>
    </Stack>
  );
}

function Report({ view }: { readonly view: PreflightView }) {
  const ready = view.verdict === 'ready';
  const failed = view.probes.filter((probe) => probe.result === 'fail').length;
  return (
    <>
      <Section title={`Verdict of ${shownTime(view.at)}`}>
        <Stack gap="sm" data-verdict={view.verdict}>
          <Notice
            tone={ready ? 'pass' : 'fail'}
            role="status"
            title={
              ready
                ? 'Ready: nothing that was checked stands against Test Connection'
                : `Not ready: ${failed} ${failed === 1 ? 'probe' : 'probes'} failed`
            }
          >
            Asked: {view.baseUrl}
            {view.wrote ? ', with the write test.' : ', reading only.'}
          </Notice>
          {view.leftBehind.length === 0 ? null : (
            <Notice tone="warn" title="Left behind at the service">
              <ul>
                {view.leftBehind.map((what) => (
                  <li key={what}>{what}</li>
                ))}
              </ul>
            </Notice>
          )}
          <ProbeList probes={view.probes} />
        </Stack>
      </Section>
      <Section title="Forecast: what JumpCloud will meet">
        <ForecastList forecast={view.forecast} />
      </Section>
    </>
  );
}
