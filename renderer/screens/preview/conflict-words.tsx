import { conflictTypeWords } from '../../../shared/plan/explain-effect';
import { entityTypeWords } from '../../../shared/plan/explain-rule';
import type { PlanConflict, PlanConflictSide } from '../../../shared/plan/plan';
import { Notice } from '../../components/notice';
import { conflictStatuses } from './conflict-statuses';

export const sideWords = ({ displayName, entity }: PlanConflictSide): string =>
  `${entityTypeWords[entity.type]} ${entity.name} (${displayName === null ? 'LambdatestGroup' : `group ${displayName}`})`;

/** One conflict in words: who holds the place, who asks for it, and where it stands. */
export function ConflictWords({ conflict }: { readonly conflict: PlanConflict }) {
  const { word, tone } = conflictStatuses[conflict.status];
  const type = conflictTypeWords[conflict.type];
  return (
    <Notice tone={tone} title={`Conflict, ${word}: ${type}`}>
      Current: {sideWords(conflict.current)}. Incoming: {sideWords(conflict.incoming)}.
    </Notice>
  );
}
