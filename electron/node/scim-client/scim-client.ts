import { type Exchange, readPayload } from '../../../shared/preflight/exchange';
import type { Call, Connection } from '../net/net-door';

export interface ScimQuery {
  readonly startIndex?: number;
  readonly count?: number;
  readonly filter?: string;
}

export interface ScimCall {
  readonly method: Call['method'];
  /** Below the base URL, starting with a slash: `/Users`. */
  readonly path: string;
  readonly query?: ScimQuery;
  readonly body?: unknown;
  readonly purpose: string;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
  /** False asks as somebody who has no token. */
  readonly withToken?: boolean;
}

export interface ScimClient {
  readonly baseUrl: string;
  readonly call: (call: ScimCall) => Promise<Exchange>;
}

/** The token stays in this closure: no exchange, failure or record carries it. */
export function createScimClient(connection: Connection, baseUrl: string, token: string): ScimClient {
  return {
    baseUrl,
    call: async ({ method, path, query, body, purpose, signal, timeoutMs, withToken }) => {
      const url = `${baseUrl}${path}${printQuery(query ?? {})}`;
      const answer = await connection.send({
        method,
        url,
        purpose,
        signal,
        headers: {
          ...(withToken === false ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/scim+json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      });
      if (!answer.ok) return { method, url, outcome: { kind: 'failed', failure: answer.error } };
      const { status, headers, body: text } = answer.value;
      return {
        method,
        url,
        outcome: { kind: 'answered', status, contentType: headers['content-type'] ?? '', headers, payload: readPayload(text) },
      };
    },
  };
}

/** `%20` rather than `+` for spaces: both are allowed, but only one is read alike everywhere. */
function printQuery(query: ScimQuery): string {
  const parts = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** `userName eq "…"` with the value as a JSON string (RFC 7644 section 3.4.2.2). */
export const equals = (attribute: 'userName' | 'displayName', value: string): string => `${attribute} eq ${JSON.stringify(value)}`;
