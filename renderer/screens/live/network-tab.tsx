import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { CallRecord } from '../../../shared/preflight/call-record';
import { invoke } from '../../bridge';
import type { DataColumn } from '../../components/data-column';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import { demand, errorOf } from '../../state/demand';
import { useNetwork } from './use-network';

const outcomeText = ({ outcome }: CallRecord): string =>
  outcome.kind === 'answered' ? `status ${outcome.status}` : `${outcome.kind}: ${outcome.reason}`;

const columns: readonly DataColumn<CallRecord>[] = [
  {
    id: 'at',
    header: 'When',
    value: (call) => call.at,
    cell: (call) => new Date(call.at).toLocaleTimeString('en-GB'),
    width: 90,
    sortable: true,
  },
  { id: 'host', header: 'Host', value: (call) => call.host, width: 160, grow: true, sortable: true },
  { id: 'purpose', header: 'Purpose', value: (call) => call.purpose, width: 150, sortable: true },
  { id: 'method', header: 'Method', value: (call) => call.method, width: 80 },
  {
    id: 'outcome',
    header: 'Outcome',
    value: outcomeText,
    cell: (call) => (
      <Tag tone={call.outcome.kind === 'answered' ? 'neutral' : call.outcome.kind === 'blocked' ? 'info' : 'fail'}>{outcomeText(call)}</Tag>
    ),
    width: 150,
    sortable: true,
  },
  {
    id: 'sent',
    header: 'Sent',
    value: (call) => call.sentBytes,
    cell: (call) => `${call.sentBytes.toLocaleString('en-GB')} B`,
    width: 90,
    align: 'end',
    sortable: true,
  },
  {
    id: 'received',
    header: 'Received',
    value: (call) => call.receivedBytes,
    cell: (call) => `${call.receivedBytes.toLocaleString('en-GB')} B`,
    width: 100,
    align: 'end',
    sortable: true,
  },
  {
    id: 'took',
    header: 'Took',
    value: (call) => call.elapsedMs,
    cell: (call) => `${Math.round(call.elapsedMs)} ms`,
    width: 80,
    align: 'end',
    sortable: true,
  },
];

/** The switch that blocks everything, the authorities that are trusted, and every call that was made. */
export function NetworkTab() {
  const { network, show } = useNetwork();
  const chooseCa = useMutation({ mutationFn: (clear: boolean) => demand('live:choose-ca', { clear }), onSuccess: show });
  const error = errorOf(chooseCa.error);
  if (network === undefined) return null;
  return (
    <Stack gap="md">
      <Section title="How the network is used">
        <Stack gap="sm">
          <Switch
            label="Offline: block every call"
            description="Checked before each call; calls that are under way are cancelled."
            checked={network.offline}
            onChange={(event) => void invoke('live:set-offline', { offline: event.currentTarget.checked }).then(show)}
          />
          <Group justify="space-between">
            <Text size="sm">
              Certificate authorities: {network.caFile === null ? 'the public ones' : `the public ones and ${network.caFile}`}. The system's
              proxy is used where there is one.
            </Text>
            <Group gap="xs">
              {network.caFile === null ? null : (
                <Button size="compact-sm" variant="default" onClick={() => chooseCa.mutate(true)}>
                  Public ones only
                </Button>
              )}
              <Button size="compact-sm" variant="default" loading={chooseCa.isPending} onClick={() => chooseCa.mutate(false)}>
                Trust one more…
              </Button>
            </Group>
          </Group>
          {error === null ? null : <ErrorNotice error={error} title="The file was not taken" />}
        </Stack>
      </Section>
      <Section title="Every call this app made since it started">
        {network.calls.length === 0 ? (
          <EmptyState icon={IconPlugConnectedX} title="No call was made">
            This app calls nobody by itself. When you run a preflight, pull the tenant or fetch metadata, each call is listed here with its
            host, its purpose and its bytes.
          </EmptyState>
        ) : (
          <DataTable
            label="Calls over the network"
            rows={network.calls}
            columns={columns}
            rowKey={(call) => `${call.at}-${call.host}-${call.method}-${call.purpose}-${call.receivedBytes}-${call.elapsedMs}`}
            height="22rem"
          />
        )}
        {network.dropped === 0 ? null : (
          <Text size="sm" c="dimmed">
            {network.dropped.toLocaleString('en-GB')} older calls are not listed.
          </Text>
        )}
      </Section>
    </Stack>
  );
}
