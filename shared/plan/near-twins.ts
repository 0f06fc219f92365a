import type { AssumptionSettings } from '../vendor/assumptions';
import { compareText, nameKey } from '../vendor/names';

export type TwinDifference = 'case' | 'spaces' | 'separators' | 'dots' | 'quotes' | 'invisible characters' | 'look-alike characters';

export interface NearTwins {
  /** Sorted; two or more. */
  readonly names: readonly string[];
  readonly differ: readonly TwinDifference[];
  /** The vendor takes them for one name: the second push is refused with 409 (A10). */
  readonly sameToVendor: boolean;
}

/** Steps that take names to what a reader sees; two names that differ before a step and not after it differ by that. */
const steps: readonly (readonly [TwinDifference, (text: string) => string])[] = [
  ['invisible characters', (text) => text.replace(/\p{Cf}/gu, '')],
  ['look-alike characters', (text) => text.normalize('NFKC')],
  ['case', (text) => text.toLowerCase()],
  ['quotes', (text) => text.replace(/["'`´‘’‚“”„«»]/g, '')],
  ['spaces', (text) => text.replace(/\s+/gu, ' ').trim()],
  ['separators', (text) => text.replace(/[\s_-]+/gu, '-')],
  ['dots', (text) => text.replace(/[.,·]/g, '')],
];

/** Names that people mix up: the same but for case, spaces, separators, dots, quotes or what cannot be seen. */
export function findNearTwins(names: Iterable<string>, settings: AssumptionSettings): readonly NearTwins[] {
  const byLook = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const look = steps.reduce((text, [, step]) => step(text), name);
    const known = byLook.get(look);
    if (known === undefined) byLook.set(look, [name]);
    else known.push(name);
  }
  return [...byLook.values()]
    .filter((twins) => twins.length > 1)
    .map((twins): NearTwins => {
      twins.sort(compareText);
      return {
        names: twins,
        differ: differencesOf(twins),
        sameToVendor: new Set(twins.map((name) => nameKey(settings, name))).size < twins.length,
      };
    })
    .sort((a, b) => compareText(a.names[0] ?? '', b.names[0] ?? ''));
}

/** A difference counts when the names stay apart without its step; of two steps that each suffice, the earlier is told. */
function differencesOf(names: readonly string[]): readonly TwinDifference[] {
  const apart = (left: readonly string[]): boolean => new Set(left).size > 1;
  const needed = steps.filter(([without]) =>
    apart(names.map((name) => steps.reduce((text, [difference, step]) => (difference === without ? text : step(text)), name))),
  );
  const enough = needed.length > 0 ? needed : steps.filter(([, step]) => !apart(names.map(step))).slice(0, 1);
  return enough.map(([difference]) => difference);
}
