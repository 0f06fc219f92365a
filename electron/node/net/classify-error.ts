import { isAxiosError } from 'axios';
import type { NetFailure } from '../../../shared/preflight/net-failure';
import { PrivateAddressError } from './checked-lookup';

const tlsCodes = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO)/;
const unreachableCodes: ReadonlySet<string> = new Set([
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
  'EAI_AGAIN',
]);
const cutCodes: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'HPE_INVALID_EOF_STATE',
]);

export interface FailedCall {
  readonly url: URL;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly proxied: boolean;
  readonly endedBy: 'timeout' | 'caller' | null;
}

/**
 * An error of axios or of Node's sockets as data. Nothing of the error itself goes on: axios errors hold the request with its
 * Authorization header.
 */
export function classifyError(error: unknown, call: FailedCall): NetFailure {
  const host = call.url.host;
  if (call.endedBy === 'caller') return { kind: 'cancelled' };
  if (call.endedBy === 'timeout') return { kind: 'timed-out', host, afterMs: call.timeoutMs };
  const cause = innermost(error);
  if (cause instanceof PrivateAddressError) return { kind: 'private-network', host: cause.host, address: cause.address };
  const code = codeOf(cause) || codeOf(error);
  const message = cause instanceof Error ? cause.message : '';
  if (/maxContentLength/.test(message)) return { kind: 'too-large', host, limitBytes: call.maxBytes };
  if (code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT') return { kind: 'timed-out', host, afterMs: call.timeoutMs };
  if (call.proxied && (/proxy/i.test(message) || code === 'ECONNREFUSED' || code === 'ENOTFOUND'))
    return { kind: 'proxy', host, detail: code || 'connection refused' };
  if (code === 'ENOTFOUND' || code === 'ENODATA') return { kind: 'name-not-found', host: call.url.hostname };
  if (code === 'ECONNREFUSED') return { kind: 'refused', host: call.url.hostname, port: portOf(call.url) };
  if (unreachableCodes.has(code)) return { kind: 'unreachable', host, code };
  if (tlsCodes.test(code))
    return { kind: 'tls', host, code, detail: code.startsWith('ERR_TLS_CERT_ALTNAME') ? '' : opensslReason(message) };
  if (cutCodes.has(code) || /aborted|socket hang up|disconnected/.test(message)) return { kind: 'cut', host };
  if (code.startsWith('HPE_') || code.startsWith('Z_') || code === 'ERR_BAD_RESPONSE') return { kind: 'malformed-answer', host, code };
  return { kind: 'unreachable', host, code: code || 'unknown error' };
}

export const portOf = (url: URL): number => (url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port));

function innermost(error: unknown): unknown {
  let current = error;
  for (let depth = 0; depth < 5; depth += 1) {
    if (current instanceof AggregateError && current.errors.length > 0) current = current.errors[0];
    else if (isAxiosError(current) && current.cause !== undefined) current = current.cause;
    else break;
  }
  return current;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** OpenSSL messages carry file names and numbers; the words before them are enough: "wrong version number". */
function opensslReason(message: string): string {
  const reason = /SSL routines:[^:]*:([^:]+)/.exec(message)?.[1];
  return reason ?? message.split('\n', 1)[0]?.slice(0, 120) ?? '';
}
