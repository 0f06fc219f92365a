import type { AssumptionId, AssumptionSettings } from '../../shared/vendor/assumptions';
import type { ConflictType, EntityRef, EntityType, Role, RuleSpec } from '../../shared/vendor/event';

/**
 * The reference model of the vendor: plain lists of facts with the moment each came about. Nothing is kept that can be worked
 * out: who is where, who has which role and who is in conflict is derived anew from these lists each time it is asked for
 * (derive-places.ts, derive-role.ts). Written from the documents, not from `shared/vendor`; slow on purpose.
 */
export interface Facts {
  readonly settings: AssumptionSettings;
  readonly defaultConcurrencyGroup: string;
  readonly enabledTypes: readonly EntityType[];
  readonly otherOrganisations: readonly string[];
  provisioning: boolean;
  /** Counts moments: every fact is dated by it. */
  now: number;
  loadedAt: number;
  /** Groups whose approved mapping explains a place of the given organisation: it is there already, whatever the order of the lists. */
  readonly givenBy: { readonly userName: string; readonly group: number | null }[];
  /** The moments of each completed `sync`. */
  syncs: number[];
  users: UserFact[];
  groups: GroupFact[];
  entities: EntityFact[];
  rules: RuleSpec[];
  decisions: DecisionFact[];
  /** What the identity provider itself holds, whatever the vendor said to it: a `sync` pushes all of it again. */
  held: { users: HeldUser[]; groups: HeldGroup[] };
  /** What each person had after each moment: the only memory, and itself derived. */
  history: Moment[];
}

export interface UserFact {
  readonly userName: string;
  active: boolean;
  /** The person's own `OrganizationRole`. */
  ownRole: Role;
  /** The role was last written directly (a push, an admin) rather than recomputed over groups. */
  roleWritten: Role | null;
  /** Set outside SCIM groups, in order. */
  manual: ManualFact[];
}

/** A person as the provider holds them: what it sent last, field by field. */
export interface HeldUser {
  readonly userName: string;
  role?: Role | undefined;
  active?: boolean | undefined;
  concurrencyGroup?: string | undefined;
  /** When the vendor began to refuse this person; null once it took them. */
  refusedAt: number | null;
}

export interface HeldGroup {
  /** Its name at the provider, and at the vendor (null while it is not there). */
  name: string;
  vendorName: string | null;
  members: readonly string[];
  /** undefined: never sent. */
  roles: readonly Role[] | undefined;
  /** Deleted at the provider, which the vendor has not taken yet. */
  gone: boolean;
  /** Since when the vendor lacks something of it; null when it has all. */
  refusedAt: number | null;
}

export interface ManualFact {
  readonly at: number;
  readonly kind: 'given' | 'hand' | 'attribute';
  readonly act: 'assign' | 'unassign';
  readonly type: EntityType;
  /** null: the default concurrency group or the root organisation. */
  readonly entity: number | null;
}

export interface GroupFact {
  readonly id: number;
  displayName: string;
  deleted: boolean;
  deletedAt: number;
  roles: readonly Role[];
  members: MemberFact[];
  mappings: MappingFact[];
}

export interface MemberFact {
  readonly userName: string;
  readonly at: number;
}

export type MappingStatus = 'Pending' | 'Approved' | 'Auto-Approved' | 'Rejected';

export interface MappingFact {
  readonly type: EntityType;
  readonly entity: number | null;
  readonly status: MappingStatus;
  readonly targetDeleted: boolean;
  /** A mapping that takes the place of another is as old as that one. */
  readonly createdAt: number;
  readonly approvedAt: number;
  /** `unknown`: given as Auto-Approved, so a rule made it, but not which. */
  readonly madeBy: RuleSpec | 'admin' | 'unknown';
  /** Rejected because the group was deleted: rules may map it anew when it comes back. */
  readonly groupDeleted: boolean;
}

export interface EntityFact {
  readonly id: number;
  readonly type: EntityType;
  name: string;
  deleted: boolean;
}

export interface DecisionFact {
  readonly userName: string;
  readonly type: ConflictType;
  readonly winner: Side;
  readonly loser: Side;
  readonly use: 'current' | 'incoming';
}

