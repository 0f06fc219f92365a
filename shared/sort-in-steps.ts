import { endsStep, type Steps } from './steps';

/** So many entries are sorted in one go. */
const run = 4096;

/** Sorted as `Array.prototype.sort` does it, entries that are equal in the order given: short runs first, which are then merged. */
export function* sortInSteps<T>(entries: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let from: T[] = [];
  for (let start = 0; start < entries.length; start += run) {
    for (const entry of entries.slice(start, start + run).sort(compare)) from.push(entry);
    yield;
  }
  let to: T[] = new Array(from.length);
  for (let width = run; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at += 1) {
        const takesLeft = left < middle && (right === end || compare(from[left] as T, from[right] as T) <= 0);
        to[at] = from[takesLeft ? left++ : right++] as T;
        if (endsStep(at)) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
