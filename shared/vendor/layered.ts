/**
 * Storage that forks: a child layer reads through to its parent and keeps only what it wrote itself, so that a what-if
 * costs what it changes. The parent must not change while a child is in use; `Organisation` watches over that.
 */

/** What a layer is made for: a whole run, or a single change on top of one. */
export type ExpectedWrites = 'many' | 'few';

/** Records by dense id, 0 … size − 1, in order of creation. */
export class LayeredTable<T extends object> {
  private readonly own: (T | null | undefined)[];
  private count: number;

  constructor(
    private readonly parent: LayeredTable<T> | null = null,
    writes: ExpectedWrites = 'many',
  ) {
    this.count = parent === null ? 0 : parent.count;
    // Allocated whole for many writes: writing far into an empty array turns it into a dictionary, small but slow.
    this.own = writes === 'many' ? new Array(this.count) : [];
  }

  get size(): number {
    return this.count;
  }

  get(id: number): T | undefined {
    const mine = this.own[id];
    if (mine !== undefined) return mine ?? undefined;
    return this.parent === null ? undefined : this.parent.get(id);
  }

  /** True when this layer holds its own copy, which it may then change in place. */
  owns(id: number): boolean {
    return this.own[id] != null;
  }

  set(id: number, record: T): void {
    this.own[id] = record;
  }

  add(record: T): number {
    this.own[this.count] = record;
    this.count += 1;
    return this.count - 1;
  }

  remove(id: number): void {
    this.own[id] = null;
  }

  *values(): IterableIterator<T> {
    for (let id = 0; id < this.count; id += 1) {
      const record = this.get(id);
      if (record !== undefined) yield record;
    }
  }

  /** Ids that this layer wrote, in order. */
  *written(): IterableIterator<number> {
    for (let id = 0; id < this.count; id += 1) if (this.own[id] !== undefined) yield id;
  }
}

/** A layer that has written a name for each so many below it takes those over: from then on one look is enough. */
const namesBelowPerOwn = 8;

/** Name → id. */
export class LayeredIndex {
  private own = new Map<string, number | null>();
  /** Names in the layers below, those that are hidden or removed since counted too. */
  private readonly below: number;

  constructor(private parent: LayeredIndex | null = null) {
    this.below = parent === null ? 0 : parent.below + parent.own.size;
  }

  get(key: string): number | undefined {
    const mine = this.own.get(key);
    if (mine !== undefined) return mine ?? undefined;
    return this.parent === null ? undefined : this.parent.get(key);
  }

  set(key: string, id: number): void {
    this.own.set(key, id);
    if (this.parent !== null && this.own.size * namesBelowPerOwn > this.below) this.flatten();
  }

  remove(key: string): void {
    if (this.parent === null) this.own.delete(key);
    else this.own.set(key, null);
  }

  /** Costs what was written so far, some eight times over, and once. Looking for a million members in two layers costs more. */
  private flatten(): void {
    const layers: LayeredIndex[] = [];
    for (let layer: LayeredIndex | null = this; layer !== null; layer = layer.parent) layers.push(layer);
    const all = new Map<string, number | null>();
    for (const layer of layers.reverse())
      for (const [key, id] of layer.own) {
        if (id === null) all.delete(key);
        else all.set(key, id);
      }
    this.own = all;
    this.parent = null;
  }
}
