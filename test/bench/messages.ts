/** What the bench and the processes that it starts tell each other. */

export interface BenchRequest {
  readonly method: string;
  /** From the root, with query. */
  readonly path: string;
  /** `{n}` in it is a number that never comes twice. */
  readonly body?: string;
}

/** One measurement: each connection plays its own sequence round and round, the next request when the answer is there. */
export interface LoadOrder {
  readonly port: number;
  readonly token: string;
  readonly sequences: readonly (readonly BenchRequest[])[];
  readonly warmUpMs: number;
  readonly durationMs: number;
  /** Goes on beyond the duration until so many requests were answered, or a minute is over: a slow server is measured too. */
  readonly atLeast: number;
  /** Where the numbers for `{n}` begin. */
  readonly firstNumber: number;
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

/** What the floor answers: what ours answered. */
export interface FloorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
