import { conflictTypeWords } from '../plan/explain-conflict';
import type { Plan, PlanConflictSide } from '../plan/plan';
import { warningKinds } from '../plan/warning-kinds';

/** What somebody should look at in the plan. */
export interface BundleFinding {
  readonly kind: 'warning' | 'conflict' | 'refusal';
  readonly about: string;
  readonly what: string;
}

/** What somebody should look at in a plan, in one list: warnings, conflicts, refusals. */
export function bundleFindings({ warnings, conflicts, refusals }: Plan): readonly BundleFinding[] {
  return [
    ...warnings.map(
      ({ code, userName, group, people, why }): BundleFinding => ({
        kind: 'warning',
        about: userName ?? (group === undefined ? (people ?? []).join(', ') : `group ${group}`),
        what: `${warningKinds[code].title}: ${why}`,
      }),
    ),
    ...conflicts.map(
      ({ userName, type, current, incoming, status }): BundleFinding => ({
        kind: 'conflict',
        about: userName,
        what: `${conflictTypeWords[type]}: keeps ${side(current)}, asked for ${side(incoming)} (${status})`,
      }),
    ),
    ...refusals.map(
      ({ event, status, reason }): BundleFinding => ({
        kind: 'refusal',
        about: `event ${event + 1}`,
        what: `${status}: ${reason}`,
      }),
    ),
  ];
}

const side = ({ displayName, entity }: PlanConflictSide): string => `${entity.name}${displayName === null ? '' : ` by ${displayName}`}`;
