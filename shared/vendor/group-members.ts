/** Who is in a group, as person ids in the order of joining. */
export interface GroupMembers extends Iterable<number> {
  readonly size: number;
  has(personId: number): boolean;
  /** All of them; not to be kept, for the next change may show in it. */
  ids(): readonly number[];
}

/**
 * A list until somebody is asked for or leaves, a set from then on. Most groups are only ever filled and read from end to end, and a
 * million entries of sets cost more to make than all else about joining; whether somebody is in already, `Memberships` knows too.
 */
export class WritableMembers implements GroupMembers {
  private members: number[] | Set<number>;

  /** None of them twice. */
  constructor(personIds: readonly number[] = []) {
    this.members = [...personIds];
  }

  get size(): number {
    return Array.isArray(this.members) ? this.members.length : this.members.size;
  }

  has(personId: number): boolean {
    return this.asSet().has(personId);
  }

  ids(): readonly number[] {
    return Array.isArray(this.members) ? this.members : [...this.members];
  }

  [Symbol.iterator](): IterableIterator<number> {
    return this.members[Symbol.iterator]();
  }

  /** None of them is in the group yet. */
  append(personIds: readonly number[]): void {
    if (!Array.isArray(this.members)) for (const id of personIds) this.members.add(id);
    else if (this.members.length === 0) this.members = [...personIds];
    else for (const id of personIds) this.members.push(id);
  }

  /** Whether the person was in the group. */
  delete(personId: number): boolean {
    return this.asSet().delete(personId);
  }

  private asSet(): Set<number> {
    if (Array.isArray(this.members)) this.members = new Set(this.members);
    return this.members;
  }
}
