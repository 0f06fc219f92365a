import type { AssumptionId } from '../vendor/assumptions';
import type { ConflictType, EntityRef, EntityType } from '../vendor/event';
import type { ConflictStatus, MappingStatus } from '../vendor/model';
import type { PersonView } from '../vendor/organisation';
import type { WarningCode } from './warning-kinds';

/** `scim-preflight/plan@1` (formats.md section 3), with a few fields more: `chain`, `why`, `fix`, `openConflicts`, `provenance`. */

export const planFormat = 'scim-preflight/plan@1';

export interface PlanSummary {
  readonly peopleChanged: number;
  readonly gainAdmin: number;
  readonly loseAdmin: number;
  readonly conflicts: number;
  readonly pending: number;
  readonly unmapped: number;
  readonly refusals: number;
  readonly entitiesCreated: number;
  readonly usersCreated: number;
  readonly openConflicts: number;
}

export interface PlanMapping {
  readonly type: EntityType;
  readonly name: string;
  readonly status: MappingStatus;
  readonly targetDeleted: boolean;
  readonly reason: string;
}

export interface PlanGroup {
  readonly displayName: string;
  readonly state: 'active' | 'deleted';
  readonly mappings: readonly PlanMapping[];
}

export interface PlanEntity {
  readonly type: EntityType;
  readonly name: string;
  readonly created: boolean;
}

/** person → group → rule → mapping → target, as far as each link is there. */
export interface Chain {
  readonly group?: string;
  readonly rule?: string;
  readonly mapping?: MappingStatus;
  readonly target?: string;
}

export interface Because {
  readonly effect: string;
  /** Index of the event that brought it about. */
  readonly event: number;
  readonly why: string;
  readonly assumptions: readonly AssumptionId[];
  readonly chain?: Chain;
}

export interface PlanPerson {
  readonly userName: string;
  readonly before: PersonView | null;
  readonly after: PersonView | null;
  readonly because: readonly Because[];
}

export interface PlanConflictSide {
  /** null where the side is the person's own `LambdatestGroup` (A18). */
  readonly displayName: string | null;
  readonly entity: EntityRef;
}

export interface PlanConflict {
  readonly userName: string;
  readonly type: ConflictType;
  readonly current: PlanConflictSide;
  readonly incoming: PlanConflictSide;
  readonly status: ConflictStatus;
}

export interface PlanRefusal {
  readonly event: number;
  readonly status: number;
  readonly reason: string;
  readonly fix: string;
}

/** About one person, or about several at once: then `people` lists them. `warningKinds` has title, weight and advice. */
export interface PlanWarning {
  readonly code: WarningCode;
  readonly userName?: string;
  readonly group?: string;
  readonly people?: readonly string[];
  readonly why: string;
  readonly assumptions?: readonly AssumptionId[];
}

/** How the plan came about: enough to show that nothing was written, and that two plans are of the same input. */
export interface Provenance {
  readonly events: number;
  /** Fingerprint of the organisation as given, before the first event was played and after the last: the same. */
  readonly baselineBefore: string;
  readonly baselineAfter: string;
  /** Records of the baseline written while planning: always 0. */
  readonly writes: number;
  /** Fingerprint of the organisation as it would be. */
  readonly outcome: string;
  readonly assumptions: Readonly<Partial<Record<AssumptionId, 'other'>>>;
}

export interface Plan {
  readonly format: typeof planFormat;
  readonly summary: PlanSummary;
  readonly groups: readonly PlanGroup[];
  readonly entities: readonly PlanEntity[];
  readonly people: readonly PlanPerson[];
  readonly conflicts: readonly PlanConflict[];
  readonly refusals: readonly PlanRefusal[];
  readonly warnings: readonly PlanWarning[];
  readonly provenance: Provenance;
}
