import { none } from './model';
import { NameTable, PackedNames } from './name-table';

/** A layer that has written a name for each so many below it takes those over: from then on one table is enough. */
const namesBelowPerOwn = 8;

/** Used within one call only. */
const packed = new PackedNames();

/** `userName` → id, compared without case, in layers as in layered.ts. A name that a layer took away has `none` there. */
export class LayeredNames {
  private own = new NameTable();
  private readonly below: number;

  constructor(private parent: LayeredNames | null = null) {
    this.below = parent === null ? 0 : parent.below + parent.own.size;
  }

  get(name: string): number | undefined {
    packed.packOne(name);
    this.look();
    const id = packed.values[0] as number;
    return id < 0 ? undefined : id;
  }

  /** The id of each name, `none` for one that nobody has. */
  findAll(names: readonly string[]): readonly number[] {
    const ids = new Array<number>(names.length);
    for (let first = 0; first < names.length; first += packed.count) {
      packed.pack(names, first);
      this.look();
      for (let at = 0; at < packed.count; at += 1) ids[first + at] = Math.max(packed.values[at] as number, none);
    }
    return ids;
  }

  set(name: string, id: number): void {
    packed.packOne(name);
    this.own.set(packed.words, 0, packed.starts[1] as number, id);
    if (this.parent !== null && this.own.size * namesBelowPerOwn > this.below) this.flatten();
  }

  remove(name: string): void {
    this.set(name, none);
  }

  private look(): void {
    for (let layer: LayeredNames | null = this; layer !== null; layer = layer.parent) layer.own.fill(packed);
  }

  /** Costs what was written so far, some eight times over, and once. Looking for a million members in two layers costs more. */
  private flatten(): void {
    const layers: LayeredNames[] = [];
    for (let layer: LayeredNames | null = this; layer !== null; layer = layer.parent) layers.push(layer);
    const [bottom, ...others] = layers.reverse() as [LayeredNames, ...LayeredNames[]];
    const all = bottom.own.clone();
    for (const layer of others) all.takeOver(layer.own);
    this.own = all;
    this.parent = null;
  }
}
