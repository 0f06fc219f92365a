import type { MirrorExchange } from '../../../shared/mirror/mirror-exchange';

/** What waits longer than this, or in greater number, is written down. */
const longestMs = 40;
const most = 1000;

/**
 * Exchanges that changed nothing, already answered, on their way to the log: described when they are written, so that a read costs
 * its answer and little else. `write` takes them all; it is also called with the next change, and when anybody looks at the log.
 */
export class DeferredExchanges {
  private waiting: MirrorExchange[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly write: () => void) {}

  add(exchange: MirrorExchange): void {
    this.waiting.push(exchange);
    if (this.waiting.length === most) setImmediate(() => this.write());
    else if (this.timer === null) {
      this.timer = setTimeout(() => this.write(), longestMs);
      this.timer.unref();
    }
  }

  take(): readonly MirrorExchange[] {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.waiting.length === 0) return nothing;
    const taken = this.waiting;
    this.waiting = [];
    return taken;
  }
}

const nothing: readonly MirrorExchange[] = [];
