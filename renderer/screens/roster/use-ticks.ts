import { useMemo } from 'react';
import { ask } from '../../state/ask';
import { useWorkspaceId } from '../../state/guide';
import { noteChange } from '../../state/reversible-changes';
import { useRosterChanged } from './use-roster';

export const ticksScope = (workspaceId: string): string => `roster-ticks ${workspaceId}`;

export interface Ticks {
  /** Null: all groups. */
  readonly tick: (names: readonly string[] | null, ticked: boolean) => Promise<void>;
}

const labelOf = (names: readonly string[], ticked: boolean): string => {
  const what = names.length === 1 ? `“${names[0]}”` : `${names.length.toLocaleString('en-GB')} groups`;
  return `${what} ${ticked ? 'to be pushed' : 'left out'}`;
};

/** Binds groups to the application or leaves them out; each choice can be taken back, whatever was ticked before. */
export function useTicks(): Ticks {
  const workspaceId = useWorkspaceId();
  const changed = useRosterChanged();
  return useMemo(() => {
    const put = async (names: readonly string[] | null, ticked: boolean): Promise<readonly string[] | null> => {
      const answer = await ask(
        'roster:tick',
        { workspaceId, names: names === null ? null : [...names], ticked },
        'The choice could not be kept',
      );
      await changed();
      return answer?.changed ?? null;
    };
    return {
      tick: async (names, ticked) => {
        const others = await put(names, ticked);
        if (others === null || others.length === 0) return;
        noteChange(ticksScope(workspaceId), {
          label: labelOf(others, ticked),
          undo: async () => (await put(others, !ticked)) !== null,
          redo: async () => (await put(others, ticked)) !== null,
        });
      },
    };
  }, [workspaceId, changed]);
}
