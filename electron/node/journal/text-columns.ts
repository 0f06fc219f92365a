/** Of all tables: what holds text. */
const textColumns: ReadonlySet<string> = new Set([
  ...['value', 'checksum', 'body', 'events'],
  ...['method', 'path', 'query', 'scim_type', 'client', 'people', 'group_name', 'request_text', 'response_text', 'details'],
]);

type Cell = string | number | null | Uint8Array | ArrayBuffer;

/** Numbers of rows, which SQLite keeps as such. */
const rowNumbers: ReadonlySet<string> = new Set(['id', 'seq']);

/**
 * A list of columns as it is asked for. The binding ends the whole process where a text is not UTF-8, as one flipped bit makes it (libsql
 * 0.5.29): texts are read as bytes, and become texts in `withTexts`; and no number is read as a text. `table` is put before each name,
 * such as `x.`.
 */
export const readable = (columns: string, table = ''): string =>
  columns
    .split(', ')
    .map((name) =>
      rowNumbers.has(name) ? `${table}${name}` : `CAST(${table}${name} AS ${textColumns.has(name) ? 'BLOB' : 'INTEGER'}) AS ${name}`,
    )
    .join(', ');

/** Shows what is not UTF-8 as U+FFFD. */
const shown = new TextDecoder('utf-8', { ignoreBOM: true });
const exact = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** A row of `readable` with its texts. A packed row's `details` are no text and stay bytes. */
export const withTexts = <T extends object>(row: object): T => decoded(row, shown) as T;

/** The same; null where a text is not UTF-8, and so not as it was written. */
export function withExactTexts<T extends object>(row: object): T | null {
  try {
    return decoded(row, exact) as T;
  } catch {
    return null;
  }
}

function decoded(row: object, decoder: TextDecoder): object {
  const cells = row as Record<string, Cell>;
  for (const name in cells) {
    const cell = cells[name];
    // The binding gives one row's bytes as a Buffer, those of many rows as an ArrayBuffer.
    if (typeof cell === 'object' && cell !== null && textColumns.has(name) && !isPack(cells, name)) cells[name] = decoder.decode(cell);
  }
  return cells;
}

const isPack = (cells: Readonly<Record<string, Cell>>, name: string): boolean => name === 'details' && cells['removal'] === 0;
