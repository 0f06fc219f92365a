/** Events of formats.md section 1: what an identity provider pushes and what a vendor admin does, in the order that counts. */

export const entityTypes = ['Team', 'ConcurrencyGroup', 'SubOrganization'] as const;
export type EntityType = (typeof entityTypes)[number];

export const roles = ['Admin', 'User', 'Guest'] as const;
/** Highest first: Admin > User > Guest (vendor-behaviour.md section 6). */
export type Role = (typeof roles)[number];

export interface EntityRef {
  readonly type: EntityType;
  readonly name: string;
}

export type RuleSpec =
  | {
      readonly type: 'prefix';
      readonly pattern: string;
      readonly target: EntityType;
      readonly autoApprove: boolean;
      readonly priority: number;
    }
  | {
      readonly type: 'regex';
      readonly pattern: string;
      readonly target: EntityType;
      readonly autoApprove: boolean;
      readonly priority: number;
    }
  | { readonly type: 'matchAll'; readonly target: EntityType; readonly autoApprove: boolean; readonly priority: number };

export const conflictTypes = ['exclusiveGroup', 'exclusiveSubOrg', 'crossType'] as const;
export type ConflictType = (typeof conflictTypes)[number];

/** From the identity provider. Absent fields were not sent: they leave what is there as it is. */
export type ProviderEvent =
  | {
      readonly type: 'pushUser';
      readonly userName: string;
      readonly givenName?: string | undefined;
      readonly familyName?: string | undefined;
      readonly role?: Role | undefined;
      readonly active?: boolean | undefined;
      /** The vendor's `LambdatestGroup`: an existing concurrency group by name. */
      readonly concurrencyGroup?: string | undefined;
    }
  | { readonly type: 'deactivateUser'; readonly userName: string }
  | {
      readonly type: 'pushGroup';
      readonly displayName: string;
      readonly members?: readonly string[] | undefined;
      readonly roles?: readonly Role[] | undefined;
    }
  | { readonly type: 'renameGroup'; readonly displayName: string; readonly to: string }
  | { readonly type: 'addMembers' | 'removeMembers' | 'setMembers'; readonly displayName: string; readonly members: readonly string[] }
  | { readonly type: 'setGroupRoles'; readonly displayName: string; readonly roles: readonly Role[] }
  | { readonly type: 'deleteGroup'; readonly displayName: string }
  | { readonly type: 'sync' };

/** From a vendor admin's dashboard. */
export type AdminEvent =
  | { readonly type: 'createEntity' | 'deleteEntity'; readonly entity: EntityRef }
  | { readonly type: 'renameEntity'; readonly entity: EntityRef; readonly to: string }
  | { readonly type: 'approveMapping' | 'rejectMapping'; readonly displayName: string; readonly entity: EntityRef }
  | { readonly type: 'addRule' | 'removeRule'; readonly rule: RuleSpec }
  | {
      readonly type: 'resolveConflict';
      readonly userName: string;
      readonly use: 'current' | 'incoming';
      readonly conflictType?: ConflictType | undefined;
    }
  | { readonly type: 'assign' | 'unassign'; readonly userName: string; readonly entity: EntityRef }
  | { readonly type: 'setRole'; readonly userName: string; readonly role: Role }
  | { readonly type: 'setGroupProvisioning'; readonly on: boolean };

export type VendorEvent = ProviderEvent | AdminEvent;

/** What a generic RFC 7644 service provider also does and this vendor does not: not part of the scenario format. */
export type GenericEvent =
  | {
      readonly type: 'replaceUser';
      readonly userName: string;
      readonly to?: string | undefined;
      readonly givenName?: string | undefined;
      readonly familyName?: string | undefined;
    }
  | { readonly type: 'deleteUser'; readonly userName: string }
  /** Any `userName`, and 409 where it is taken. */
  | {
      readonly type: 'createUser';
      readonly userName: string;
      readonly givenName?: string | undefined;
      readonly familyName?: string | undefined;
      readonly role?: Role | undefined;
      readonly active?: boolean | undefined;
      readonly concurrencyGroup?: string | undefined;
    }
  /** A deleted group is gone: the next one of its name is another group. */
  | { readonly type: 'forgetDeletedGroup'; readonly displayName: string };
