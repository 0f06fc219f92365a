export interface DifferingPart {
  /** What both texts begin with. */
  readonly before: string;
  readonly first: string;
  readonly second: string;
  /** What both texts end with. */
  readonly after: string;
}

/** Splits two texts into their common beginning, what differs, and their common end, never inside a code point. */
export function differingPart(first: string, second: string): DifferingPart {
  const a = Array.from(first);
  const b = Array.from(second);
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return {
    before: a.slice(0, start).join(''),
    first: a.slice(start, a.length - end).join(''),
    second: b.slice(start, b.length - end).join(''),
    after: a.slice(a.length - end).join(''),
  };
}
