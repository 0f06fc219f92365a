/** What the bench and the processes that it starts tell each other. */

export interface BenchRequest {
  readonly method: string;
  /** From the root, with query. */
  readonly path: string;
  readonly body?: string;
}

/** One measurement: each connection plays its own sequence round and round, the next request when the answer is there. */
export interface LoadOrder {
  readonly port: number;
  readonly token: string;
  readonly sequences: readonly (readonly BenchRequest[])[];
  readonly warmUpMs: number;
  readonly durationMs: number;
  /** Ends earlier when so many requests were answered: a create must not run out of names. */
  readonly atMost: number;
}

export interface LoadReport {
  readonly answered: number;
  readonly tookMs: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly bytes: number;
  /** Status → how often. */
  readonly statuses: Readonly<Record<string, number>>;
}

export interface ServerReady {
  readonly kind: 'ready';
  readonly port: number;
  readonly basePath: string;
}

/** After a collection: what the process holds. */
export interface MemoryReport {
  readonly kind: 'memory';
  readonly heapBytes: number;
  readonly residentBytes: number;
}

export const benchToken = 'bench-token-of-no-value';
