import type { ExchangeDetail, ExchangeSide, LogRow, ShownEffect } from '../../../shared/ipc/server';
import { explainExchange } from '../../../shared/mirror/explain-exchange';
import type { MirrorExchange, MirrorLog } from '../../../shared/mirror/mirror-exchange';
import { EffectWords, explainEffect } from '../../../shared/plan/explain-effect';
import { type Deviation, deviations } from '../../../shared/scim/deviations';
import type { ExchangeBody, ExchangeSummary } from '../../../shared/scim/exchange';
import { markJson } from '../../../shared/scim/marked-json';
import { markRequest } from '../../../shared/scim/marked-request';
import { prettyPrefix } from '../../../shared/scim/pretty-prefix';
import type { Effect, PersonEffect } from '../../../shared/vendor/effect';
import type { Organisation } from '../../../shared/vendor/organisation';

const effectsShown = 200;
/** A body beyond this is shown as text: marking is for reading, and nobody reads that much. */
const markedUpTo = 200_000;

export const logRow = (exchange: ExchangeSummary): LogRow => ({ ...summaryOf(exchange), meaning: explainExchange(exchange) });

function summaryOf(exchange: ExchangeSummary): ExchangeSummary {
  const { id, at, method, path, query, status, durationMs, scimType, client, people, group } = exchange;
  const { eventCount, effectCount, requestBytes, responseBytes, pinned } = exchange;
  // Thousands of names in a line are of no use to anybody, and each line would carry them.
  const shown = people.length > 20 ? people.slice(0, 20) : people;
  return {
    id,
    at,
    method,
    path,
    query,
    status,
    durationMs,
    scimType,
    client,
    people: shown,
    group,
    eventCount,
    effectCount,
    requestBytes,
    responseBytes,
    pinned,
  };
}

/** One exchange in full: both sides with the changed part marked, and what it did to people. */
export function describeDetail(exchange: MirrorExchange, log: MirrorLog, org: Organisation): ExchangeDetail {
  const request = parsed(exchange.request);
  const response = parsed(exchange.response);
  const before = isWrite(exchange) ? stateBefore(exchange, response, log) : null;
  const query = exchange.query === '' ? '' : `?${exchange.query}`;
  return {
    row: logRow(exchange),
    request: sideOf(
      [`${exchange.method} ${exchange.path}${query}`, ...headerLines(exchange.requestHeaders)],
      exchange.request,
      request === undefined ? null : markRequest(request, response),
    ),
    response: sideOf(
      [`HTTP/1.1 ${exchange.status}`, ...headerLines(exchange.responseHeaders)],
      exchange.response,
      response === undefined ? null : markJson(response, before?.body),
    ),
    comparedWith: before?.id ?? null,
    effects: exchange.effects.slice(0, effectsShown).map((effect) => shownEffect(effect, org)),
    effectCount: exchange.effectCount,
    deviations: exchange.deviations.flatMap((name) => (Object.hasOwn(deviations, name) ? { name, ...deviations[name as Deviation] } : [])),
  };
}

const headerLines = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

const isWrite = ({ method, path }: ExchangeSummary): boolean => method !== 'GET' && method !== 'HEAD' && !path.endsWith('/.search');

function sideOf(head: readonly string[], body: ExchangeBody | null, lines: ExchangeSide['lines']): ExchangeSide {
  return {
    head,
    lines,
    text: lines === null ? textOf(body) : '',
    bytes: body?.bytes ?? 0,
    truncated: body?.truncated ?? false,
  };
}

const textOf = (body: ExchangeBody | null): string => (body?.truncated === true ? prettyPrefix(body.text) : (body?.text ?? ''));

function parsed(body: ExchangeBody | null): unknown {
  if (body === null || body.truncated || body.text.length > markedUpTo) return undefined;
  try {
    return JSON.parse(body.text);
  } catch {
    return undefined;
  }
}

/** The resource as the exchange before this one showed it: from the log, so that nothing is kept twice. */
function stateBefore(exchange: MirrorExchange, response: unknown, log: MirrorLog): { readonly id: number; readonly body: unknown } | null {
  const [, collection] = exchange.path.split('/');
  const resourceId = idOf(response);
  if (resourceId === null || (collection !== 'Users' && collection !== 'Groups')) return null;
  const path = `/${collection}/${resourceId}`;
  const earlier = [
    ...log
      .list({ before: exchange.id, limit: 10, pathContains: path, minStatus: 200, maxStatus: 299 })
      .exchanges.filter((one) => one.path === path),
    ...log.list({ before: exchange.id, limit: 10, methods: ['POST'], minStatus: 200, maxStatus: 299, ...nameOf(exchange) }).exchanges,
  ].sort((one, other) => other.id - one.id);
  for (const { id } of earlier) {
    const body = parsed(log.get(id)?.response ?? null);
    if (idOf(body) === resourceId) return { id, body };
  }
  return null;
}

const nameOf = ({ group, people }: ExchangeSummary): { groupContains?: string; personContains?: string } =>
  group !== null ? { groupContains: group } : people[0] === undefined ? {} : { personContains: people[0] };

function idOf(body: unknown): string | null {
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : null;
  return typeof id === 'string' ? id : null;
}

function shownEffect(effect: Effect, org: Organisation): ShownEffect {
  if (!isPersonEffect(effect)) return { who: null, effect: explainEffect(effect), why: '', assumptions: effect.assumptions };
  const words = new EffectWords(org).explain(effect);
  const who = org.people.get(effect.personId)?.userName ?? `user ${effect.personId}`;
  return { who, effect: words.effect, why: words.why, assumptions: words.assumptions };
}

const isPersonEffect = (effect: Effect): effect is PersonEffect => 'personId' in effect;
