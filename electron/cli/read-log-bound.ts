import type { AppError } from '../../shared/app-error';
import { type LogBound, logBoundLimits } from '../../shared/mirror/log-bound';
import { err, ok, type Result } from '../../shared/result';

interface LogBoundOptions {
  readonly keepRequests: string;
  readonly keepMegabytes: string;
}

/** How much of the log `serve` keeps, from its options. */
export function readLogBound({ keepRequests, keepMegabytes }: LogBoundOptions): Result<LogBound, AppError> {
  const requests = readNumber('--keep-requests', keepRequests, logBoundLimits.requests);
  if (!requests.ok) return requests;
  const megabytes = readNumber('--keep-megabytes', keepMegabytes, logBoundLimits.megabytes);
  return megabytes.ok ? ok({ requests: requests.value, megabytes: megabytes.value }) : megabytes;
}

function readNumber(
  path: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): Result<number, AppError> {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  return value >= least && value <= most
    ? ok(value)
    : err({ code: 'bad-number', path, message: `expected a whole number from ${least} to ${most}, found ${JSON.stringify(text)}` });
}
