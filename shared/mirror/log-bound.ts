import { z } from 'zod';

/** How much of the log of requests is kept: whichever is reached first. Changes of the organisation and pinned requests are always kept. */
export interface LogBound {
  readonly requests: number;
  /** Of what the log itself takes, about. */
  readonly megabytes: number;
}

/** As many requests as one replay plays; at the usual size of a request the room that goes with them. */
export const defaultLogBound: LogBound = { requests: 100_000, megabytes: 256 };

export const logBoundLimits = {
  requests: { least: 100, most: 10_000_000 },
  megabytes: { least: 1, most: 100_000 },
} as const satisfies Record<keyof LogBound, { readonly least: number; readonly most: number }>;

const within = ({ least, most }: { readonly least: number; readonly most: number }) => z.number().int().min(least).max(most);

export const logBoundSchema = z.strictObject({
  requests: within(logBoundLimits.requests),
  megabytes: within(logBoundLimits.megabytes),
});
