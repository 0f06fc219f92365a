import type { IncomingMessage, ServerResponse } from 'node:http';
import { err, ok, type Result } from '../../../shared/result';
import type { Json } from '../../../shared/scim/json';
import { httpError, type ScimError } from '../../../shared/scim/scim-error';
import { type Asked, LocalAsked, SocketAsked } from './asked';
import type { Arrival } from './describe-exchange';
import { type Outcome, outcome, refused } from './desk';
import { findRoute, type Route } from './find-route';
import { createGuard } from './guards';
import { checkCoding, checkMediaType, parseBody } from './read-body';
import { readQuery } from './read-query';
import type { Recorder } from './recorder';
import type { Answer } from './routes';
import { Outbox, responseOf, send } from './send';

/** The server's one way to an answer, from two sides: a socket, and the program itself. */
export interface ScimApp {
  listener(incoming: IncomingMessage, outgoing: ServerResponse): void;
  /** The same without a socket. */
  request(url: string, init?: RequestInit): Promise<Response>;
}

export interface AppOptions {
  readonly token: string;
  readonly basePath: string;
  readonly clock: () => number;
}

/**
 * Each request passes the guards, is read within bounds, answered from the mirror in one go, and sent when the journal has what it
 * changed. A request without a body is answered before its event is over: a promise costs more than finding a user.
 */
export function createScimApp(recorder: Recorder, { token, basePath, clock }: AppOptions): ScimApp {
  const guard = createGuard(token);
  const outbox = new Outbox();

  const answer = (asked: Asked): Outcome | Promise<Outcome> => {
    const startedMs = performance.now();
    const { target } = asked;
    const arrival = arrivalOf(asked, basePath, clock(), startedMs);
    const denial = guard(asked.headers);
    if (denial !== null) return recorder.record(arrival, () => refused(denial.error, { headers: denial.headers }));
    if (target === null) return recorder.record(arrival, () => refused(unreadable));
    const route = isBelow(target, basePath) ? findRoute(arrival.path) : null;
    if (asked.method === 'GET' || asked.method === 'HEAD') return work(arrival, route);
    return readAndWork(arrival, route);
  };

  const work = (arrival: Arrival, route: Route | null): Outcome | Promise<Outcome> =>
    recorder.record(arrival, (desk) => {
      const { asked, at, body } = arrival;
      const parsed = body === null ? noBody : readJson(body.text, asked.headers['content-type']);
      if (!parsed.ok) return refused(parsed.error);
      const call = {
        method: asked.method,
        parameters: readQuery(arrival.query),
        body: parsed.value,
        ifMatch: asked.headers['if-match'] ?? null,
        ifNoneMatch: asked.headers['if-none-match'] ?? null,
        at,
      };
      return answerOf(route, asked.method)(desk, call, route?.id ?? '');
    });

  const readAndWork = async (arrival: Arrival, route: Route | null): Promise<Outcome> => {
    const { asked } = arrival;
    const coded = checkCoding(asked.headers['content-encoding']);
    if (coded !== null) return recorder.record(arrival, () => refused(coded));
    const text = await asked.readText();
    if (!text.ok) {
      const { error } = text;
      return recorder.record(arrival, () => refused(error, error.status === 413 ? { headers: { Connection: 'close' } } : {}));
    }
    const body = text.value === '' ? null : { text: text.value, mediaType: asked.headers['content-type'] ?? '' };
    return work({ ...arrival, body }, route);
  };

  return {
    listener(incoming, outgoing) {
      // What nobody expects ends this connection, and no other.
      try {
        const outcome = answer(new SocketAsked(incoming, outgoing));
        if (!(outcome instanceof Promise)) outbox.put(outcome, outgoing, incoming);
        else outcome.then((answered) => send(answered, outgoing, incoming)).catch(() => incoming.destroy());
      } catch {
        incoming.destroy();
      }
    },
    request: async (url, init) => {
      const request = new Request(url, init);
      return responseOf(await answer(new LocalAsked(request)), request.method);
    },
  };
}

const unreadable = httpError(400, 'expected the address as a path (RFC 9112 section 3.2), found one that cannot be read');

const isBelow = (target: string, basePath: string): boolean => target.startsWith(basePath) && target.charAt(basePath.length) === '/';

/** HEAD is GET without the body (RFC 9110 section 9.3.2). */
function answerOf(route: Route | null, method: string): Answer {
  if (route === null) return unknownPath;
  const known = route.methods[method === 'HEAD' ? 'GET' : method];
  if (known !== undefined) return known;
  return method === 'OPTIONS' ? tellMethods(allowed(route)) : notAllowed(allowed(route));
}

/** What `Allow` lists (RFC 9110 section 10.2.1). */
const allowed = ({ methods }: Route): string =>
  [...Object.keys(methods).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'].join(', ');

/** RFC 9110 section 9.3.7. */
const tellMethods =
  (methods: string): Answer =>
  () =>
    outcome({ status: 204, headers: { Allow: methods } });

const noBody: Result<Json | undefined, ScimError> = ok(undefined);

function readJson(text: string, mediaType: string | undefined): Result<Json | undefined, ScimError> {
  const wrongType = checkMediaType(mediaType);
  return wrongType === null ? parseBody(text) : err(wrongType);
}

function arrivalOf(asked: Asked, basePath: string, at: number, startedMs: number): Arrival {
  const target = asked.target ?? '';
  const question = target.indexOf('?');
  const path = question === -1 ? target : target.slice(0, question);
  const below = isBelow(path, basePath) ? path.slice(basePath.length) : path;
  return {
    asked,
    at,
    startedMs,
    path: below.length > 2000 ? below.slice(0, 2000) : below,
    query: question === -1 ? '' : target.slice(question + 1, question + 10_000),
    body: null,
  };
}

const notAllowed =
  (methods: string): Answer =>
  (_desk, call) =>
    refused(httpError(405, `${call.method}: expected ${methods} here`), { headers: { Allow: methods } });

const unknownPath: Answer = (desk) =>
  refused(
    httpError(404, `expected a path below ${desk.baseUrl}: /Users, /Groups, /.search, /ServiceProviderConfig, /ResourceTypes, /Schemas`),
  );
