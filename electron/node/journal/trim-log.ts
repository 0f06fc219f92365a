import type { LogBound } from '../../../shared/mirror/log-bound';
import { LogSizes } from './log-sizes';
import type { Database } from './sqlite';
import { readMeta } from './tables';

/** Rows that go in one step: a few milliseconds, between which requests are answered. */
const rowsAtOnce = 500;
/** Steps before somebody sees the log: enough for what came since the last one. */
const stepsAtOnce = 4;
/** The log may outgrow its bound by this part before it is looked at: rows that go together cost less. */
const slack = 10;
const mebibyte = 1_048_576;
/** A packed row (`removal` 0) stands for many; a removed one is counted already. */
const requestsOfRow = 'CASE WHEN removal = 0 THEN event_count WHEN removal IS NULL THEN 1 ELSE 0 END';

/**
 * Keeps the log of requests within its bound: the oldest go, in steps. What is pinned stays, and so does every change of the
 * organisation, which is in `entries`. The room is used again by what comes; the file does not become smaller.
 */
export class LogTrimmer {
  private requests = 0;
  private characters = 0;
  /** A journal that was just opened may be over the bound. */
  private due = true;
  /** Read when the file is large enough for it to matter. */
  private sizes: LogSizes | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly database: Database,
    private bound: LogBound,
    /** Runs the work in a transaction, or not at all. */
    private readonly inTransaction: (work: () => void) => boolean,
  ) {}

  setBound(bound: LogBound): void {
    this.bound = bound;
    this.due = true;
    this.later();
  }

  /** After a row was written that stands for so many requests, the last of this id. A packed row that is laid out is told again. */
  note(id: number, requests: number, characters: number): void {
    this.sizes?.add(id, characters);
    this.requests += requests;
    this.characters += characters;
    const { requests: most, megabytes } = this.bound;
    if (this.requests * slack >= most || this.characters * slack >= megabytes * mebibyte) this.due = true;
    if (this.due) this.later();
  }

  /** For whoever looks at the log now; what is left goes in the background. */
  steps(): void {
    for (let step = 0; step < stepsAtOnce && this.due; step += 1) this.step();
  }

  private step(): void {
    if (!this.due || !this.database.open) return;
    this.due = false;
    const last = this.lastToGo();
    const done = last === null || this.inTransaction(() => this.drop(last));
    // Where the disk refuses, it is tried again with what comes next.
    if (!done) return;
    if (this.due) this.later();
    else {
      this.requests = 0;
      this.characters = 0;
    }
  }

  /** How many requests were dropped since the journal began. */
  dropped(): number {
    return Number(readMeta(this.database, 'dropped-requests') ?? 0);
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private later(): void {
    if (this.timer !== null) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.step();
    }, 0);
    this.timer.unref();
  }

  /** The newest request that does not fit any more: ids are given in order and without a gap. */
  private lastToGo(): number | null {
    const newest = (this.database.prepare('SELECT max(id) AS id FROM exchanges').get() as { id: number | null }).id;
    if (newest === null) return null;
    const byCount = newest - this.bound.requests;
    const most = this.bound.megabytes * mebibyte;
    if (this.usedBytes() <= most) return byCount;
    this.sizes ??= new LogSizes(this.database);
    return Math.max(byCount, this.sizes.firstBeyond(most) ?? 0);
  }

  /** Of the whole file: the log takes no more. */
  private usedBytes(): number {
    const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map((name) =>
      Number(Object.values(this.database.prepare(`PRAGMA ${name}`).get() as object)[0]),
    ) as [number, number, number];
    return (pages - free) * size;
  }

  private drop(last: number): void {
    const oldest = `SELECT id, ${requestsOfRow} AS requests FROM exchanges WHERE id <= ? AND pinned = 0 ORDER BY id LIMIT ${rowsAtOnce}`;
    const portion = this.database
      .prepare(`SELECT max(id) AS last, count(*) AS rows, sum(requests) AS requests FROM (${oldest})`)
      .get(last) as {
      readonly last: number | null;
      readonly rows: number;
      readonly requests: number | null;
    };
    if (portion.last === null) return;
    this.database.prepare('DELETE FROM exchanges WHERE id <= ? AND pinned = 0').run(portion.last);
    this.database
      .prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('dropped-requests', ?)")
      .run(String(this.dropped() + (portion.requests ?? 0)));
    this.due = portion.rows === rowsAtOnce;
    this.sizes?.dropped(portion.last);
  }
}
