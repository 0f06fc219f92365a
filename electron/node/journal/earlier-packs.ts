import type { ExchangeRow } from './exchange-row';

/** Journals go on being read: how earlier versions packed rows of the log. Both begin with a bracket, which `RowBytes` never does. */
export const isEarlierPack = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 1) === '[';

/** First all rows were one text of JSON, a list of lists. */
export const readEarlierPack = (bytes: Buffer): readonly ExchangeRow[] =>
  bytes.toString('latin1', 0, 2) === '[[' ? (JSON.parse(bytes.toString('utf8')) as readonly ExchangeRow[]) : readRowLines(bytes);

/** In the order of `columns`: request_text, response_text, details. */
const textColumns = [16, 17, 18] as const;

/** Then each row was a line of JSON in which long texts were lengths, with those texts behind it. */
function readRowLines(bytes: Buffer): readonly ExchangeRow[] {
  const text = bytes.toString('utf8');
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
