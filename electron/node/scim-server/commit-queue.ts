import type { MirrorExchange } from '../../../shared/mirror/mirror-exchange';
import { err, type Result } from '../../../shared/result';
import type { Journal, JournalEntry } from '../journal/journal';
import type { StorageFault } from '../journal/sqlite';

export interface CommitFault {
  readonly fault: StorageFault;
  /** True where the batch had changes in it: what others of the batch saw may be gone. */
  readonly changed: boolean;
}

interface Waiting {
  readonly exchange: MirrorExchange | null;
  readonly entry: JournalEntry | null;
  readonly settle: (result: Result<void, CommitFault>) => void;
}

/**
 * Requests that arrive together become durable together: one transaction, one flush to the disk, and only then the answers.
 * A batch is committed whole or not at all; when it fails, `onFault` puts the mirror back to what is on the disk before
 * anybody hears of it.
 */
export class CommitQueue {
  private waiting: Waiting[] = [];
  private scheduled = false;

  constructor(
    private readonly journal: Journal,
    private readonly onFault: () => void,
    private readonly onCommitted: (entries: number) => void,
  ) {}

  /** True where something is on its way to the disk. */
  get waits(): boolean {
    return this.waiting.length > 0;
  }

  add(exchange: MirrorExchange | null, entry: JournalEntry | null): Promise<Result<void, CommitFault>> {
    return new Promise((settle) => {
      this.waiting.push({ exchange, entry, settle });
      if (this.scheduled) return;
      this.scheduled = true;
      // After all requests that are readable now have been taken: they share the commit.
      setImmediate(() => this.flush());
    });
  }

  /** Also called when the server closes: what was promised is kept. */
  flush(): void {
    this.scheduled = false;
    const batch = this.waiting;
    if (batch.length === 0) return;
    this.waiting = [];
    const exchanges: MirrorExchange[] = [];
    const entries: JournalEntry[] = [];
    for (const { exchange, entry } of batch) {
      if (exchange !== null) exchanges.push(exchange);
      if (entry !== null) entries.push(entry);
    }
    const result = this.journal.commit({ exchanges, entries });
    const changed = entries.length > 0;
    if (result.ok) this.onCommitted(entries.length);
    else if (changed) this.onFault();
    const answer = result.ok ? result : err({ fault: result.error, changed });
    for (const { settle } of batch) settle(answer);
  }
}
