import type { ExchangeRow } from './exchange-row';
import type { Database } from './sqlite';

/** Requests that are summed together. */
const span = 64;
/** What a row takes besides its texts. */
const rowBytes = 200;
const bytesOfRow = `${rowBytes} + octet_length(people) + coalesce(octet_length(request_text), 0) + coalesce(octet_length(response_text), 0) + octet_length(details)`;

/** What a row that is about to be written takes, about. */
export const charactersOf = (row: ExchangeRow): number =>
  row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), rowBytes);

/** How much room the requests of the log take, from the newest backwards: read off the table once, and kept up with what is written. */
export class LogSizes {
  private readonly bytes = new Map<number, number>();

  constructor(private readonly database: Database) {
    const rows = database
      .prepare(`SELECT id / ${span} AS at, sum(${bytesOfRow}) AS bytes FROM exchanges GROUP BY id / ${span} ORDER BY at`)
      .all() as { readonly at: number; readonly bytes: number }[];
    for (const { at, bytes } of rows) this.bytes.set(at, bytes);
  }

  add(id: number, characters: number): void {
    const at = Math.floor(id / span);
    this.bytes.set(at, (this.bytes.get(at) ?? 0) + characters);
  }

  /** Nothing up to here counts any more. */
  dropped(id: number): void {
    for (const at of this.bytes.keys()) if ((at + 1) * span <= id + 1) this.bytes.delete(at);
  }

  /** The newest request with which those after it are too many for so many bytes; null where all fit. */
  firstBeyond(most: number): number | null {
    let sum = 0;
    for (const at of [...this.bytes.keys()].sort((one, other) => other - one)) {
      const bytes = this.bytes.get(at) ?? 0;
      if (sum + bytes > most) return this.within(at, most - sum);
      sum += bytes;
    }
    return null;
  }

  private within(at: number, most: number): number {
    const row = this.database
      .prepare(
        `SELECT id FROM (SELECT id, sum(${bytesOfRow}) OVER (ORDER BY id DESC) AS bytes FROM exchanges WHERE id >= ${at * span} AND id < ${(at + 1) * span}) WHERE bytes > ? LIMIT 1`,
      )
      .get(most) as { id: number } | undefined;
    return row?.id ?? at * span - 1;
  }
}
