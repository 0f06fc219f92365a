import type { AssumptionSettings } from './assumptions';
import type { ConflictType, EntityType } from './event';
import type { ConflictSide, Mapping } from './model';

/** One group asking for one place for one person: a membership and an approved mapping together. */
export interface Claim {
  /** `none` for `LambdatestGroup` (A18 = other). */
  readonly groupId: number;
  readonly mapping: Mapping | null;
  readonly type: EntityType;
  readonly entityId: number;
  /** A13 = other: asks, but is given to nobody for now. */
  readonly withheld: boolean;
  /** When it arose, as an operation number. */
  readonly seq: number;
  readonly mappingId: number;
}

/**
 * Which type of conflict two claims of one person are, if any (section 7): two concurrency groups, two sub-organisations, or a
 * sub-organisation and a place in the parent. Of one and the same group, the last two do not compete unless A15 says so.
 */
export function clash(a: Claim, b: Claim, settings: AssumptionSettings): ConflictType | null {
  if (a.entityId === b.entityId) return null;
  if (a.type === b.type) return a.type === 'Team' ? null : a.type === 'SubOrganization' ? 'exclusiveSubOrg' : 'exclusiveGroup';
  if (a.type !== 'SubOrganization' && b.type !== 'SubOrganization') return null;
  return a.groupId === b.groupId && settings.A15 === 'default' ? null : 'crossType';
}

export const isSide = (claim: Pick<Claim, 'groupId' | 'entityId'>, side: ConflictSide): boolean =>
  claim.groupId === side.groupId && claim.entityId === side.entityId;

export const sideOf = (claim: Claim): ConflictSide => ({ groupId: claim.groupId, entityId: claim.entityId });
