import type { ConflictType, EntityRef } from './event';

/** Why the vendor refuses an event; `status` as vendor-behaviour.md sections 2, 3 and 7 give it. */
export type Refusal =
  | { readonly status: 400; readonly kind: 'in-other-organisation'; readonly userName: string }
  | { readonly status: 400; readonly kind: 'unknown-members'; readonly displayName: string; readonly members: readonly string[] }
  | { readonly status: 400; readonly kind: 'unknown-concurrency-group'; readonly userName: string; readonly concurrencyGroup: string }
  | { readonly status: 400; readonly kind: 'user-name-not-email'; readonly userName: string }
  | { readonly status: 400; readonly kind: 'invalid-rule'; readonly message: string }
  | { readonly status: 400; readonly kind: 'default-concurrency-group'; readonly name: string }
  | { readonly status: 403; readonly kind: 'group-provisioning-off'; readonly groups: number }
  | { readonly status: 403; readonly kind: 'type-not-enabled'; readonly entity: EntityRef }
  | { readonly status: 404; readonly kind: 'unknown-user'; readonly userName: string }
  | { readonly status: 404; readonly kind: 'unknown-group'; readonly displayName: string }
  | { readonly status: 404; readonly kind: 'unknown-entity'; readonly entity: EntityRef }
  | { readonly status: 404; readonly kind: 'unknown-mapping'; readonly displayName: string; readonly entity: EntityRef }
  | { readonly status: 404; readonly kind: 'unknown-rule' }
  | { readonly status: 404; readonly kind: 'no-conflict'; readonly userName: string; readonly type: ConflictType | null }
  | { readonly status: 400; readonly kind: 'several-conflicts'; readonly userName: string }
  | { readonly status: 409; readonly kind: 'group-exists'; readonly displayName: string; readonly existing: string }
  | { readonly status: 409; readonly kind: 'user-exists'; readonly userName: string }
  | { readonly status: 409; readonly kind: 'entity-exists'; readonly entity: EntityRef }
  | { readonly status: 409; readonly kind: 'entity-owned'; readonly entity: EntityRef; readonly owner: string };
