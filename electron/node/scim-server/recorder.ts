import type { MirrorEvent, MirrorExchange } from '../../../shared/mirror/mirror-exchange';
import type { Profile } from '../../../shared/scim/profile';
import { httpError } from '../../../shared/scim/scim-error';
import type { Effect } from '../../../shared/vendor/effect';
import type { Refusal } from '../../../shared/vendor/refusal';
import type { Change, Journal, JournalEntry } from '../journal/journal';
import type { StorageFault } from '../journal/sqlite';
import { CommitQueue } from './commit-queue';
import { type Answered, type Arrival, describeExchange } from './describe-exchange';
import { type Desk, type Outcome, refused } from './desk';
import { type LoadedMirror, loadMirror } from './load-mirror';
import type { Mirror } from './mirror';

/** Opening must not play more than this many entries, or as many as there are people. */
const entriesBetweenSnapshots = 5000;

export interface ActResult {
  readonly effects: readonly Effect[];
  readonly refusals: readonly Refusal[];
}

/**
 * The one place where the mirror changes. Requests are worked on one after the other, each without a pause; the answer leaves
 * when the journal has it. A fault of the disk takes back all that the disk does not have: the mirror is read anew.
 */
export class Recorder {
  private readonly queue: CommitQueue;
  private readonly listeners = new Set<(exchange: MirrorExchange) => void>();
  private current: Mirror;
  private seq: number;
  private sinceSnapshot: number;
  private exchangeId: number;
  private broken = false;

  constructor(
    private readonly journal: Journal,
    loaded: LoadedMirror,
    readonly profile: Profile,
    private readonly clock: () => number,
    private url: string,
  ) {
    this.current = loaded.mirror;
    this.seq = loaded.seq;
    this.sinceSnapshot = loaded.played;
    this.exchangeId = journal.lastExchangeId;
    this.queue = new CommitQueue(
      journal,
      () => this.readAnew(),
      (entries) => this.committed(entries),
    );
  }

  get baseUrl(): string {
    return this.url;
  }

  /** Resources tell their own address: what was rendered under another one is rendered anew. */
  moveTo(baseUrl: string): void {
    this.url = baseUrl;
    this.current.forgetTexts();
  }

  get mirror(): Mirror {
    return this.current;
  }

  onExchange(listener: (exchange: MirrorExchange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * `work` answers the request from the mirror, at once and without waiting for anything. What changed something is answered when the
   * journal has it, and so is what may have seen such a change; everything else now, and the journal gets it with what comes next.
   */
  record(arrival: Arrival, work: (desk: Desk) => Outcome): Outcome | Promise<Outcome> {
    if (this.broken) return notReadable;
    const outcome = this.attempt(work);
    this.exchangeId += 1;
    const answered = { id: this.exchangeId, arrival, outcome, durationMs: performance.now() - arrival.startedMs };
    if (outcome.change !== null || outcome.effects.length > 0 || this.queue.waits) return this.commit(answered);
    const exchange = describeExchange(answered, this.current);
    this.journal.defer(exchange);
    this.tell(exchange);
    return outcome;
  }

  private async commit(answered: Answered): Promise<Outcome> {
    const { id, arrival, outcome } = answered;
    const exchange = describeExchange(answered, this.current);
    const entry = outcome.change === null ? null : this.entry(outcome.change, arrival.at, id);
    const written = await this.queue.add(exchange, entry);
    if (written.ok) {
      this.tell(exchange);
      return outcome;
    }
    // A read among reads stands; it only misses from the log. One among changes may have seen what is gone now.
    const answer = written.error.changed ? storageFull(written.error.fault) : outcome;
    this.tell({ ...describeExchange({ ...answered, outcome: answer }, this.current), events: [], effects: [] });
    return answer;
  }

  /** A bug must neither leave half a change behind nor end the server. */
  private attempt(work: (desk: Desk) => Outcome): Outcome {
    const { writes, seq } = this.current.organisation;
    try {
      return work({ mirror: this.current, profile: this.profile, baseUrl: this.baseUrl });
    } catch (error) {
      const { organisation } = this.current;
      if (organisation.writes !== writes || organisation.seq !== seq) {
        this.queue.flush();
        this.readAnew();
      }
      return refused(
        httpError(500, `The server failed to answer; nothing was changed (${error instanceof Error ? error.name : 'unknown'})`),
      );
    }
  }

  /** An act of the vendor's admin in the window: journalled as a request's change is, without an exchange. */
  async act(event: MirrorEvent): Promise<ActResult | StorageFault> {
    const change: Change = { events: [event], attributes: [] };
    const at = this.clock();
    const performed = this.current.perform(change, at);
    if (performed.refusal !== null) return { effects: [], refusals: [performed.refusal] };
    if (!performed.written) return { effects: performed.effects, refusals: [] };
    const written = await this.queue.add(null, this.entry(change, at, null));
    return written.ok ? { effects: performed.effects, refusals: [] } : written.error.fault;
  }

  private entry(change: Change, at: number, exchangeId: number | null): JournalEntry {
    this.seq += 1;
    return { seq: this.seq, at, exchangeId, ...change };
  }

  private committed(entries: number): void {
    this.sinceSnapshot += entries;
    if (this.sinceSnapshot >= Math.max(entriesBetweenSnapshots, this.current.organisation.people.size)) this.writeSnapshot();
  }

  private writeSnapshot(): void {
    const written = this.journal.writeSnapshot({ seq: this.seq, at: this.clock(), body: JSON.stringify(this.current.snapshot()) });
    // A snapshot that cannot be written is no loss: the entries are there. It is tried again later.
    this.sinceSnapshot = written.ok ? 0 : this.sinceSnapshot / 2;
  }

  /** Back to what the disk has. */
  private readAnew(): void {
    const loaded = loadMirror(this.journal);
    if (loaded === null || !loaded.ok) {
      // Better no answer than one from a state that nobody can vouch for; opening the server again recovers what is there.
      this.broken = true;
      return;
    }
    this.current = loaded.value.mirror;
    this.seq = loaded.value.seq;
    this.sinceSnapshot = loaded.value.played;
  }

  private tell(exchange: MirrorExchange): void {
    for (const listener of this.listeners) listener(exchange);
  }

  close(): void {
    this.queue.flush();
    if (this.sinceSnapshot > 0) this.writeSnapshot();
    this.journal.close();
  }
}

/** 507 where there is no room (RFC 4918 section 11.5), 503 for anything else that passes. */
const storageFull = (fault: StorageFault): Outcome =>
  refused(
    fault.kind === 'full'
      ? httpError(507, `There is no room on the disk for the journal (${fault.code}); nothing was changed`)
      : httpError(503, `The journal cannot be written (${fault.code}); nothing was changed`),
  );

const notReadable = refused(httpError(503, 'The journal can be neither written nor read; nothing was changed. Start the server again'));
