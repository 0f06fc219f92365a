import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { err, ok, type Result } from '../../../shared/result';
import type { Json } from '../../../shared/scim/json';
import { httpError, type ScimError } from '../../../shared/scim/scim-error';
import type { Arrival } from './describe-exchange';
import { refused } from './desk';
import { createGuard } from './guards';
import { checkMediaType, decode, parseBody, readIncoming } from './read-body';
import { readQuery } from './read-query';
import type { Recorder } from './recorder';
import { type Answer, routes } from './routes';
import { send } from './send';

export type ScimApp = Hono<{ Bindings: Partial<HttpBindings> }>;
export type ScimContext = Context<{ Bindings: Partial<HttpBindings> }>;

export interface AppOptions {
  readonly token: string;
  readonly basePath: string;
  readonly clock: () => number;
}

/** Headers that the log keeps: what the protocol acts on, and never a credential. */
const keptHeaders = ['content-type', 'accept', 'if-match', 'if-none-match', 'host', 'origin'] as const;

/**
 * The routes of one server. Each request passes the guards, is read within bounds, answered from the mirror in one go, and sent
 * when the journal has it. `app.request()` goes the same way without a socket.
 */
export function createScimApp(recorder: Recorder, options: AppOptions): ScimApp {
  const guard = createGuard(options.token);
  // `/Users/` is `/Users`.
  const app: ScimApp = new Hono({ strict: false });

  const serve = async (context: ScimContext, answer: Answer): Promise<Response> => {
    const startedMs = performance.now();
    const at = options.clock();
    const header = (name: string): string | undefined => headerOf(context, name);
    const denial = guard({
      host: header('host') ?? new URL(context.req.url).host,
      origin: header('origin'),
      authorization: header('authorization'),
    });
    const arrival = arrivalOf(context, options.basePath, at, startedMs);
    if (denial !== null) {
      const outcome = refused(denial.error, { headers: denial.headers });
      return send(context, await recorder.record(arrival, () => outcome));
    }
    const text = await readText(context);
    if (!text.ok) {
      const outcome = refused(text.error, text.error.status === 413 ? { headers: { Connection: 'close' } } : {});
      return send(context, await recorder.record(arrival, () => outcome));
    }
    const mediaType = header('content-type');
    const body = text.value === '' ? null : { text: text.value, mediaType: mediaType ?? '' };
    const outcome = await recorder.record({ ...arrival, body }, (desk) => {
      const parsed = body === null ? noBody : readJson(body.text, mediaType);
      if (!parsed.ok) return refused(parsed.error);
      const call = {
        method: context.req.method,
        parameters: readQuery(arrival.query),
        body: parsed.value,
        ifMatch: header('if-match') ?? null,
        ifNoneMatch: header('if-none-match') ?? null,
        at,
      };
      return answer(desk, call, context.req.param('id') ?? '');
    });
    return send(context, outcome);
  };

  for (const [path, methods] of Object.entries(routes)) {
    const full = options.basePath + path;
    for (const [method, answer] of Object.entries(methods))
      if (answer !== undefined) app.on(method, full, (context) => serve(context, answer));
    app.all(full, (context) => serve(context, notAllowed(Object.keys(methods))));
  }
  app.all('*', (context) => serve(context, unknownPath));
  return app;
}

const noBody: Result<Json | undefined, ScimError> = ok(undefined);

function readJson(text: string, mediaType: string | undefined): Result<Json | undefined, ScimError> {
  const wrongType = checkMediaType(mediaType);
  return wrongType === null ? parseBody(text) : err(wrongType);
}

/** A socket's headers as Node has them, without building a `Headers` object for each request. */
function headerOf(context: ScimContext, name: string): string | undefined {
  const incoming = context.env?.incoming;
  if (incoming === undefined) return context.req.header(name);
  const value = incoming.headers[name];
  return typeof value === 'string' ? value : undefined;
}

async function readText(context: ScimContext): Promise<Result<string, ScimError>> {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return ok('');
  const incoming: IncomingMessage | undefined = context.env?.incoming;
  return incoming === undefined ? decode(new Uint8Array(await context.req.arrayBuffer())) : readIncoming(incoming);
}

function arrivalOf(context: ScimContext, basePath: string, at: number, startedMs: number): Arrival {
  const { url } = context.req;
  const from = url.indexOf('/', url.indexOf('//') + 2);
  const question = url.indexOf('?', from);
  const path = url.slice(from, question === -1 ? undefined : question);
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = headerOf(context, name);
    if (value !== undefined) headers[name] = value.slice(0, 300);
  }
  return {
    at,
    startedMs,
    method: context.req.method,
    path: (path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path).slice(0, 2000),
    query: question === -1 ? '' : url.slice(question + 1, question + 10_000),
    client: (headerOf(context, 'user-agent') ?? '').slice(0, 200),
    headers,
    body: null,
  };
}

const notAllowed =
  (methods: readonly string[]): Answer =>
  (_desk, call) =>
    refused(httpError(405, `${call.method}: expected ${methods.join(', ')} here`), { headers: { Allow: methods.join(', ') } });

const unknownPath: Answer = (desk) =>
  refused(
    httpError(404, `expected a path below ${desk.baseUrl}: /Users, /Groups, /.search, /ServiceProviderConfig, /ResourceTypes, /Schemas`),
  );
