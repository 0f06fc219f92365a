import type { Bundle } from './bundle-format';
import { bundleParts, recordsOf } from './records';

/** Whether a text occurs in the file, plain or percent-encoded, whatever the case. */
export interface Occurrences {
  readonly text: string;
  readonly count: number;
  /** Characters that were looked through. */
  readonly searched: number;
  /** Where, the first ones. */
  readonly places: readonly { readonly path: string; readonly excerpt: string }[];
}

/** Places that are shown; one is enough to know. */
const placesShown = 5;
const excerptAround = 60;

/**
 * Looks for a text in the whole file as it would be written, without case: as JSON spells it, and percent-encoded as an address does
 * (RFC 3986 section 2.1). `count` 0 is the proof that it is not there.
 */
export function lookFor(bundle: Bundle, file: string, text: string): Occurrences {
  const wanted = text.trim();
  const spellings = [
    ...new Set([JSON.stringify(wanted).slice(1, -1), encodeURIComponent(wanted)].map((spelling) => spelling.toLowerCase())),
  ];
  const whole = file.toLowerCase();
  const count = spellings.reduce((sum, spelling) => sum + occurrences(whole, spelling), 0);
  return { text: wanted, count, searched: file.length, places: count === 0 ? [] : placesOf(bundle, spellings) };
}

function occurrences(whole: string, part: string): number {
  let count = 0;
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + part.length)) count += 1;
  return count;
}

function placesOf(bundle: Bundle, spellings: readonly string[]): Occurrences['places'] {
  const places: { readonly path: string; readonly excerpt: string }[] = [];
  for (const part of bundleParts)
    for (const { path, value } of recordsOf(bundle, part)) {
      const json = JSON.stringify(value);
      const lower = json.toLowerCase();
      const at = Math.max(...spellings.map((spelling) => lower.indexOf(spelling)));
      if (at === -1) continue;
      places.push({ path, excerpt: json.slice(Math.max(0, at - excerptAround), at + excerptAround) });
      if (places.length === placesShown) return places;
    }
  return places;
}
