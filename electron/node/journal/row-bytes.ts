import type { ExchangeRow } from './exchange-row';

/**
 * Rows of the log as bytes: how many there are, the numbers of each row, and behind them all texts one after the other in UTF-8. The
 * numbers are little-endian doubles, in the place of a text its length, in the place of null not a number. As JSON a row costs three
 * times as much: most of it goes into quotes around an answer that has quotes itself.
 */

/** In the order of `columns` (`exchange-row.ts`). */
const kinds: readonly ('number' | 'text')[] = [
  ...(['number', 'number', 'text', 'text', 'text', 'number', 'number', 'text', 'text', 'text', 'text'] as const),
  ...(['number', 'number', 'number', 'number', 'number', 'text', 'text', 'text', 'number'] as const),
];
const width = kinds.length;
const numberBytes = Float64Array.BYTES_PER_ELEMENT;

/** So much is there from the start; a thousand reads of single users take some 800 KB. */
const firstBytes = 65_536;
const firstNumbers = 1 + 64 * width;
/** What grew beyond this is given back when it was taken. */
const keptBytes = 2_097_152;

export class RowBytes {
  private count = 0;
  private numbers = new Float64Array(firstNumbers);
  private texts = Buffer.allocUnsafeSlow(firstBytes);
  private end = 0;

  /** Of the texts. */
  get bytes(): number {
    return this.end;
  }

  add(row: ExchangeRow): void {
    let at = 1 + this.count * width;
    if (at + width > this.numbers.length) this.growNumbers();
    const { numbers } = this;
    let text = '';
    for (const value of row) {
      if (typeof value === 'string') {
        numbers[at] = value.length;
        text += value;
      } else numbers[at] = value ?? Number.NaN;
      at += 1;
    }
    this.count += 1;
    // No character takes more than three bytes for each of its UTF-16 units.
    const most = this.end + 3 * text.length;
    if (most > this.texts.length) this.growTexts(most);
    this.end += this.texts.write(text, this.end);
  }

  /** What was added since. */
  take(): Buffer {
    this.numbers[0] = this.count;
    const numbers = Buffer.from(this.numbers.buffer, 0, numberBytes * (1 + this.count * width));
    const taken = Buffer.concat([numbers, this.texts.subarray(0, this.end)]);
    if (this.texts.length > keptBytes) this.texts = Buffer.allocUnsafeSlow(firstBytes);
    this.count = 0;
    this.end = 0;
    return taken;
  }

  private growNumbers(): void {
    const larger = new Float64Array(2 * this.numbers.length);
    larger.set(this.numbers);
    this.numbers = larger;
  }

  private growTexts(most: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(most, 2 * this.texts.length));
    this.texts.copy(larger, 0, 0, this.end);
    this.texts = larger;
  }
}

/** The rows again; throws where these are not the bytes of `RowBytes`. */
export function readRowBytes(bytes: Uint8Array): readonly ExchangeRow[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = (at: number): number => view.getFloat64(numberBytes * at, true);
  const count = number(0);
  const texts = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', numberBytes * (1 + count * width));
  let end = 0;
  const rows = Array.from({ length: count }, (_, row) =>
    kinds.map((kind, column) => {
      const value = number(1 + row * width + column);
      if (Number.isNaN(value)) return null;
      if (kind === 'number') return value;
      end += value;
      return texts.slice(end - value, end);
    }),
  );
  if (end !== texts.length) throw new Error(`expected texts of ${end} characters, found ${texts.length}`);
  return rows;
}
