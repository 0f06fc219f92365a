import type { MirrorExchange } from '../../../shared/mirror/mirror-exchange';
import { rowOf } from './exchange-row';
import { RowBytes } from './row-bytes';

/** What waits longer than this, or is more than this, is written down. */
const longestMs = 40;
const most = 1000;
const mostBytes = 4_194_304;

/** Rows of the log that are not on the disk yet. */
export interface DeferredRows {
  readonly count: number;
  /** As `RowBytes` lays them out. */
  readonly rows: Buffer;
  /** Of the last one. */
  readonly id: number;
  readonly at: number;
}

/**
 * Exchanges that changed nothing, already answered, on their way to the log. They wait as the bytes that will be written: an object that
 * waits is copied by the collector again and again, which costs more than answering a read. `write` takes them all; it is also called
 * with the next change, and when anybody looks at the log.
 */
export class DeferredExchanges {
  private readonly rows = new RowBytes();
  private count = 0;
  private id = 0;
  private at = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly write: () => void) {}

  add(exchange: MirrorExchange): void {
    this.rows.add(rowOf(exchange, null));
    this.count += 1;
    this.id = exchange.id;
    this.at = exchange.at;
    if (this.count === most || this.rows.bytes > mostBytes) setImmediate(() => this.write());
    else if (this.timer === null) {
      this.timer = setTimeout(() => this.write(), longestMs);
      this.timer.unref();
    }
  }

  take(): DeferredRows | null {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { count, id, at } = this;
    this.count = 0;
    return count === 0 ? null : { count, rows: this.rows.take(), id, at };
  }
}
