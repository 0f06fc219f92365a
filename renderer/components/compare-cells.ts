const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Order of two cell values: numbers by size, words as a person would file them (`team-2` before `team-10`), nothing last. */
export function compareCells(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
