import { useEffect, useRef } from 'react';
import type { RunView } from '../../../shared/ipc/preview';
import { useWorkspaceId } from '../../state/guide';
import { choicesScope } from '../../state/preview-choices';
import { redoChange, undoChange, useChanges } from '../../state/reversible-changes';
import { useUndoKeys } from '../../state/undo-keys';
import { useWhatIf } from './use-what-if';

type Kind = 'choice' | 'what-if';

/** The keys on the preview take back what was changed last: a choice it is made from, or a what-if on top of it. */
export function usePreviewUndo(run: RunView | null): void {
  const scope = choicesScope(useWorkspaceId());
  const choices = useChanges(scope);
  const actions = useWhatIf();
  const whatIf = { undo: run?.whatIf.undo ?? null, redo: run?.whatIf.redo ?? null };

  const last = useRef<Kind>('choice');
  const steps = run?.whatIf.steps.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of what-ifs says that one was tried
  useEffect(() => {
    last.current = 'what-if';
  }, [steps]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another label says that a choice was made
  useEffect(() => {
    last.current = 'choice';
  }, [choices.undo]);

  const of = (way: 'undo' | 'redo'): Kind | null => {
    const there = { choice: choices[way] !== null, 'what-if': whatIf[way] !== null };
    const other: Kind = last.current === 'choice' ? 'what-if' : 'choice';
    return there[last.current] ? last.current : there[other] ? other : null;
  };
  useUndoKeys({
    undo: () => {
      const kind = of('undo');
      if (kind === 'choice') void undoChange(scope);
      else if (kind === 'what-if') actions.undo();
    },
    redo: () => {
      const kind = of('redo');
      if (kind === 'choice') void redoChange(scope);
      else if (kind === 'what-if') actions.redo();
    },
  });
}
