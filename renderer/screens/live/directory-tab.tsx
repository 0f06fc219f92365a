import { Button, Group, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RosterOffer } from '../../../shared/ipc/live';
import { type Region, regionIds, regions } from '../../../shared/jumpcloud/regions';
import { invoke } from '../../bridge';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { ProgressWithCancel } from '../../components/progress-with-cancel';
import { Section } from '../../components/section';
import { demand, errorOf } from '../../state/demand';
import { useGuide } from '../../state/guide';
import { RosterOfferView } from './roster-offer';
import { useProgress } from './use-progress';

/** People and groups from JumpCloud's API, shown before they are taken over. A CSV is imported on the roster screen. */
export function DirectoryTab({ workspaceId }: { readonly workspaceId: string }) {
  const { workspace } = useGuide();
  const client = useQueryClient();
  const [apiKey, setApiKey] = useState('');
  const [region, setRegion] = useState<Region>(workspace.region);
  const [orgId, setOrgId] = useState('');
  const [applicationId, setApplicationId] = useState('');
  const [offer, setOffer] = useState<RosterOffer | null>(null);
  const keyed = useQuery({
    queryKey: ['live-api-key', workspaceId],
    queryFn: () => invoke('live:has-api-key', { workspaceId }),
    staleTime: 0,
  });
  const progress = useProgress(workspaceId, 'jumpcloud');
  const keepKey = useMutation({
    mutationFn: (key: string) => invoke('live:set-api-key', { workspaceId, apiKey: key }),
    onSuccess: () => {
      setApiKey('');
      return client.invalidateQueries({ queryKey: ['live-api-key', workspaceId] });
    },
  });
  const read = useMutation({
    mutationFn: () =>
      demand('live:read-jumpcloud', {
        workspaceId,
        region,
        orgId: orgId.trim() === '' ? null : orgId.trim(),
        applicationId: applicationId.trim() === '' ? null : applicationId.trim(),
      }),
    onSuccess: setOffer,
  });
  const readError = errorOf(read.error);
  if (offer !== null) return <RosterOfferView workspaceId={workspaceId} offer={offer} onDone={() => setOffer(null)} />;
  return (
    <Stack gap="md">
      <Section title="From JumpCloud's API">
        <Stack gap="sm">
          <Notice tone="info">
            An API key carries all rights of its admin; JumpCloud has no read-only keys, unless the admin's role is read-only. It is kept in
            this app's memory until the app ends, never written.
          </Notice>
          {keyed.data === true ? (
            <Group justify="space-between">
              <Text size="sm">An API key is at hand.</Text>
              <Button size="compact-sm" variant="default" onClick={() => keepKey.mutate('')}>
                Forget it
              </Button>
            </Group>
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                keepKey.mutate(apiKey);
              }}
            >
              <Group align="flex-end" gap="xs">
                <PasswordInput
                  label="API key"
                  description="JumpCloud: your initials at the top right › My API Key"
                  value={apiKey}
                  onChange={(event) => setApiKey(event.currentTarget.value)}
                  autoComplete="off"
                  style={{ flex: 1 }}
                />
                <Button type="submit" variant="default" disabled={apiKey.trim() === ''} loading={keepKey.isPending}>
                  Keep in memory
                </Button>
              </Group>
            </form>
          )}
          <Group grow align="flex-start">
            <Select
              label="Region"
              data={regionIds.map((id) => ({ value: id, label: regions[id].label }))}
              value={region}
              onChange={(value) => setRegion((value ?? 'us') as Region)}
              allowDeselect={false}
            />
            <TextInput
              label="Application ID"
              description="Optional: only groups bound to it (J11)"
              value={applicationId}
              onChange={(event) => setApplicationId(event.currentTarget.value)}
              spellCheck={false}
            />
            <TextInput
              label="Organisation ID"
              description="Multi-tenant admins only"
              value={orgId}
              onChange={(event) => setOrgId(event.currentTarget.value)}
              spellCheck={false}
            />
          </Group>
          <Group>
            <Button disabled={keyed.data !== true} loading={read.isPending} onClick={() => read.mutate()}>
              Read people and groups
            </Button>
          </Group>
          {read.isPending ? (
            <ProgressWithCancel label="Reading JumpCloud" {...progress} onCancel={() => void invoke('live:cancel', { workspaceId })} />
          ) : null}
          {readError === null ? null : <ErrorNotice error={readError} title="JumpCloud was not read" />}
        </Stack>
      </Section>
    </Stack>
  );
}
