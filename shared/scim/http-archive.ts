import { redactSecrets } from '../redact-secrets';
import type { Exchange, ExchangeBody } from './exchange';
import { publicHeaders } from './public-headers';

export interface ArchiveOptions {
  /** Base URL under which the paths stand. */
  readonly baseUrl: string;
  readonly appVersion: string;
}

interface NameValue {
  readonly name: string;
  readonly value: string;
}

/**
 * The exchanges as an HTTP archive (HAR 1.2), which browsers' tools and proxies open: the pieces of one JSON text, so that any
 * number of them can be written. Secrets are taken out.
 */
export function* archivePieces(exchanges: Iterable<Exchange>, { baseUrl, appVersion }: ArchiveOptions): Iterable<string> {
  yield `{"log":{"version":"1.2","creator":${JSON.stringify({ name: 'SCIM Preflight', version: appVersion })},"entries":[`;
  let first = true;
  for (const exchange of exchanges) {
    yield `${first ? '' : ','}\n${JSON.stringify(entryOf(exchange, baseUrl))}`;
    first = false;
  }
  yield '\n]}}\n';
}

function entryOf(exchange: Exchange, baseUrl: string): object {
  const query = exchange.query === '' ? '' : `?${exchange.query}`;
  return {
    startedDateTime: new Date(exchange.at).toISOString(),
    time: exchange.durationMs,
    request: {
      method: exchange.method,
      url: redactSecrets(`${baseUrl}${exchange.path}${query}`),
      httpVersion: 'HTTP/1.1',
      headers: namedValues(exchange.requestHeaders),
      queryString: queryOf(exchange.query),
      cookies: [],
      headersSize: -1,
      bodySize: exchange.requestBytes,
      ...(exchange.request === null
        ? {}
        : { postData: { mimeType: exchange.request.mediaType, text: redactSecrets(exchange.request.text), params: [] } }),
    },
    response: {
      status: exchange.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: namedValues(exchange.responseHeaders),
      cookies: [],
      content: contentOf(exchange.response),
      redirectURL: '',
      headersSize: -1,
      bodySize: exchange.responseBytes,
    },
    cache: {},
    timings: { send: 0, wait: exchange.durationMs, receive: 0 },
    ...(exchange.deviations.length === 0 ? {} : { comment: `Deviations: ${exchange.deviations.join(', ')}` }),
  };
}

const contentOf = (body: ExchangeBody | null): object =>
  body === null
    ? { size: 0, mimeType: 'x-unknown' }
    : {
        size: body.bytes,
        mimeType: body.mediaType,
        text: redactSecrets(body.text),
        ...(body.truncated ? { comment: 'only the beginning was kept' } : {}),
      };

const namedValues = (headers: Readonly<Record<string, string>>): readonly NameValue[] =>
  Object.entries(publicHeaders(headers)).map(([name, value]) => ({ name, value }));

function queryOf(query: string): readonly NameValue[] {
  if (query === '') return [];
  return redactSecrets(query)
    .split('&')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return { name: decoded(name), value: redactSecrets(decoded(rest.join('='))) };
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
