import Papa from 'papaparse';

export type CsvDelimiter = ',' | ';' | '\t';

export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

export interface CsvRows {
  readonly rows: readonly CsvRow[];
  /** Lines on which a quoted field starts that never ends, or ends in the middle. */
  readonly brokenLines: readonly number[];
  /** The first line that was not read because too many lines before it were broken. */
  readonly gaveUpAtLine: number | null;
}

/** Each broken line costs a fresh start after it; more than this is not a CSV. */
const maxRestarts = 200;

/**
 * Rows of a CSV (RFC 4180, any line ends) with the line each starts on. A quote that never closes spoils its own line only:
 * reading starts again on the next one. Empty lines are left out.
 */
export function readCsvRows(source: string, delimiter: CsvDelimiter): CsvRows {
  // The line stays, empty, so that the others keep their numbers.
  const marked = separatorLine.test(source) ? source.replace(separatorLine, '\n') : source;
  const text = marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked;
  const hasQuotes = text.includes('"');
  const rows: CsvRow[] = [];
  const brokenLines: number[] = [];
  let offset = 0;
  let line = 1;
  for (let restart = 0; ; restart += 1) {
    if (restart > maxRestarts) return { rows, brokenLines, gaveUpAtLine: line };
    const rest = offset === 0 ? text : text.slice(offset);
    const parsed = Papa.parse<string[]>(rest, { delimiter, newline: '\n', skipEmptyLines: false });
    const brokenRows = new Set(parsed.errors.filter((error) => error.type === 'Quotes').map((error) => error.row));
    const start = line;
    let restartLine: number | null = null;
    for (let index = 0; index < parsed.data.length; index += 1) {
      const fields = parsed.data[index] ?? [];
      const height = hasQuotes ? lineBreaks(fields) : 0;
      if (brokenRows.has(index)) {
        brokenLines.push(line);
        if (height > 0) {
          restartLine = line + 1;
          break;
        }
      } else if (fields.length > 1 || (fields[0] ?? '').trim() !== '') rows.push({ line, fields });
      line += 1 + height;
    }
    if (restartLine === null) return { rows, brokenLines, gaveUpAtLine: null };
    offset = offsetOfLine(text, offset, restartLine - start);
    line = restartLine;
  }
}

/** `sep=;` in the first line, by which Excel is told the delimiter: no row, and no header. */
const separatorLine = /^\uFEFF?"?sep=([,;\t])"?[^\S\t\r\n]*(?:\r\n?|\n|$)/i;

/** The delimiter that splits the header into the most columns; a comma when there is only one column. */
export function detectDelimiter(text: string): CsvDelimiter {
  const named = separatorLine.exec(text)?.[1];
  if (named === ',' || named === ';' || named === '\t') return named;
  const header =
    text
      .slice(0, 65_536)
      .trimStart()
      .split(/\r\n?|\n/, 1)[0] ?? '';
  const unquoted = header.replace(/"[^"]*"/g, '');
  const count = (delimiter: CsvDelimiter): number => unquoted.split(delimiter).length;
  const delimiters = [',', ';', '\t'] as const;
  return delimiters.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function lineBreaks(fields: readonly string[]): number {
  let count = 0;
  for (const field of fields) {
    for (let at = field.indexOf('\n'); at !== -1; at = field.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

function offsetOfLine(text: string, from: number, lines: number): number {
  let offset = from;
  for (let i = 0; i < lines; i += 1) {
    const at = text.indexOf('\n', offset);
    if (at === -1) return text.length;
    offset = at + 1;
  }
  return offset;
}
