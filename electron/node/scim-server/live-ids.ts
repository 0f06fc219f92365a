/** Ids of the records that are there, ascending: what a list without a filter pages through. */
export class LiveIds {
  private readonly ids: number[] = [];

  get size(): number {
    return this.ids.length;
  }

  /** New ids are the highest, so that adding is an append; a restored group goes back to its place. */
  add(id: number): void {
    const last = this.ids.at(-1);
    if (last === undefined || last < id) this.ids.push(id);
    else {
      const at = this.placeOf(id);
      if (this.ids[at] !== id) this.ids.splice(at, 0, id);
    }
  }

  remove(id: number): void {
    const at = this.placeOf(id);
    if (this.ids[at] === id) this.ids.splice(at, 1);
  }

  slice(from: number, to: number): readonly number[] {
    return this.ids.slice(from, to);
  }

  all(): readonly number[] {
    return this.ids;
  }

  private placeOf(id: number): number {
    let low = 0;
    let high = this.ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.ids[middle] as number) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
