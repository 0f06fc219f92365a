import { Button, Group, Radio, Stack } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { type BundleSource, bundleSources, type MadeBundleView } from '../../../shared/ipc/bundle';
import { navigate, useRoute } from '../../app/router';
import { invoke } from '../../bridge';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { sourceWords } from './bundle-words';
import { useHeld } from './held';
import { JobProgress } from './job-progress';
import { MadeBundle } from './made-bundle';
import { useBundleJob } from './use-bundle-job';

type Made = { readonly kind: 'made'; readonly made: MadeBundleView };

/** Choose what it tells of, look at what would go in, and only then save it. */
export function MakeBundle({ workspaceId }: { readonly workspaceId: string }) {
  const { detail } = useRoute();
  const source: BundleSource = bundleSources.find((known) => known === detail[1]) ?? 'preview';
  const job = useBundleJob<Made>('make');
  const [held, hold] = useHeld<MadeBundleView>('make', workspaceId);
  const made = held?.source === source ? held : null;
  const make = async () => {
    hold(null);
    const outcome = await job.run(() => invoke('bundle:make', { workspaceId, source }));
    if (outcome !== null) hold(outcome.made);
  };
  return (
    <Stack gap="md">
      <Section title="What it tells of">
        <Stack gap="sm">
          <Radio.Group aria-label="What the bundle tells of" value={source} onChange={(value) => navigate('bundle', 'make', value)}>
            <Stack gap="xs">
              {bundleSources.map((known) => (
                <Radio
                  key={known}
                  value={known}
                  disabled={job.running}
                  label={sourceWords[known].label}
                  description={sourceWords[known].hint}
                />
              ))}
            </Stack>
          </Radio.Group>
          {job.running ? (
            <JobProgress progress={job.progress} onCancel={job.cancel} />
          ) : (
            <Group>
              <Button
                variant={made === null ? 'filled' : 'default'}
                leftSection={<IconPackage size={16} aria-hidden="true" />}
                onClick={() => void make()}
              >
                {made === null ? 'Show what would go in' : 'Put it together again'}
              </Button>
            </Group>
          )}
        </Stack>
      </Section>
      {job.failure === null ? null : <ErrorNotice title="No bundle was made" error={job.failure} />}
      {job.cancelled ? (
        <Notice tone="info" role="status">
          It was cancelled; nothing was written.
        </Notice>
      ) : null}
      {made === null ? null : <MadeBundle made={made} />}
    </Stack>
  );
}