/** One side of a conflict; `group` is null where it is the person's own `LambdatestGroup` (A18). */
export interface Side {
  readonly group: number | null;
  readonly entity: number;
}

/** What one approved mapping of one group asks for one person. */
export interface Claim extends Side {
  readonly type: EntityType;
  /** When it came to be: the later of joining and approval. */
  readonly at: number;
  /** The age of the mapping (A5). */
  readonly mappedAt: number;
}

/** An open conflict, one a claim that waits for an answer: what holds it back, the first without one to the fore. */
export interface Card {
  readonly type: ConflictType;
  readonly current: Claim;
  readonly others: readonly Claim[];
  readonly incoming: Claim;
}

/** Where the approved mappings put a person once conflicts are judged. */
export interface Fold {
  readonly claims: readonly Claim[];
  readonly accepted: readonly Claim[];
  /** What of that a person really gets: less where a whole mapping is withheld (A13). */
  readonly given: readonly Claim[];
  readonly cards: readonly Card[];
}

export interface Moment {
  readonly at: number;
  /** True for the end of a `sync` that was not refused. */
  readonly sync: boolean;
  readonly folds: ReadonlyMap<string, Fold>;
}

export const is = (facts: Facts, id: AssumptionId): boolean => facts.settings[id] === 'other';

/** E-mail addresses compare without case (RFC 7643 `userName` is not `caseExact`). */
export const sameUser = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A10. */
export const sameName = (facts: Facts, a: string, b: string): boolean => (is(facts, 'A10') ? a === b : a.toLowerCase() === b.toLowerCase());

export const isApproved = (mapping: MappingFact): boolean => mapping.status === 'Approved' || mapping.status === 'Auto-Approved';

export const findUser = (facts: Facts, userName: string): UserFact | undefined =>
  facts.users.find((user) => sameUser(user.userName, userName));

export const findGroup = (facts: Facts, name: string): GroupFact | undefined =>
  facts.groups.find((group) => !group.deleted && sameName(facts, group.displayName, name));

export const findEntity = (facts: Facts, type: EntityType, name: string): EntityFact | undefined =>
  facts.entities.find((entity) => !entity.deleted && entity.type === type && sameName(facts, entity.name, name));

/** Choice: the default concurrency group can be mapped, but neither renamed nor deleted; being put into it is being put into none. */
export const isDefaultGroup = (facts: Facts, ref: EntityRef): boolean =>
  ref.type === 'ConcurrencyGroup' && sameName(facts, ref.name, facts.defaultConcurrencyGroup);

export function entityById(facts: Facts, id: number): EntityFact {
  return facts.entities.find((entity) => entity.id === id)!;
}

/** The one group whose approved mapping holds the entity (section 4: an entity is mapped from one group only). */
export const ownerOf = (facts: Facts, entity: number): GroupFact | undefined =>
  facts.groups.find((group) => !group.deleted && group.mappings.some((mapping) => mapping.entity === entity && isApproved(mapping)));

export const isMember = (group: GroupFact, userName: string): boolean =>
  group.members.some((member) => sameUser(member.userName, userName));

/**
 * The group's mapping to a target, by the target's name, or by the name that the mapping goes by while the target is gone.
 */
export const findMapping = (facts: Facts, group: GroupFact, ref: EntityRef): MappingFact | undefined => {
  const ofType = group.mappings.filter((mapping) => mapping.type === ref.type);
  return (
    ofType.find((mapping) => mapping.entity !== null && sameName(facts, entityById(facts, mapping.entity).name, ref.name)) ??
    ofType.find((mapping) => sameName(facts, mappingName(facts, group, mapping), ref.name))
  );
};

/** A mapping is named by its entity, or by the group while there is no entity (formats.md section 3). */
export function mappingName(facts: Facts, group: GroupFact, mapping: MappingFact): string {
  const entity = mapping.entity === null ? undefined : entityById(facts, mapping.entity);
  return entity === undefined || entity.deleted ? group.displayName : entity.name;
}
