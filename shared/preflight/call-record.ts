/** One call over the network as the list of calls shows it. No path, query, header or body: those may name people or hold secrets. */
export interface CallRecord {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly host: string;
  readonly method: string;
  /** Why it was made, in a few words: "preflight", "pull users". */
  readonly purpose: string;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly elapsedMs: number;
  readonly outcome:
    | { readonly kind: 'answered'; readonly status: number }
    | { readonly kind: 'blocked' | 'failed'; readonly reason: string };
}
