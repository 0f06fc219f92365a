import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PreviewView } from '../../shared/ipc/preview';
import { ask } from './ask';
import { noteChange, undoChange } from './reversible-changes';
import { showUndo } from './undo-toast';

export const choicesScope = (workspaceId: string): string => `preview-choices ${workspaceId}`;

type Choice = Partial<Pick<PreviewView, 'play' | 'otherAssumptions'>>;

/** Chooses what is played, or how an open question is answered. Each choice can be taken back, by key and by the notice that says it. */
export function usePreviewChoices(workspaceId: string): (label: string, before: Choice, after: Choice) => Promise<void> {
  const client = useQueryClient();
  return useMemo(() => {
    const put = async ({ play, otherAssumptions }: Choice): Promise<boolean> => {
      const view = await ask(
        'preview:choose',
        {
          workspaceId,
          ...(play === undefined ? {} : { play }),
          ...(otherAssumptions === undefined ? {} : { otherAssumptions: [...otherAssumptions] }),
        },
        'The choice could not be kept',
      );
      await client.invalidateQueries({ queryKey: ['preview', workspaceId] });
      return view !== null;
    };
    return async (label, before, after) => {
      if (!(await put(after))) return;
      const scope = choicesScope(workspaceId);
      noteChange(scope, { label, undo: () => put(before), redo: () => put(after) });
      showUndo({ message: `Changed: ${label}`, onUndo: () => void undoChange(scope) });
    };
  }, [client, workspaceId]);
}
