import type { ConflictType, EntityType, Role, RuleSpec } from './event';
import type { GroupMembers } from './group-members';

/** The id that stands for "none": no entity, no group. */
export const none = -1;

export type MappingStatus = 'Pending' | 'Approved' | 'Auto-Approved' | 'Rejected';

/** Why a mapping has its status (vendor-behaviour.md sections 4, 5 and 7). */
export type MappingReason =
  | { readonly kind: 'given' }
  | { readonly kind: 'rule' }
  | { readonly kind: 'rule-without-auto-approve' }
  | { readonly kind: 'by-admin' }
  | { readonly kind: 'rejected-by-admin' }
  | { readonly kind: 'owned'; readonly ownerId: number; readonly owner: string }
  | { readonly kind: 'sub-organisation-missing' }
  | { readonly kind: 'type-not-enabled' }
  | { readonly kind: 'renamed'; readonly rule: RuleSpec }
  | { readonly kind: 'target-deleted' }
  | { readonly kind: 'group-deleted' };

export interface Mapping {
  readonly id: number;
  readonly type: EntityType;
  /** `none` while the entity does not exist. */
  readonly entityId: number;
  /** The entity's name when the mapping was made; the group's name while there is no entity. */
  readonly name: string;
  readonly status: MappingStatus;
  readonly origin: 'rule' | 'admin';
  /** The rule that made it, where one did. */
  readonly rule: RuleSpec | null;
  readonly reason: MappingReason;
  readonly targetDeleted: boolean;
  /** Order of approval among all operations; `none` unless approved. */
  readonly approvedSeq: number;
  /** A13 = other: withheld for everybody while somebody conflicts. */
  readonly withheld: boolean;
}

export interface Entity {
  readonly id: number;
  readonly type: EntityType;
  readonly name: string;
  /** The group whose approved mapping holds it: one group only (section 4). */
  readonly ownerId: number;
  /** Made in this run rather than given. */
  readonly created: boolean;
  /** The record is kept so that its name can still be told. */
  readonly deleted: boolean;
}

export interface Group {
  readonly id: number;
  readonly displayName: string;
  readonly state: 'active' | 'deleted';
  readonly roles: readonly Role[];
  readonly members: GroupMembers;
  readonly mappings: readonly Mapping[];
}

/** Where a person is at the vendor, as entity ids; `none` stands for the default group and the root organisation. */
export interface Placement {
  readonly teams: readonly number[];
  readonly concurrencyGroup: number;
  readonly subOrganization: number;
}

/** What an admin, or `LambdatestGroup`, set outside SCIM groups. */
export interface ManualPlaces {
  readonly teams: readonly number[];
  /** Teams that a mapping gives and an admin took away: undone at the next sync (section 7). */
  readonly hiddenTeams: readonly number[];
  readonly concurrencyGroup: number;
  readonly subOrganization: number;
  /** True while the manual place stands above what SCIM asks for: until the next sync (section 7). */
  readonly concurrencyGroupHolds: boolean;
  readonly subOrganizationHolds: boolean;
  /** True once SCIM has put its own place above the manual one: it comes back only where A12 says so. */
  readonly concurrencyGroupOverridden: boolean;
  readonly subOrganizationOverridden: boolean;
  /** When `LambdatestGroup` set the concurrency group (A18), as an operation number; `none` where it did not. */
  readonly attributeSeq: number;
  /** Mappings of a lower id are older than the attribute (A5 = other). */
  readonly attributeAge: number;
}

export const conflictStatuses = ['open', 'keptCurrent', 'usedIncoming', 'autoResolved'] as const;
export type ConflictStatus = (typeof conflictStatuses)[number];

export interface ConflictSide {
  /** `none` where the side is `LambdatestGroup` (A18 = other). */
  readonly groupId: number;
  readonly entityId: number;
}

export interface Conflict {
  readonly type: ConflictType;
  readonly current: ConflictSide;
  readonly incoming: ConflictSide;
  readonly status: ConflictStatus;
  /** All that hold the incoming side back; the first is `current`. */
  readonly blockers: readonly ConflictSide[];
}

/** A remembered Keep Current / Use Incoming (section 7, A11). */
export interface Decision {
  readonly type: ConflictType;
  readonly winner: ConflictSide;
  readonly loser: ConflictSide;
  readonly use: 'current' | 'incoming';
}

/** Without the groups that the person is in: those are in `Memberships`. */
export interface Person {
  readonly id: number;
  readonly userName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly active: boolean;
  /** The person's own `OrganizationRole`. */
  readonly ownRole: Role;
  /** The effective role (section 6). */
  readonly role: Role;
  /** True while `role` is not what groups and own role give: the next change of membership overwrites it. */
  readonly roleSetByHand: boolean;
  readonly manual: ManualPlaces | null;
  readonly placement: Placement;
  readonly conflicts: readonly Conflict[];
  /** Claims that are not given, and that therefore come after what the person has; null where there is none. */
  readonly waiting: readonly ConflictSide[] | null;
  readonly decisions: readonly Decision[];
  /** What the provider last sent, to be sent again at `sync`. */
  readonly sentRole: Role | null;
  readonly sentActive: boolean | null;
  readonly sentConcurrencyGroup: string | null;
}

/** As a snapshot keeps a person: with the groups, and when each was joined. */
export interface StoredPerson extends Person {
  readonly groupIds: readonly number[];
  readonly joinSeqs: readonly number[];
}

/** Most people have no conflict and no decision, most effects lean on no assumption: they share one list. */
export const nothing: readonly never[] = Object.freeze([]);

export const nowhere: Placement = Object.freeze({ teams: Object.freeze([]), concurrencyGroup: none, subOrganization: none });

export const noManualPlaces: ManualPlaces = Object.freeze({
  teams: Object.freeze([]),
  hiddenTeams: Object.freeze([]),
  concurrencyGroup: none,
  subOrganization: none,
  concurrencyGroupHolds: false,
  subOrganizationHolds: false,
  concurrencyGroupOverridden: false,
  subOrganizationOverridden: false,
  attributeSeq: none,
  attributeAge: none,
});
