import { Button } from '@mantine/core';
import type { MadeBundleView } from '../../../shared/ipc/bundle';
import { Notice } from '../../components/notice';
import { FileFields } from './file-fields';

interface SavedBundleProps {
  readonly path: string;
  readonly made: MadeBundleView;
  readonly onSaveElsewhere: () => void;
}

/** Where it is, how large, and by what the receiver can tell that it arrived as it was sent. */
export function SavedBundle({ path, made, onSaveElsewhere }: SavedBundleProps) {
  return (
    <Notice
      tone="pass"
      role="status"
      title="The bundle is saved"
      actions={
        <Button size="compact-sm" variant="default" onClick={onSaveElsewhere}>
          Save elsewhere…
        </Button>
      }
    >
      <FileFields name="Saved as" path={path} file={made} />
    </Notice>
  );
}
