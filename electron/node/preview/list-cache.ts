import type { Slice } from '../../../shared/ipc/workspace-input';

/** Enough for the tables of one screen, each as it was sorted and filtered last. */
const kept = 8;

/** The last few orders of long lists, so that scrolling on sorts nothing anew. */
export class ListCache<Entry> {
  private readonly lists = new Map<string, readonly Entry[]>();

  /** `query` tells one list from another: how it is sorted, searched and filtered, without the place in it. */
  list(query: readonly unknown[], make: () => readonly Entry[]): readonly Entry[] {
    const key = JSON.stringify(query);
    const list = this.lists.get(key) ?? make();
    this.lists.delete(key);
    this.lists.set(key, list);
    for (const oldest of this.lists.keys()) {
      if (this.lists.size <= kept) break;
      this.lists.delete(oldest);
    }
    return list;
  }

  clear(): void {
    this.lists.clear();
  }
}

/** The part of a list that was asked for, each entry made into a row only then. */
export function sliceOf<Entry, Row>(
  list: readonly Entry[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
  row: (entry: Entry) => Row,
): Slice<Row> {
  return { total: list.length, offset, rows: list.slice(offset, offset + limit).map(row) };
}
