/** One place where two JSON documents differ; `missing` where one side has nothing there. */
export interface JsonDifference {
  /** JSON path, such as `people[3].after.role`. */
  readonly path: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** More than these nobody reads; the first ones tell what it is about. */
const maxDifferences = 200;

/** Where `found` differs from `expected`, in document order. Order of fields counts: plans are compared byte for byte. */
export function jsonDifferences(expected: unknown, found: unknown): readonly JsonDifference[] {
  const differences: JsonDifference[] = [];
  compare(expected, found, '', differences);
  return differences;
}

function compare(expected: unknown, found: unknown, path: string, differences: JsonDifference[]): void {
  if (differences.length >= maxDifferences || Object.is(expected, found)) return;
  if (Array.isArray(expected) && Array.isArray(found)) {
    for (let at = 0; at < Math.max(expected.length, found.length); at += 1) compare(expected[at], found[at], `${path}[${at}]`, differences);
    return;
  }
  if (isRecord(expected) && isRecord(found)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
    for (const key of keys) compare(own(expected, key), own(found, key), path === '' ? key : `${path}.${key}`, differences);
    if (Object.keys(expected).join('\n') !== Object.keys(found).join('\n') && differences.length < maxDifferences)
      differences.push({ path: `${path}: order of fields`, expected: Object.keys(expected), found: Object.keys(found) });
    return;
  }
  differences.push({ path, expected: shown(expected), found: shown(found) });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (record: Readonly<Record<string, unknown>>, key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined);
const shown = (value: unknown): unknown => (value === undefined ? 'missing' : value);
