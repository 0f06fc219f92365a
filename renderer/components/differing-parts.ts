/** A piece of a text, and whether the other text lacks it. */
export interface TextPart {
  readonly text: string;
  readonly differs: boolean;
}

export interface DifferingParts {
  readonly first: readonly TextPart[];
  readonly second: readonly TextPart[];
}

/** Cells of the comparison table: beyond that only the common beginning and end are told apart, so that pasted books stay quick. */
const mostCells = 250_000;

/** A shorter run of equal characters inside a difference is chance, and would only make it harder to read. */
const shortestRun = 3;

type Keep = readonly boolean[];

/** Which characters of each text belong to a longest common subsequence (Wagner and Fischer's table, walked back). */
function commonCharacters(a: readonly string[], b: readonly string[]): { readonly a: Keep; readonly b: Keep } {
  const keepA = a.map(() => false);
  const keepB = b.map(() => false);
  const width = b.length + 1;
  if ((a.length + 1) * width > mostCells) return { a: keepA, b: keepB };
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      keepA[i] = true;
      keepB[j] = true;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  dropShortRuns(keepA, keepB);
  return { a: keepA, b: keepB };
}

/** The n-th kept character of one text pairs with the n-th of the other; a run counts where both sides are unbroken. */
function dropShortRuns(keepA: boolean[], keepB: boolean[]): void {
  const placesA = keepA.flatMap((kept, place) => (kept ? [place] : []));
  const placesB = keepB.flatMap((kept, place) => (kept ? [place] : []));
  let from = 0;
  for (let n = 1; n <= placesA.length; n += 1) {
    const unbroken = n < placesA.length && placesA[n] === (placesA[n - 1] ?? 0) + 1 && placesB[n] === (placesB[n - 1] ?? 0) + 1;
    if (unbroken) continue;
    if (n - from < shortestRun) {
      for (let drop = from; drop < n; drop += 1) {
        keepA[placesA[drop] ?? 0] = false;
        keepB[placesB[drop] ?? 0] = false;
      }
    }
    from = n;
  }
}

function partsOf(before: string, middle: readonly string[], keep: Keep, after: string): readonly TextPart[] {
  const parts: { text: string; differs: boolean }[] = [];
  const add = (text: string, differs: boolean) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.differs === differs) last.text += text;
    else parts.push({ text, differs });
  };
  add(before, false);
  for (const [index, character] of middle.entries()) add(character, keep[index] !== true);
  add(after, false);
  return parts;
}

/** Splits two texts into what they share and what differs, never inside a code point. */
export function differingParts(first: string, second: string): DifferingParts {
  const a = Array.from(first);
  const b = Array.from(second);
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const before = a.slice(0, start).join('');
  const after = a.slice(a.length - end).join('');
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  const keep = commonCharacters(middleA, middleB);
  return { first: partsOf(before, middleA, keep.a, after), second: partsOf(before, middleB, keep.b, after) };
}
