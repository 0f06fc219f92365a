import type { ExchangeRow } from './exchange-row';

/**
 * Rows of the log as bytes: each a line of JSON in which long texts are lengths, and then those texts as they are. Escaping an answer's
 * quotes and reading them again would cost more than all the rest of its row.
 */

/** In the order of `columns`: request_text, response_text, details. */
const textColumns = [16, 17, 18] as const;

/** So much is there from the start; a thousand reads of single users take some 800 KB. */
const firstBytes = 65_536;
/** What grew beyond this is given back when it was taken. */
const keptBytes = 2_097_152;

export class RowLines {
  private buffer = Buffer.allocUnsafeSlow(firstBytes);
  private end = 0;

  get bytes(): number {
    return this.end;
  }

  add(row: ExchangeRow): void {
    const head = row.slice();
    let texts = '';
    for (const column of textColumns) {
      const text = row[column];
      if (typeof text !== 'string') continue;
      head[column] = text.length;
      texts += text;
    }
    this.write(`${JSON.stringify(head)}\n${texts}`);
  }

  /** What was added since; to be read before anything else is added. */
  take(): Buffer {
    const taken = this.buffer.subarray(0, this.end);
    if (this.buffer.length > keptBytes) this.buffer = Buffer.allocUnsafeSlow(firstBytes);
    this.end = 0;
    return taken;
  }

  private write(text: string): void {
    // No character takes more than three bytes for each of its UTF-16 units.
    const most = this.end + 3 * text.length;
    if (most > this.buffer.length) this.grow(most);
    this.end += this.buffer.write(text, this.end);
  }

  private grow(most: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(most, 2 * this.buffer.length));
    this.buffer.copy(larger, 0, 0, this.end);
    this.buffer = larger;
  }
}

/** The rows again; throws where these are not the bytes of `RowLines`. */
export function readRowLines(bytes: Uint8Array): readonly ExchangeRow[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const rows: ExchangeRow[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const row = JSON.parse(text.slice(at, end)) as (string | number | null)[];
    at = end + 1;
    for (const column of textColumns) {
      const length = row[column];
      if (typeof length !== 'number') continue;
      row[column] = text.slice(at, at + length);
      at += length;
    }
    rows.push(row);
  }
  return rows;
}
