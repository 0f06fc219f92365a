import type { ProviderEvent, Role } from './event';

export type PushUser = Extract<ProviderEvent, { type: 'pushUser' }>;
export type GroupEvent = Extract<ProviderEvent, { displayName: string }>;

/** A group as the identity provider has it, where the vendor lacks something of it. */
export interface HeldGroup {
  readonly name: string;
  /** Its name at the vendor; null while it is not there. */
  readonly vendorName: string | null;
  readonly members: readonly string[];
  /** undefined: none were sent, those at the vendor stay. */
  readonly roles: readonly Role[] | undefined;
  /** Deleted at the provider, which the vendor has not taken yet. */
  readonly gone: boolean;
}

/**
 * What the identity provider holds and the vendor does not have, because it refused it: a `sync` pushes all of it again
 * (formats.md section 1). Oldest refusal first. A fork shares the tables until it writes.
 */
export class HeldPushes {
  private shared: boolean;

  constructor(
    private userTable: Map<string, PushUser> = new Map(),
    private groupTable: Map<string, HeldGroup> = new Map(),
    shared = false,
  ) {
    this.shared = shared;
  }

  fork(): HeldPushes {
    return new HeldPushes(this.userTable, this.groupTable, true);
  }

  get users(): ReadonlyMap<string, PushUser> {
    return this.userTable;
  }

  get groups(): ReadonlyMap<string, HeldGroup> {
    return this.groupTable;
  }

  /** null takes the record away; another key keeps the record's place. */
  setUser(key: string, push: PushUser | null): void {
    this.own();
    if (push === null) this.userTable.delete(key);
    else this.userTable.set(key, push);
  }

  setGroup(key: string, group: HeldGroup | null, was = key): void {
    this.own();
    if (group === null) this.groupTable.delete(key);
    else if (was === key) this.groupTable.set(key, group);
    else this.groupTable = new Map([...this.groupTable].map(([old, held]) => (old === was ? [key, group] : [old, held])));
  }

  private own(): void {
    if (!this.shared) return;
    this.userTable = new Map(this.userTable);
    this.groupTable = new Map(this.groupTable);
    this.shared = false;
  }
}
