import type { AssumptionId } from './assumptions';
import type { ConflictType, EntityRef, EntityType, Role } from './event';
import type { ConflictStatus, Mapping } from './model';

/** What brought a change of places about. */
export type Trigger =
  | { readonly kind: 'joined'; readonly group: string }
  | { readonly kind: 'left'; readonly group: string }
  | { readonly kind: 'group-deleted'; readonly group: string }
  | { readonly kind: 'mapping-approved'; readonly group: string }
  | { readonly kind: 'mapping-pending'; readonly group: string }
  | { readonly kind: 'mapping-rejected'; readonly group: string }
  | { readonly kind: 'mapping-withheld'; readonly group: string }
  | { readonly kind: 'entity-deleted'; readonly entity: EntityRef }
  | { readonly kind: 'decided'; readonly use: 'current' | 'incoming' }
  | { readonly kind: 'by-admin' }
  | { readonly kind: 'attribute' }
  | { readonly kind: 'activity' }
  | { readonly kind: 'sync' }
  /** Only in a what-if: the rules are taken to have been others from the start. */
  | { readonly kind: 'rules' };

/** person → group → rule → mapping → entity: the links that put somebody somewhere. */
export interface Via {
  readonly groupId: number;
  readonly group: string;
  readonly mapping: Mapping;
}

/** Where a place comes from: a group's mapping, an admin, `LambdatestGroup`, or nothing (the default group, the root). */
export type PlaceSource =
  | { readonly kind: 'mapping'; readonly via: Via }
  | { readonly kind: 'manual' }
  | { readonly kind: 'attribute' }
  | { readonly kind: 'none' }
  /** The place is invalid while the person is in a sub-organisation (section 4). */
  | { readonly kind: 'in-sub-organisation'; readonly subOrganization: string };

export type RoleCause =
  | { readonly kind: 'groups'; readonly groups: readonly { readonly group: string; readonly role: Role }[] }
  | { readonly kind: 'own' }
  | { readonly kind: 'no-roles' }
  | { readonly kind: 'by-admin' }
  | { readonly kind: 'pushed' };

export interface ConflictView {
  readonly type: ConflictType;
  readonly current: { readonly groupId: number; readonly displayName: string | null; readonly entity: EntityRef };
  readonly incoming: { readonly groupId: number; readonly displayName: string | null; readonly entity: EntityRef };
  readonly status: ConflictStatus;
}

interface Base {
  /** Index of the event in the run. */
  readonly event: number;
  readonly assumptions: readonly AssumptionId[];
}

export type PersonEffect = Base & { readonly personId: number } & (
    | { readonly kind: 'person-created'; readonly role: Role; readonly active: boolean }
    | { readonly kind: 'active'; readonly active: boolean; readonly cause: 'pushed' | 'deactivated' }
    | { readonly kind: 'role'; readonly from: Role; readonly to: Role; readonly cause: RoleCause }
    | {
        readonly kind: 'team';
        readonly joined: boolean;
        readonly entityId: number;
        readonly team: string;
        readonly source: PlaceSource;
        readonly trigger: Trigger;
      }
    | {
        readonly kind: 'exclusive';
        readonly type: 'ConcurrencyGroup' | 'SubOrganization';
        /** null: the default group, the root organisation. */
        readonly from: string | null;
        readonly to: string | null;
        readonly source: PlaceSource;
        readonly trigger: Trigger;
      }
    | { readonly kind: 'conflict'; readonly conflict: ConflictView }
    | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
    | { readonly kind: 'person-deleted' }
  );

export type GroupEffect = Base & { readonly groupId: number; readonly displayName: string } & (
    | { readonly kind: 'group-created' }
    | { readonly kind: 'group-restored' }
    | { readonly kind: 'group-renamed'; readonly from: string }
    | { readonly kind: 'group-deleted' }
    | { readonly kind: 'group-roles'; readonly roles: readonly Role[] }
    | { readonly kind: 'members'; readonly added: number; readonly removed: number }
    | { readonly kind: 'mapping'; readonly mapping: Mapping }
    | { readonly kind: 'unmapped' }
  );

export type EntityEffect = Base & { readonly entityId: number; readonly type: EntityType; readonly name: string } & (
    | { readonly kind: 'entity-created'; readonly by: 'rule' | 'admin' }
    | { readonly kind: 'entity-renamed'; readonly from: string; readonly by: 'group' | 'admin'; readonly group: string | null }
    | { readonly kind: 'entity-deleted' }
    /** A rule took over an entity that was there before any group (I4). */
    | { readonly kind: 'entity-taken-over'; readonly group: string }
  );

export type NoticeEffect = Base &
  (
    | { readonly kind: 'name-kept'; readonly type: EntityType; readonly name: string; readonly wanted: string; readonly group: string }
    | { readonly kind: 'unknown-members-ignored'; readonly group: string; readonly members: readonly string[] }
    | { readonly kind: 'attribute-ignored'; readonly userName: string; readonly concurrencyGroup: string }
    | { readonly kind: 'name-ignored'; readonly userName: string }
    | { readonly kind: 'group-provisioning'; readonly on: boolean }
    | { readonly kind: 'rules-changed' }
  );

export type Effect = PersonEffect | GroupEffect | EntityEffect | NoticeEffect;
