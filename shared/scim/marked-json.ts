/** How a line stands to what was there before. `removed` lines are shown although they are gone. */
export type Mark = 'same' | 'added' | 'removed' | 'changed' | 'ignored';

export interface MarkedLine {
  readonly depth: number;
  readonly text: string;
  readonly mark: Mark;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Runs of unchanged list entries longer than this are shown as one line: a group of 10,000 stays readable. */
const longRun = 6;

/** The value as formatted lines, each marked by how it differs from `before`; undefined where there is nothing to compare with. */
export function markJson(value: unknown, before?: unknown): readonly MarkedLine[] {
  const lines: MarkedLine[] = [];
  print(lines, 0, '', value as Json, before as Json | undefined, before === undefined ? 'same' : null, '');
  return lines;
}

/** `fixed`: the whole subtree has this mark; null: it is compared. */
function print(
  lines: MarkedLine[],
  depth: number,
  label: string,
  value: Json,
  before: Json | undefined,
  fixed: Mark | null,
  end: string,
): void {
  if (isObject(value)) printObject(lines, depth, label, value, before, fixed, end);
  else if (isList(value)) printList(lines, depth, label, value, before, fixed, end);
  else {
    const mark = fixed ?? (before === undefined ? 'added' : value === before ? 'same' : 'changed');
    lines.push({ depth, text: `${label}${JSON.stringify(value)}${end}`, mark });
  }
}

function printObject(
  lines: MarkedLine[],
  depth: number,
  label: string,
  value: JsonObject,
  before: Json | undefined,
  fixed: Mark | null,
  end: string,
): void {
  const old = isObject(before) ? before : undefined;
  const inner = fixed ?? (old === undefined ? (before === undefined ? 'added' : 'changed') : null);
  const keys = Object.keys(value);
  const gone = inner === null && old !== undefined ? Object.keys(old).filter((key) => !Object.hasOwn(value, key)) : [];
  const bracket = fixed ?? (inner === 'added' || inner === 'changed' ? inner : 'same');
  if (keys.length + gone.length === 0) {
    lines.push({ depth, text: `${label}{}${end}`, mark: bracket });
    return;
  }
  lines.push({ depth, text: `${label}{`, mark: bracket });
  for (const [at, key] of keys.entries()) {
    const comma = at < keys.length - 1 ? ',' : '';
    print(
      lines,
      depth + 1,
      `${JSON.stringify(key)}: `,
      value[key] as Json,
      old !== undefined && Object.hasOwn(old, key) ? old[key] : undefined,
      inner,
      comma,
    );
  }
  for (const key of gone) print(lines, depth + 1, `${JSON.stringify(key)}: `, old?.[key] as Json, undefined, 'removed', '');
  lines.push({ depth, text: `}${end}`, mark: bracket });
}

function printList(
  lines: MarkedLine[],
  depth: number,
  label: string,
  value: readonly Json[],
  before: Json | undefined,
  fixed: Mark | null,
  end: string,
): void {
  const old = isList(before) ? before : undefined;
  const inner = fixed ?? (old === undefined ? (before === undefined ? 'added' : 'changed') : null);
  const oldByKey = new Map((inner === null ? (old ?? []) : []).map((entry, at) => [keyOf(entry, at), entry]));
  const bracket = inner ?? 'same';
  const present = new Set(value.map(keyOf));
  const gone = [...oldByKey].filter(([key]) => !present.has(key)).map(([, entry]) => entry);
  if (value.length + gone.length === 0) {
    lines.push({ depth, text: `${label}[]${end}`, mark: bracket });
    return;
  }
  lines.push({ depth, text: `${label}[`, mark: bracket });
  const entries = value.map((entry, at) => {
    const own: MarkedLine[] = [];
    print(own, depth + 1, '', entry, oldByKey.get(keyOf(entry, at)), inner, at < value.length - 1 ? ',' : '');
    return own;
  });
  for (const own of shortened(entries, depth + 1)) lines.push(...own);
  for (const entry of gone) print(lines, depth + 1, '', entry, undefined, 'removed', '');
  lines.push({ depth, text: `]${end}`, mark: bracket });
}

/** Members are the same by their id, wherever they stand; what has no id is the same by its place. */
function keyOf(entry: Json, at: number): string {
  if (!isObject(entry)) return isList(entry) ? `#${at}` : JSON.stringify(entry);
  const id = entry['value'] ?? entry['id'];
  return typeof id === 'string' ? id : `#${at}`;
}

function shortened(entries: readonly (readonly MarkedLine[])[], depth: number): readonly (readonly MarkedLine[])[] {
  const shown: (readonly MarkedLine[])[] = [];
  let run: (readonly MarkedLine[])[] = [];
  const endRun = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length > longRun && first !== undefined && last !== undefined) {
      const text = `… ${(run.length - 2).toLocaleString('en-GB')} more`;
      shown.push(first, [{ depth, text, mark: 'same' }], last);
    } else shown.push(...run);
    run = [];
  };
  for (const entry of entries) {
    if (entry.every((line) => line.mark === 'same')) run.push(entry);
    else {
      endRun();
      shown.push(entry);
    }
  }
  endRun();
  return shown;
}
