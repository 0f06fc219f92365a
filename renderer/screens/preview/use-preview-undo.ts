import { useEffect, useRef } from 'react';
import type { RunView } from '../../../shared/ipc/preview';
import { useWorkspaceId } from '../../state/guide';
import { choicesScope } from '../../state/preview-choices';
import { redoChange, undoChange, useChanges } from '../../state/reversible-changes';
import { useUndoKeys } from '../../state/undo-keys';
import { type ChangeKind, type ChangeOrder, followOrder, noOrder } from './change-order';
import { useWhatIf } from './use-what-if';

/** By workspace; kept outside React, so that leaving the screen does not change whose turn it is. */
const orders = new Map<string, ChangeOrder>();

/** The keys on the preview take back what was changed last: a choice it is made from, or a what-if on top of it. */
export function usePreviewUndo(run: RunView | null): void {
  const workspaceId = useWorkspaceId();
  const scope = choicesScope(workspaceId);
  const choices = useChanges(scope);
  const actions = useWhatIf();
  const tried = run?.whatIf.steps.length ?? 0;
  const canRedo = { choice: choices.redo !== null, 'what-if': (run?.whatIf.redo ?? null) !== null };
  useEffect(() => {
    const stands = {
      choice: { made: choices.made, canRedo: canRedo.choice },
      'what-if': { made: tried, canRedo: canRedo['what-if'] },
    };
    orders.set(workspaceId, followOrder(orders.get(workspaceId) ?? noOrder, stands));
  }, [workspaceId, choices.made, tried, canRedo.choice, canRedo['what-if']]);

  const turns = useRef<Promise<void>>(Promise.resolve());
  /** A key pressed while a change is still on its way is about the one before it. */
  const inTurn = (way: keyof ChangeOrder, act: Readonly<Record<ChangeKind, () => Promise<void>>>) => () => {
    turns.current = turns.current.then(async () => {
      const kind = (orders.get(workspaceId) ?? noOrder)[way].at(-1);
      if (kind === undefined) return;
      await act[kind]();
      await afterDrawing();
    });
  };
  useUndoKeys({
    undo: inTurn('past', { choice: () => undoChange(scope), 'what-if': actions.undo }),
    redo: inTurn('future', { choice: () => redoChange(scope), 'what-if': actions.redo }),
  });
}

/** By then the order knows of the change. */
const afterDrawing = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
