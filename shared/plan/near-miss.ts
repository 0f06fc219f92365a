import type { RuleSpec } from '../vendor/event';
import { compileRule } from '../vendor/rules';

/** What would have had to be otherwise for a rule to match a name. */
export type NearMiss =
  /** A regex that would match if case did not count. */
  | { readonly kind: 'case' }
  /** White space at an end of the name, or invisible characters in it. */
  | { readonly kind: 'spaces' }
  /** Another separator than the pattern's: `eng_backend` for `eng-`. */
  | { readonly kind: 'separator'; readonly found: string; readonly wanted: string }
  /** The pattern is in the name, but not where it must be. */
  | { readonly kind: 'position' }
  /** So many letters differ. */
  | { readonly kind: 'spelling'; readonly found: string; readonly edits: number };

/** How near a rule came to matching a name that it does not match; null where it is not near at all. */
export function nearMiss(rule: RuleSpec, displayName: string): NearMiss | null {
  switch (rule.type) {
    case 'matchAll':
      return null;
    case 'prefix':
      return prefixMiss(rule.pattern, displayName);
    case 'regex':
      return regexMiss(rule, displayName);
  }
}

function prefixMiss(pattern: string, displayName: string): NearMiss | null {
  const wanted = pattern.toLowerCase();
  const name = displayName.toLowerCase();
  if (wanted === '' || name.startsWith(wanted)) return null;
  if (tidy(name).startsWith(wanted)) return { kind: 'spaces' };
  const head = name.slice(0, wanted.length);
  if (sameButSeparators(head, wanted)) {
    const at = [...wanted].findIndex((character, index) => character !== head[index]);
    return { kind: 'separator', found: head[at] ?? '', wanted: wanted[at] ?? '' };
  }
  if (wanted.length >= 2 && name.includes(wanted)) return { kind: 'position' };
  // A pattern of two letters is near everything: one edit a four letters.
  const allowed = Math.min(2, Math.floor(wanted.length / 3));
  if (allowed === 0) return null;
  let best: NearMiss | null = null;
  let fewest = allowed + 1;
  for (const length of lengthsAround(wanted.length, allowed, name.length)) {
    const found = name.slice(0, length);
    const edits = editDistance(found, wanted, allowed);
    if (edits < fewest) {
      fewest = edits;
      best = { kind: 'spelling', found: displayName.slice(0, length), edits };
    }
  }
  return best;
}

/** The wanted length first, then those nearest to it. */
function lengthsAround(wanted: number, most: number, available: number): readonly number[] {
  const lengths = [wanted];
  for (let away = 1; away <= most; away += 1) lengths.push(wanted - away, wanted + away);
  return lengths.filter((length) => length >= 1 && length <= available);
}

function regexMiss(rule: Extract<RuleSpec, { type: 'regex' }>, displayName: string): NearMiss | null {
  const matches = (pattern: string, name: string): boolean => {
    const compiled = compileRule({ ...rule, pattern });
    return compiled.ok && compiled.value.matches(name);
  };
  const { pattern } = rule;
  if (matches(pattern, displayName)) return null;
  if (matches(pattern, tidy(displayName))) return { kind: 'spaces' };
  if (matches(`(?i)${pattern}`, displayName)) return { kind: 'case' };
  for (const [found, wanted] of separatorSwaps(displayName))
    if (matches(`(?i)${pattern}`, displayName.replaceAll(found, wanted))) return { kind: 'separator', found, wanted };
  const free = pattern.replace(/^\^|(?<!\\)\$$/g, '');
  if (free !== pattern && matches(`(?i)${free}`, displayName)) return { kind: 'position' };
  return null;
}

const separators = ['-', '_', ' ', '.', '/'] as const;

function* separatorSwaps(name: string): Generator<readonly [string, string], void, void> {
  for (const found of separators) {
    if (!name.includes(found)) continue;
    for (const wanted of separators) if (wanted !== found) yield [found, wanted];
  }
}

const withOneSeparator = (text: string): string => text.replace(/[-_ ./]/g, '-');

const sameButSeparators = (a: string, b: string): boolean =>
  a.length === b.length && a !== b && withOneSeparator(a) === withOneSeparator(b);

const tidy = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Levenshtein distance, given up beyond `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
