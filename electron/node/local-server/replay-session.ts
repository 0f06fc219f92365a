import { setImmediate as pause } from 'node:timers/promises';
import { explainExchange } from '../../../shared/mirror/explain-exchange';
import type { MirrorEvent, MirrorExchange } from '../../../shared/mirror/mirror-exchange';
import type { PersonChange, ReplayRow, ReplayView } from '../../../shared/mirror/replay-view';
import type { RecordedRequest } from '../../../shared/scim/traffic-file';
import { findPerson, type PersonView, people } from '../../../shared/vendor/organisation';
import { sameView, viewPerson } from '../../../shared/vendor/view-person';
import type { ScimServer } from '../scim-server/scim-server';
import { countOrganisation } from './count-organisation';

/** A request of the log or of a file, with its place in the log and when it came where that is known. */
export interface ReplayRequest extends RecordedRequest {
  readonly logged: { readonly id: number; readonly at: number } | null;
}

/** An act of the vendor's admin between requests: a copy must see it as well. */
export interface ReplayAct {
  readonly at: number;
  /** The requests that changed something before and after it. The clock, which may be set, orders it among those between alone. */
  readonly after: number;
  readonly before: number | null;
  readonly events: readonly MirrorEvent[];
}

export interface ReplayOptions {
  readonly server: ScimServer;
  readonly token: string;
  readonly target: ReplayView['target'];
  /** Where the requests come from, in words. */
  readonly source: string;
  readonly requests: readonly ReplayRequest[];
  readonly acts: readonly ReplayAct[];
  readonly watch: string | null;
  readonly onChange: (view: ReplayView) => void;
  /** Closes a fresh copy. */
  readonly onClose: () => Promise<void>;
}

const peopleShown = 5;
const client = 'replay';
const bodiless: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Requests played again, one at a time or on until something happens, with the state at each point. */
export class ReplaySession {
  private readonly rows: ReplayRow[] = [];
  private readonly views = new Map<number, PersonView>();
  private running = false;
  private stopping = false;
  private differences = 0;
  private firstDifference: number | null = null;
  private firstChange: number | null = null;
  private nextAct = 0;

  constructor(private readonly options: ReplayOptions) {
    const org = options.server.organisation();
    for (const person of people(org)) this.views.set(person.id, viewPerson(org, person));
  }

  get view(): ReplayView {
    const { target, source, requests, server, watch } = this.options;
    const org = server.organisation();
    const watched = watch === null ? undefined : findPerson(org, watch);
    const upcoming = requests[this.rows.length];
    return {
      target,
      source,
      total: requests.length,
      played: this.rows.length,
      running: this.running,
      differences: this.differences,
      firstDifference: this.firstDifference,
      upcoming: upcoming === undefined ? null : this.blankRow(upcoming, this.rows.length),
      counts: countOrganisation(org),
      watch:
        watch === null
          ? null
          : { userName: watch, now: watched === undefined ? null : viewPerson(org, watched), firstChange: this.firstChange },
    };
  }

  slice(offset: number, limit: number): readonly ReplayRow[] {
    return this.rows.slice(offset, offset + limit);
  }

  async step(): Promise<void> {
    if (this.running) return;
    await this.playNext();
    this.options.onChange(this.view);
  }

  async run(until: 'end' | 'difference' | 'watched'): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.stopping = false;
    let lastPause = performance.now();
    while (!this.stopping) {
      const row = await this.playNext();
      if (row === null) break;
      if (until === 'difference' && differs(row)) break;
      if (until === 'watched' && this.firstChange === row.index) break;
      if (performance.now() - lastPause > 40) {
        this.options.onChange(this.view);
        await pause();
        lastPause = performance.now();
      }
    }
    this.running = false;
    this.options.onChange(this.view);
  }

  stop(): void {
    this.stopping = true;
  }

  async close(): Promise<void> {
    this.stop();
    await this.options.onClose();
  }

  private async playNext(): Promise<ReplayRow | null> {
    const { requests } = this.options;
    const index = this.rows.length;
    const request = requests[index];
    if (request === undefined) return null;
    await this.actBefore(request.logged);
    const exchange = await this.send(request);
    const changes = this.changedBy(exchange);
    const row: ReplayRow = {
      ...this.blankRow(request, index),
      status: exchange?.status ?? null,
      meaning: exchange === null ? 'No answer' : explainExchange(exchange),
      people: changes.slice(0, peopleShown),
      changedPeople: changes.length,
    };
    this.rows.push(row);
    if (differs(row)) {
      this.differences += 1;
      this.firstDifference ??= index;
    }
    const watch = this.options.watch?.toLowerCase();
    if (watch !== undefined && this.firstChange === null && changes.some(({ userName }) => userName.toLowerCase() === watch))
      this.firstChange = index;
    return row;
  }

  /** What the vendor's admin did before this request came. */
  private async actBefore(logged: ReplayRequest['logged']): Promise<void> {
    const { acts, server } = this.options;
    if (logged === null) return;
    for (let act = acts[this.nextAct]; act !== undefined && isDone(act, logged); act = acts[this.nextAct]) {
      this.nextAct += 1;
      for (const event of act.events) await server.act(event);
      this.refresh();
    }
  }

  private async send(request: ReplayRequest): Promise<MirrorExchange | null> {
    const { server, token } = this.options;
    let seen: MirrorExchange | null = null;
    const end = server.onExchange((exchange) => {
      if (exchange.client === client) seen = exchange;
    });
    try {
      const { method, path, query, contentType, body } = request;
      await server.app.request(`http://127.0.0.1/scim/v2${path}${query === '' ? '' : `?${query}`}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          'User-Agent': client,
          ...(body === null || contentType === null ? {} : { 'Content-Type': contentType }),
        },
        ...(body === null || bodiless.has(method) ? {} : { body }),
      });
    } finally {
      end();
    }
    return seen;
  }

  private changedBy(exchange: MirrorExchange | null): readonly PersonChange[] {
    const ids = new Set((exchange?.effects ?? []).flatMap((effect) => ('personId' in effect ? effect.personId : [])));
    return [...ids].flatMap((id) => this.compare(id));
  }

  private refresh(): void {
    for (const person of people(this.options.server.organisation())) this.compare(person.id);
  }

  private compare(id: number): readonly PersonChange[] {
    const org = this.options.server.organisation();
    const person = org.people.get(id);
    const before = this.views.get(id) ?? null;
    if (person === undefined) {
      this.views.delete(id);
      return before === null ? [] : [{ userName: `user ${id}`, before, after: null }];
    }
    const after = viewPerson(org, person);
    if (before !== null && sameView(before, after)) return [];
    this.views.set(id, after);
    return [{ userName: person.userName, before, after }];
  }

  private blankRow({ method, path, query, status }: ReplayRequest, index: number): ReplayRow {
    return { index, method, path, query, status: null, recordedStatus: status, meaning: '', people: [], changedPeople: 0 };
  }
}

const differs = (row: ReplayRow): boolean => row.recordedStatus !== null && row.status !== row.recordedStatus;

const isDone = ({ at, after, before }: ReplayAct, logged: { readonly id: number; readonly at: number }): boolean =>
  after < logged.id && (at <= logged.at || (before !== null && before <= logged.id));
