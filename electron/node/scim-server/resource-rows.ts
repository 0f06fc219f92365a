import type { JsonObject } from '../../../shared/scim/json';

/** As a snapshot has it: created, modified, version, attributes. */
export interface StoredRow {
  readonly c: number;
  readonly m: number;
  readonly v: number;
  readonly a?: JsonObject;
}

/**
 * What SCIM keeps of each resource of a type besides the organisation's own record (RFC 7643 section 3.1), by its number. In columns:
 * an object each would be four times as large.
 */
export class ResourceRows {
  private createdAt = new Float64Array(64);
  private modifiedAt = new Float64Array(64);
  /** 0: there is no such resource. */
  private versions = new Uint32Array(64);
  private readonly kept = new Map<number, JsonObject>();
  private count = 0;

  has(id: number): boolean {
    return this.version(id) > 0;
  }

  created(id: number): number {
    return this.createdAt[id] ?? 0;
  }

  modified(id: number): number {
    return this.modifiedAt[id] ?? 0;
  }

  /** Counts changes of the representation: the entity tag. */
  version(id: number): number {
    return this.versions[id] ?? 0;
  }

  attributes(id: number): JsonObject | null {
    return this.kept.get(id) ?? null;
  }

  add(id: number, at: number): void {
    this.write(id, { c: at, m: at, v: 1 });
  }

  remove(id: number): void {
    this.versions[id] = 0;
    this.kept.delete(id);
  }

  touch(id: number, at: number): void {
    if (!this.has(id)) return;
    this.modifiedAt[id] = at;
    this.versions[id] = this.version(id) + 1;
  }

  keep(id: number, attributes: JsonObject | null): void {
    if (attributes === null) this.kept.delete(id);
    else this.kept.set(id, attributes);
  }

  store(): readonly (StoredRow | null)[] {
    return Array.from({ length: this.count }, (_, id) => {
      if (!this.has(id)) return null;
      const a = this.kept.get(id);
      return { c: this.created(id), m: this.modified(id), v: this.version(id), ...(a === undefined ? {} : { a }) };
    });
  }

  restore(rows: readonly (StoredRow | null)[]): void {
    this.grow(rows.length);
    for (const [id, row] of rows.entries()) {
      if (row === null) this.remove(id);
      else this.write(id, row);
    }
  }

  private write(id: number, { c, m, v, a }: StoredRow): void {
    this.grow(id + 1);
    this.createdAt[id] = c;
    this.modifiedAt[id] = m;
    this.versions[id] = v;
    this.keep(id, a ?? null);
  }

  private grow(length: number): void {
    this.count = Math.max(this.count, length);
    if (length <= this.versions.length) return;
    // Half as much again: what is not used yet costs memory too.
    const size = Math.max(length, Math.ceil(this.versions.length * 1.5));
    this.createdAt = copied(this.createdAt, new Float64Array(size));
    this.modifiedAt = copied(this.modifiedAt, new Float64Array(size));
    this.versions = copied(this.versions, new Uint32Array(size));
  }
}

function copied<T extends Float64Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
