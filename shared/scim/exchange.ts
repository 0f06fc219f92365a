/**
 * One request to the embedded server and its answer, as the journal keeps them and as the log, the command line and a replay
 * read them. `Event` is what a write asked of the organisation, `Effect` what it did to people; both are the vendor engine's
 * data, named by the glue (`shared/mirror/mirror-exchange.ts`), because this room knows SCIM only.
 */

/** A body as it went over the wire. Requests are kept whole (1 MiB at most); long answers keep their beginning. */
export interface ExchangeBody {
  readonly mediaType: string;
  readonly text: string;
  /** UTF-8 bytes of the whole body. */
  readonly bytes: number;
  /** True when `text` is only the beginning. */
  readonly truncated: boolean;
}

/** The line of the log: everything but the bodies and the effects. */
export interface ExchangeSummary {
  /** Ascending, without gaps while nothing is removed. */
  readonly id: number;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly method: string;
  /** Below the base path: `/Groups/50001`. */
  readonly path: string;
  /** As sent, without `?`; empty where there was none. */
  readonly query: string;
  readonly status: number;
  readonly durationMs: number;
  /** `scimType` of an error answer. */
  readonly scimType: string | null;
  /** Who sent it, by `User-Agent`, shortened. */
  readonly client: string;
  /** `userName` of everyone the request named or changed, sorted. */
  readonly people: readonly string[];
  /** `displayName` of the group the request was about. */
  readonly group: string | null;
  /** How many events the request became: 0 for a read, a refusal, or a write that changed nothing. */
  readonly eventCount: number;
  readonly effectCount: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly pinned: boolean;
}

export interface Exchange<Event = unknown, Effect = unknown> extends ExchangeSummary {
  /** Headers that matter to the protocol; never `Authorization` or `Cookie`. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly request: ExchangeBody | null;
  readonly response: ExchangeBody | null;
  readonly events: readonly Event[];
  readonly effects: readonly Effect[];
  /** Deviations of the profile that had a say in this answer, by name (`shared/scim/deviations.ts`). */
  readonly deviations: readonly string[];
}

export interface ExchangeQuery {
  /** Only ids below this one: the page after. */
  readonly before?: number;
  /** Only ids above this one: what is new. */
  readonly after?: number;
  readonly limit: number;
  readonly methods?: readonly string[];
  readonly minStatus?: number;
  readonly maxStatus?: number;
  /** Part of the path or query, without case. */
  readonly pathContains?: string;
  /** Part of a `userName` that the request named or changed, without case. */
  readonly personContains?: string;
  readonly groupContains?: string;
  readonly clientContains?: string;
  /** Part of the request or answer body, without case. */
  readonly bodyContains?: string;
  readonly pinned?: boolean;
  /** Only those that changed somebody or something. */
  readonly changing?: boolean;
  readonly minDurationMs?: number;
}

export interface ExchangePage {
  /** Newest first. */
  readonly exchanges: readonly ExchangeSummary[];
  /** How many match in all. */
  readonly total: number;
  /** `before` of the next page; null on the last one. */
  readonly nextBefore: number | null;
}

/** Removed for now; `undo` brings them back until the next removal. */
export interface Removal {
  readonly removalId: number;
  readonly count: number;
}

/** The log: what the window lists, exports and replays. State does not hang on it: removing exchanges changes nobody. */
export interface ExchangeLog<Event = unknown, Effect = unknown> {
  list(query: ExchangeQuery): ExchangePage;
  get(id: number): Exchange<Event, Effect> | null;
  /** Oldest first, whole: for export and replay. Ids that are not there are left out. */
  read(ids: readonly number[]): readonly Exchange<Event, Effect>[];
  /** Ids that match, oldest first: a selection, or all. */
  ids(query: Omit<ExchangeQuery, 'limit'>): readonly number[];
  pin(id: number, pinned: boolean): void;
  /** Removes these; pinned ones too, since they were named. */
  remove(ids: readonly number[]): Removal;
  /** Removes all but the pinned. */
  clear(): Removal;
  undo(removalId: number): number;
}
