import { ProgressWithCancel } from '../../components/progress-with-cancel';
import { stageWords } from './bundle-words';
import type { JobProgress as Progress } from './use-bundle-job';

interface JobProgressProps {
  /** Null before the first word of it. */
  readonly progress: Progress | null;
  readonly onCancel: () => void;
}

/** How far the work on a bundle is, with a way out of it. */
export function JobProgress({ progress, onCancel }: JobProgressProps) {
  if (progress === null) return <ProgressWithCancel label="Beginning" fraction={null} onCancel={onCancel} />;
  const { stage, done, total } = progress;
  return (
    <ProgressWithCancel
      label={stage === 'sending' ? 'Taking the file' : stageWords[stage]}
      fraction={total === 0 ? null : done / total}
      onCancel={onCancel}
    />
  );
}
