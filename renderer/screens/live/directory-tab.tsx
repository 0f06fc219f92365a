import { Button, Group, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CsvOffer, RosterOffer } from '../../../shared/ipc/live';
import { type Region, regionIds, regions } from '../../../shared/jumpcloud/regions';
import { invoke } from '../../bridge';
import { DropTarget } from '../../components/drop-target';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { ProgressWithCancel } from '../../components/progress-with-cancel';
import { Section } from '../../components/section';
import { demand, errorOf } from '../../state/demand';
import { useGuide } from '../../state/guide';
import { CsvMapping } from './csv-mapping';
import { RosterOfferView } from './roster-offer';
import { useProgress } from './use-progress';

const maxBytes = 256 * 1024 * 1024;

/** People and groups from JumpCloud's API, or from a CSV with any column names: shown before it is taken over. */
export function DirectoryTab({ workspaceId }: { readonly workspaceId: string }) {
  const { workspace } = useGuide();
  const client = useQueryClient();
  const [apiKey, setApiKey] = useState('');
  const [region, setRegion] = useState<Region>(workspace.region);
  const [orgId, setOrgId] = useState('');
  const [applicationId, setApplicationId] = useState('');
  const [offer, setOffer] = useState<RosterOffer | null>(null);
  const [csv, setCsv] = useState<CsvOffer | null>(null);
  const keyed = useQuery({ queryKey: ['live-api-key', workspaceId], queryFn: () => invoke('live:has-api-key', { workspaceId }), staleTime: 0 });
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
  const openCsv = useMutation({
    mutationFn: (file: { readonly name: string; readonly bytes: Uint8Array }) => demand('live:open-csv', file),
    onSuccess: setCsv,
  });
  const readError = errorOf(read.error);
  const csvError = errorOf(openCsv.error);
  if (offer !== null) return <RosterOfferView workspaceId={workspaceId} offer={offer} onDone={() => setOffer(null)} />;
  if (csv !== null)
    return (
      <CsvMapping
        workspaceId={workspaceId}
        csv={csv}
        onOffer={(made) => {
          setCsv(null);
          setOffer(made);
        }}
        onCancel={() => setCsv(null)}
      />
    );
  return (
    <Stack gap="md">
      <Section title="From JumpCloud's API">
        <Stack gap="sm">
          <Notice tone="info">
            An API key carries all rights of its admin; JumpCloud has no read-only keys, unless the admin's role is read-only. It is kept in this app's memory until the
            app ends, never written.
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
      <Section title="From a CSV with any column names">
        <Stack gap="sm">
          <DropTarget
            label="Drop an export here"
            hint="JumpCloud's own user export, or any CSV: you say which column is which"
            accept=".csv,.txt"
            maxBytes={maxBytes}
            onFile={(file) => openCsv.mutate(file)}
          />
          {csvError === null ? null : <ErrorNotice error={csvError} title="The file could not be read" />}
        </Stack>
      </Section>
    </Stack>
  );
}
