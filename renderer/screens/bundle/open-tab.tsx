import { Stack, Text } from '@mantine/core';
import type { PlayedBundleView } from '../../../shared/ipc/bundle';
import { invoke } from '../../bridge';
import { DropTarget } from '../../components/drop-target';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { sendFile } from '../../state/send-file';
import { useHeld } from './held';
import { JobProgress } from './job-progress';
import { PlayedBundle } from './played-bundle';
import { useBundleJob } from './use-bundle-job';

type Played = { readonly kind: 'played'; readonly played: PlayedBundleView };

/** As the contract has it for files from the window. */
const maxBytes = 268_435_456;

/** Takes a bundle, plays it back on a copy of its own, and says what came of it. */
export function OpenTab() {
  const job = useBundleJob<Played>('open');
  const [played, hold] = useHeld<PlayedBundleView>('open', 'file');
  const open = async (file: File) => {
    hold(null);
    const outcome = await job.run(async (told) => {
      told({ stage: 'sending', done: 0, total: file.size });
      const fileId = await sendFile(file, (sent) => told({ stage: 'sending', done: sent, total: 1 }));
      return invoke('bundle:open', { name: file.name, fileId });
    });
    if (outcome !== null) hold(outcome.played);
  };
  const close = () => {
    hold(null);
    void invoke('bundle:cancel', { job: 'open' });
  };
  if (job.running) return <JobProgress progress={job.progress} onCancel={job.cancel} />;
  if (played !== null) return <PlayedBundle played={played} onClose={close} />;
  return (
    <Stack gap="md">
      {job.failure === null ? null : <ErrorNotice title="The file is no bundle that can be played back here" error={job.failure} />}
      {job.cancelled ? (
        <Notice tone="info" role="status">
          It was cancelled; nothing was changed.
        </Notice>
      ) : null}
      <Text size="sm">
        The events of the bundle are played on a copy of the organisation that it holds, by this version of the app, and the plan that comes
        of it is compared with the one in the bundle, letter for letter. Your workspaces are neither read nor changed.
      </Text>
      <DropTarget
        label="Drop a support bundle here"
        hint="JSON, scim-preflight/bundle@1, at most 268 MB; larger ones: scim-preflight replay FILE"
        accept=".json"
        maxBytes={maxBytes}
        onLargeFile={(file) => void open(file)}
      />
    </Stack>
  );
}
