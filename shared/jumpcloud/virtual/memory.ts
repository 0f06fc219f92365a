/** What JumpCloud remembers of the service from one sequence to the next: the ids it was answered, and what it sent last. */
export interface Memory {
  /** By e-mail in lower case. */
  readonly users: Map<string, KnownUser>;
  /** By name in lower case, as the service compares them (A10). */
  readonly groups: Map<string, KnownGroup>;
}

export interface KnownUser {
  readonly id: string;
  readonly userName: string;
  readonly active: boolean;
  readonly givenName: string;
  readonly familyName: string;
}

export interface KnownGroup {
  readonly id: string;
  readonly displayName: string;
  /** User ids. */
  readonly members: ReadonlySet<string>;
}

export const emptyMemory = (): Memory => ({ users: new Map(), groups: new Map() });

export const rememberedUser = (memory: Memory, email: string): KnownUser | undefined => memory.users.get(email.toLowerCase());
export const rememberedGroup = (memory: Memory, name: string): KnownGroup | undefined => memory.groups.get(name.toLowerCase());
