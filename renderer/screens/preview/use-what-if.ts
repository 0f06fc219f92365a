import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PreviewView, RunView } from '../../../shared/ipc/preview';
import { explainAction, type WhatIfAction } from '../../../shared/plan/what-if-action';
import { ask } from '../../state/ask';
import { useWorkspaceId } from '../../state/guide';
import { showDone } from '../../state/undo-toast';
import { previewKey } from './use-preview';

export interface WhatIfActions {
  /** Answers whether it was played. */
  readonly play: (action: WhatIfAction) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly clear: () => void;
  readonly keep: (name: string) => void;
  readonly open: (id: string) => void;
  readonly remove: (id: string) => void;
}

/** Changes on top of the plan. What is shown follows at once; the plan below stays as it is. */
export function useWhatIf(): WhatIfActions {
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  return useMemo(() => {
    const follow = (run: RunView | null): boolean => {
      if (run !== null) client.setQueryData<PreviewView>(previewKey(workspaceId), (view) => (view === undefined ? view : { ...view, run }));
      return run !== null;
    };
    return {
      play: async (action) => {
        const run = await ask('preview:what-if', { workspaceId, action }, `This could not be tried: ${explainAction(action)}`);
        const step = run?.whatIf.steps.at(-1);
        if (step !== undefined)
          showDone(
            step.refusals.length > 0
              ? `The vendor would refuse it: ${step.refusals[0]}.`
              : `${step.label}: ${step.people.toLocaleString('en-GB')} ${step.people === 1 ? 'person ends' : 'people end'} otherwise.`,
          );
        return follow(run);
      },
      undo: async () => void follow(await ask('preview:what-if-undo', { workspaceId }, 'Nothing was undone')),
      redo: async () => void follow(await ask('preview:what-if-redo', { workspaceId }, 'Nothing was made again')),
      clear: async () => void follow(await ask('preview:what-if-clear', { workspaceId }, 'The what-ifs could not be taken back')),
      keep: async (name) => {
        if (follow(await ask('preview:keep-scenario', { workspaceId, name }, 'The scenario could not be kept')))
          showDone(`Kept as “${name}”.`);
      },
      open: async (id) => void follow(await ask('preview:open-scenario', { workspaceId, id }, 'The scenario could not be opened')),
      remove: async (id) => void follow(await ask('preview:remove-scenario', { workspaceId, id }, 'The scenario could not be removed')),
    };
  }, [client, workspaceId]);
}
