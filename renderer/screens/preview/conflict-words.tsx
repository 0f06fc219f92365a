import { Button, Stack } from '@mantine/core';
import { conflictTypeWords } from '../../../shared/plan/explain-conflict';
import { entityTypeWords } from '../../../shared/plan/explain-rule';
import type { PlanConflict, PlanConflictSide } from '../../../shared/plan/plan';
import { Notice } from '../../components/notice';
import { conflictStatuses } from './conflict-statuses';
import { useWhatIf } from './use-what-if';

const sideWords = ({ displayName, entity }: PlanConflictSide): string =>
  `${entityTypeWords[entity.type]} ${entity.name} (${displayName === null ? 'LambdatestGroup' : `group ${displayName}`})`;

/** One conflict in words: who holds the place, who asks for it, where it stands, and both answers to try. */
export function ConflictWords({ conflict }: { readonly conflict: PlanConflict }) {
  const { word, tone } = conflictStatuses[conflict.status];
  return (
    <Notice tone={tone} title={`Conflict, ${word}: ${conflictTypeWords[conflict.type]}`} actions={<ConflictAnswers conflict={conflict} />}>
      Current: {sideWords(conflict.current)}. Incoming: {sideWords(conflict.incoming)}.
    </Notice>
  );
}

/** Keep Current and Use Incoming, each as a what-if; nothing for a conflict that is no longer open. */
export function ConflictAnswers({ conflict }: { readonly conflict: PlanConflict }) {
  const { play } = useWhatIf();
  if (conflict.status !== 'open') return null;
  const { userName, type } = conflict;
  const answer = (use: 'current' | 'incoming') => void play({ kind: 'resolve-conflict', userName, use, conflictType: type });
  return (
    <Stack gap={3} align="stretch">
      <Button size="compact-xs" variant="default" onClick={() => answer('current')} aria-label={`What if: Keep Current for ${userName}`}>
        Keep Current
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => answer('incoming')} aria-label={`What if: Use Incoming for ${userName}`}>
        Use Incoming
      </Button>
    </Stack>
  );
}
