import { compareText } from '../../../shared/vendor/names';

/** Sorts by a key that is made once an entry; entries with the same key keep their order, in both directions. */
export function sortByKey<Entry>(entries: Iterable<Entry>, key: (entry: Entry) => string | number, descending: boolean): Entry[] {
  const sign = descending ? -1 : 1;
  const keyed = Array.from(entries, (entry) => ({ entry, key: key(entry) }));
  keyed.sort((a, b) => sign * compareKeys(a.key, b.key));
  return keyed.map(({ entry }) => entry);
}

export const compareKeys = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
