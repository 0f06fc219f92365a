import type { PullFault } from '../../../shared/golive/pull-fault';
import { type Exchange, jsonOf, requestLine } from '../../../shared/preflight/exchange';
import { isPassing } from '../../../shared/preflight/net-failure';
import { errorDetail } from '../../../shared/preflight/read-resource';
import { err, ok, type Result } from '../../../shared/result';

export interface RetryPolicy {
  readonly attempts: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** A service may ask for a pause with Retry-After; longer ones than this end the reading instead. */
  readonly longestAskedMs: number;
}

export const defaultRetry: RetryPolicy = { attempts: 6, firstDelayMs: 500, longestDelayMs: 20_000, longestAskedMs: 120_000 };

export interface Waiting {
  readonly policy: RetryPolicy;
  /** Resolves early when the signal ends. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly onWait?: (ms: number, why: string) => void;
}

const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Reads until a 200 with JSON comes, with growing, scattered pauses after 429, 5xx and cut connections. For GET only. The
 * fault of the last attempt is answered, other statuses at once.
 */
export async function readWithRetry(read: () => Promise<Exchange>, waiting: Waiting): Promise<Result<Exchange, PullFault>> {
  for (let attempt = 1; ; attempt += 1) {
    const exchange = await read();
    const request = requestLine(exchange);
    const last = attempt >= waiting.policy.attempts;
    let fault: PullFault;
    let asked: number | null = null;
    if (exchange.outcome.kind === 'failed') {
      fault = { kind: 'no-answer', request, failure: exchange.outcome.failure, attempts: attempt };
      if (last || !isPassing(exchange.outcome.failure)) return err(fault);
    } else {
      const { status, payload, headers } = exchange.outcome;
      if (status === 200 && payload.kind === 'json') return ok(exchange);
      fault =
        status === 200
          ? {
              kind: 'no-list',
              request,
              found:
                payload.kind === 'html'
                  ? `a web page "${payload.title}"`
                  : payload.kind === 'empty'
                    ? 'an empty body'
                    : 'text that is no JSON',
            }
          : { kind: 'status', request, status, detail: errorDetail(jsonOf(exchange)), attempts: attempt };
      asked = retryAfterMs(headers['retry-after'], waiting.now());
      if (last || (status !== 200 && !passingStatuses.has(status))) return err(fault);
    }
    if (asked !== null && asked > waiting.policy.longestAskedMs)
      return err({ kind: 'asked-to-wait', request, seconds: Math.ceil(asked / 1000) });
    const backOff =
      Math.min(waiting.policy.longestDelayMs, waiting.policy.firstDelayMs * 2 ** (attempt - 1)) * (0.5 + waiting.random() / 2);
    const delay = asked ?? backOff;
    waiting.onWait?.(delay, fault.kind === 'status' ? `status ${fault.status}` : fault.kind);
    await waiting.sleep(delay, waiting.signal);
  }
}

/** RFC 9110 section 10.2.3: seconds or an HTTP date. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
