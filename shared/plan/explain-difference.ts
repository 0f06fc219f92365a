import type { ListDiff } from './compare-plans';
import { conflictTypeWords } from './explain-conflict';
import { entityTypeWords } from './explain-rule';
import type { PlanConflict, PlanEntity, PlanRefusal, PlanWarning } from './plan';
import { conflictStatusWords, sideWords } from './report';
import { warningKinds } from './warning-kinds';

/** What two plans have besides people and groups, where they differ. */
export interface ListDifferences {
  readonly entities: ListDiff<PlanEntity>;
  readonly conflicts: ListDiff<PlanConflict>;
  readonly refusals: ListDiff<PlanRefusal>;
  readonly warnings: ListDiff<PlanWarning>;
}

/** One line that only one of the two plans has. */
export interface DifferenceLine {
  readonly about: 'place' | 'conflict' | 'refusal' | 'warning';
  readonly only: 'from' | 'to';
  readonly what: string;
}

export function explainDifferences({ entities, conflicts, refusals, warnings }: ListDifferences): readonly DifferenceLine[] {
  return [
    ...lines('place', entities, ({ type, name, created }) => `${entityTypeWords[type]} ${name}${created ? ', created' : ''}`),
    ...lines('conflict', conflicts, conflictWords),
    ...lines('refusal', refusals, ({ status, reason }) => `${status}: ${reason}`),
    ...lines('warning', warnings, warningWords),
  ];
}

function lines<T>(
  about: DifferenceLine['about'],
  { onlyFrom, onlyTo }: ListDiff<T>,
  words: (entry: T) => string,
): readonly DifferenceLine[] {
  return [
    ...onlyFrom.map((entry): DifferenceLine => ({ about, only: 'from', what: words(entry) })),
    ...onlyTo.map((entry): DifferenceLine => ({ about, only: 'to', what: words(entry) })),
  ];
}

const conflictWords = ({ userName, type, current, incoming, status }: PlanConflict): string =>
  `${userName}, ${conflictTypeWords[type]}: current ${sideWords(current)}, incoming ${sideWords(incoming)}: ${conflictStatusWords[status]}`;

const warningWords = ({ code, userName, group, why }: PlanWarning): string =>
  `${warningKinds[code].title}${userName === undefined ? (group === undefined ? '' : ` (group ${group})`) : ` (${userName})`}: ${why}`;
