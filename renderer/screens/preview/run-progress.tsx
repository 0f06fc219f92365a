import { ProgressWithCancel } from '../../components/progress-with-cancel';
import type { Progress } from './use-preview';

const stages: Readonly<Record<Progress['stage'], string>> = {
  loading: 'Setting up the vendor’s side',
  playing: 'Playing the pushes',
  comparing: 'Comparing before and after',
};

/** How far a run is, and the way out of it. */
export function RunProgress({ progress, onCancel }: { readonly progress: Progress | null; readonly onCancel: () => void }) {
  const playing = progress?.stage === 'playing' ? progress : null;
  const measured = playing ?? (progress?.stage === 'comparing' ? progress : null);
  return (
    <ProgressWithCancel
      label={progress === null ? 'Starting' : stages[progress.stage]}
      fraction={measured === null ? null : measured.done / measured.total}
      {...(playing === null
        ? {}
        : { detail: `${playing.done.toLocaleString('en-GB')} of ${playing.total.toLocaleString('en-GB')} events` })}
      onCancel={onCancel}
    />
  );
}
