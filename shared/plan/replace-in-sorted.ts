/**
 * A sorted list with some entries taken out and others put in: what was sorted is not sorted again. `comes` is sorted too; an
 * entry that comes stands behind the ones that it equals.
 */
export function replaceInSorted<T>(
  list: readonly T[],
  goes: (entry: T) => boolean,
  comes: readonly T[],
  compare: (a: T, b: T) => number,
): readonly T[] {
  const stays = list.filter((entry) => !goes(entry));
  if (comes.length === 0) return stays.length === list.length ? list : stays;
  const found: T[] = [];
  let at = 0;
  for (const entry of comes) {
    const end = behind(stays, at, entry, compare);
    for (; at < end; at += 1) found.push(stays[at] as T);
    found.push(entry);
  }
  for (; at < stays.length; at += 1) found.push(stays[at] as T);
  return found;
}

/** The first place from `from` on whose entry comes after this one. */
function behind<T>(list: readonly T[], from: number, entry: T, compare: (a: T, b: T) => number): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(list[middle] as T, entry) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
