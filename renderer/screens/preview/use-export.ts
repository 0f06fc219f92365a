import { useCallback, useState } from 'react';
import type { Input } from '../../../shared/ipc/contract';
import { invoke } from '../../bridge';
import { ask } from '../../state/ask';
import { useWorkspaceId } from '../../state/guide';
import { showDone } from '../../state/undo-toast';

type Format = Input<'preview:export'>['format'];

export interface Saving {
  /** A plan of 100,000 people takes some seconds. */
  readonly saving: boolean;
  readonly save: (format: Format, everybody: boolean) => Promise<void>;
  readonly cancel: () => void;
}

/** Saves the plan as a file where the dialog says, and calls it off when asked. */
export function useExport(): Saving {
  const workspaceId = useWorkspaceId();
  const [open, setOpen] = useState(0);
  const save = useCallback(
    async (format: Format, everybody: boolean) => {
      setOpen((count) => count + 1);
      const path = await ask('preview:export', { workspaceId, format, everybody }, 'The plan could not be saved');
      setOpen((count) => count - 1);
      if (path !== null) showDone(`Saved as ${path}`);
    },
    [workspaceId],
  );
  const cancel = useCallback(() => void invoke('preview:cancel-export', { workspaceId }), [workspaceId]);
  return { saving: open > 0, save, cancel };
}
