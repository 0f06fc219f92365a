import { z } from 'zod';
import type { AppError } from '../app-error';
import { redactSecrets } from '../redact-secrets';
import { err, ok, type Result } from '../result';
import type { Exchange } from './exchange';
import { publicHeaders } from './public-headers';

export const trafficFormat = 'scim-preflight/exchanges@1';

/** One request to play again: what was sent, and the status that it was answered with then. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly contentType: string | null;
  readonly body: string | null;
  /** Null where nothing is known of the answer. */
  readonly status: number | null;
}

export const recordedRequest = (exchange: Exchange): RecordedRequest => ({
  method: exchange.method,
  path: exchange.path,
  query: exchange.query,
  contentType: exchange.request?.mediaType ?? null,
  body: exchange.request?.text ?? null,
  status: exchange.status,
});

/** The exchanges as a file that this app reads back: the pieces of one JSON text. Secrets are taken out. */
export function* trafficPieces(exchanges: Iterable<Exchange>): Iterable<string> {
  yield `{"format":${JSON.stringify(trafficFormat)},"exchanges":[`;
  let first = true;
  for (const exchange of exchanges) {
    yield `${first ? '' : ','}\n${JSON.stringify(keptPart(exchange))}`;
    first = false;
  }
  yield '\n]}\n';
}

function keptPart({ id, at, method, path, query, status, durationMs, requestHeaders, request, response, deviations }: Exchange): object {
  return {
    id,
    at: new Date(at).toISOString(),
    method,
    path,
    query: redactSecrets(query),
    status,
    durationMs,
    headers: publicHeaders(requestHeaders),
    request: request === null ? null : { mediaType: request.mediaType, text: redactSecrets(request.text) },
    response:
      response === null ? null : { mediaType: response.mediaType, text: redactSecrets(response.text), truncated: response.truncated },
    deviations,
  };
}

const body = z.object({ mediaType: z.string(), text: z.string() }).nullable();
const ours = z.object({
  format: z.literal(trafficFormat),
  exchanges: z
    .array(z.object({ method: z.string(), path: z.string(), query: z.string(), status: z.number(), request: body }))
    .max(1_000_000),
});

const archive = z.object({
  log: z.object({
    entries: z
      .array(
        z.object({
          request: z.object({
            method: z.string(),
            url: z.string(),
            postData: z.object({ mimeType: z.string().optional(), text: z.string().optional() }).optional(),
          }),
          response: z.object({ status: z.number() }).optional(),
        }),
      )
      .max(1_000_000),
  }),
});

/** Reads recorded traffic, of this app or as an HTTP archive (HAR 1.2) from a browser or a proxy; only what goes to SCIM resources. */
export function readTraffic(text: string): Result<readonly RecordedRequest[], AppError> {
  let json: unknown;
  try {
    json = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return err({
      code: 'bad-json',
      message: 'Expected recorded traffic as JSON, found something else.',
      fix: 'Choose an export of the log, or a .har file.',
    });
  }
  const isArchive = typeof json === 'object' && json !== null && 'log' in json;
  const requests = isArchive ? readArchive(json) : readOurs(json);
  if (!requests.ok || requests.value.length > 0) return requests;
  return err({
    code: 'no-scim',
    message: 'The file holds no request to a SCIM resource.',
    fix: 'Choose traffic in which a path has /Users or /Groups.',
  });
}

function readOurs(json: unknown): Result<readonly RecordedRequest[], AppError> {
  const parsed = ours.safeParse(json);
  if (!parsed.success) return err(wrongShape(parsed.error));
  return ok(
    parsed.data.exchanges.map(({ method, path, query, status, request }) => ({
      method,
      path,
      query,
      status,
      contentType: request?.mediaType ?? null,
      body: request?.text ?? null,
    })),
  );
}

const resourcePath = /\/(Users|Groups|ServiceProviderConfig|ResourceTypes|Schemas|Bulk|\.search)(?=[/?#]|$)/;

function readArchive(json: unknown): Result<readonly RecordedRequest[], AppError> {
  const parsed = archive.safeParse(json);
  if (!parsed.success) return err(wrongShape(parsed.error));
  return ok(
    parsed.data.log.entries.flatMap(({ request, response }) => {
      const [address = '', ...rest] = request.url.split('#', 1)[0]?.split('?') ?? [];
      const at = resourcePath.exec(address);
      if (at === null) return [];
      return {
        method: request.method.toUpperCase(),
        path: address.slice(at.index),
        query: rest.join('?'),
        contentType: request.postData?.mimeType ?? null,
        body: request.postData?.text ?? null,
        status: response?.status ?? null,
      };
    }),
  );
}

function wrongShape(error: z.ZodError): AppError {
  const [issue] = error.issues;
  return {
    code: 'bad-traffic',
    message: issue?.message ?? 'This is no recorded traffic.',
    path: z.core.toDotPath(issue?.path ?? []),
    fix: 'Choose an export of the log, or a .har file.',
  };
}
