/** What a group gives those who are in it, as bits of one number. */
export const groupMark = {
  /** It claims a place: an approved mapping whose target is there. */
  claims: 1,
  role: 2,
  /** Roles that differ, of which one counts (A7). */
  differentRoles: 4,
} as const;

/**
 * The marks of groups by id, so that whoever goes through a person's groups reads the records of those alone that give something: most
 * do not, and their records lie all over memory. A fork shares the numbers until it writes.
 */
export class GroupMarks {
  constructor(
    private marks: Uint8Array = new Uint8Array(16),
    private shared = false,
  ) {}

  fork(): GroupMarks {
    return new GroupMarks(this.marks, true);
  }

  /** Whether the group has one of the marks. */
  has(groupId: number, mark: number): boolean {
    return ((this.marks[groupId] ?? 0) & mark) !== 0;
  }

  set(groupId: number, marks: number): void {
    if (marks === (this.marks[groupId] ?? 0)) return;
    if (this.shared || groupId >= this.marks.length) {
      const own = new Uint8Array(groupId < this.marks.length ? this.marks.length : 2 * (groupId + 1));
      own.set(this.marks);
      this.marks = own;
      this.shared = false;
    }
    this.marks[groupId] = marks;
  }
}
