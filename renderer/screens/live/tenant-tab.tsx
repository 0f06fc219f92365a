import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explainDrift } from '../../../shared/golive/drift';
import type { TenantView } from '../../../shared/ipc/live';
import { invoke } from '../../bridge';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { ProgressWithCancel } from '../../components/progress-with-cancel';
import { Section } from '../../components/section';
import { SummaryCard } from '../../components/summary-card';
import { SummaryRow } from '../../components/summary-row';
import { demand, errorOf } from '../../state/demand';
import { shownTime } from '../../state/shown-time';
import { EndpointFields, type EndpointValue, useHasToken, useLedgerEndpoint } from './endpoint';
import styles from './live.module.css';
import { useProgress } from './use-progress';

/** The organisation as it is: pulled whole or not at all, and what changed since the last pull. */
export function TenantTab({ workspaceId }: { readonly workspaceId: string }) {
  const hasToken = useHasToken();
  const client = useQueryClient();
  const ledgerUrl = useLedgerEndpoint();
  const [endpoint, setEndpoint] = useState<EndpointValue>({ baseUrl: ledgerUrl, privateNetwork: false });
  const key = ['live-tenant', workspaceId];
  const tenant = useQuery({ queryKey: key, queryFn: () => invoke('live:tenant', { workspaceId }), staleTime: 0 });
  const progress = useProgress(workspaceId, 'pull');
  const pull = useMutation({
    mutationFn: (resume: boolean) => demand('live:pull', { workspaceId, ...endpoint, resume }),
    onSuccess: (outcome) => {
      if (outcome.kind === 'done') client.setQueryData(key, outcome.tenant);
    },
  });
  const error = errorOf(pull.error);
  const stopped = pull.data?.kind === 'stopped' ? pull.data : null;
  return (
    <Stack gap="md">
      <Section title="Mirror the organisation">
        <Stack gap="sm">
          <EndpointFields value={endpoint} onChange={setEndpoint} />
          <Text size="sm">
            Reads all users and groups, page by page. A pull that fails half-way is never taken for a smaller organisation. What SCIM cannot
            tell (teams, concurrency groups, sub-organisations, mappings, rules, manual assignments) stays as you entered it.
          </Text>
          <Group gap="xs">
            <Button disabled={!hasToken || endpoint.baseUrl.trim() === ''} loading={pull.isPending} onClick={() => pull.mutate(false)}>
              {tenant.data == null ? 'Pull the organisation' : 'Pull it again'}
            </Button>
          </Group>
          {pull.isPending ? (
            <ProgressWithCancel
              label="Reading the organisation"
              {...progress}
              onCancel={() => void invoke('live:cancel', { workspaceId })}
            />
          ) : null}
          {error === null ? null : <ErrorNotice error={error} title="The organisation was not read" />}
          {stopped === null || pull.isPending ? null : (
            <>
              <ErrorNotice
                error={stopped.error}
                title={`Stopped after ${stopped.usersRead} users and ${stopped.groupsRead} groups: nothing was taken over`}
              />
              <Group>
                <Button size="compact-sm" variant="default" onClick={() => pull.mutate(true)}>
                  Go on from there
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </Section>
      {tenant.data == null ? null : <Mirrored tenant={tenant.data} />}
    </Stack>
  );
}

function Mirrored({ tenant }: { readonly tenant: TenantView }) {
  return (
    <Section title={`As pulled ${shownTime(tenant.at)}`}>
      <Stack gap="sm">
        <SummaryRow label="The organisation in numbers">
          <SummaryCard label="users" value={tenant.users} note={`${tenant.activeUsers.toLocaleString('en-GB')} active`} />
          <SummaryCard label="active Admins" value={tenant.admins} tone={tenant.admins === 0 ? 'warn' : 'neutral'} />
          <SummaryCard
            label="groups"
            value={tenant.groups ?? 'unknown'}
            {...(tenant.groups === null ? { note: 'could not be read' } : {})}
          />
        </SummaryRow>
        {tenant.notes.map((note) => (
          <Notice key={note} tone="info">
            {note}
          </Notice>
        ))}
        {tenant.drift === null ? (
          <Text size="sm">Pull it again later, and what changed outside SCIM stands here.</Text>
        ) : tenant.drift.drifts.length === 0 ? (
          <Notice tone="pass">Nothing changed since {shownTime(tenant.drift.since)}.</Notice>
        ) : (
          <Notice tone="warn" title={`${tenant.drift.drifts.length} differences since ${shownTime(tenant.drift.since)}`}>
            <ul className={styles['names']}>
              {tenant.drift.drifts.slice(0, 500).map((drift) => (
                <li key={explainDrift(drift)}>{explainDrift(drift)}</li>
              ))}
            </ul>
          </Notice>
        )}
      </Stack>
    </Section>
  );
}
