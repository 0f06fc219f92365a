import type { IncomingHttpHeaders } from 'node:http';
import type { MirrorExchange } from '../../../shared/mirror/mirror-exchange';
import type { ExchangeBody } from '../../../shared/scim/exchange';
import type { Effect } from '../../../shared/vendor/effect';
import { compareText } from '../../../shared/vendor/names';
import { type AnswerBody, beginningOf, byteLengthOf } from './answer-body';
import type { Asked } from './asked';
import type { Outcome } from './desk';
import type { Mirror } from './mirror';

/** A request as it came, before it is answered. */
export interface Arrival {
  readonly asked: Asked;
  readonly at: number;
  /** `performance.now()` when it came. */
  readonly startedMs: number;
  readonly path: string;
  readonly query: string;
  readonly body: { readonly text: string; readonly mediaType: string } | null;
}

/** A request with its answer. */
export interface Answered {
  readonly id: number;
  readonly arrival: Arrival;
  readonly outcome: Outcome;
  readonly durationMs: number;
}

/** Headers that the log keeps: what the protocol acts on, and never a credential. */
const keptHeaderCharacters = 300;
const keptHeaders = ['content-type', 'accept', 'if-match', 'if-none-match', 'host', 'origin'] as const;

/** Answers are kept up to here: a group of ten thousand is three quarters of a megabyte, on each of its changes. */
const keptAnswerCharacters = 16_384;
/** Of a read less: it changed nothing, and a page of a hundred users would cost more to keep than to answer. */
const keptReadCharacters = 2048;
/** Effects and people of one request are kept up to here; the counts say how many there were. */
const keptEffects = 5000;

/**
 * As the log keeps it: without what is cut off its answer, so that a page of a hundred users does not wait for the log with it. `mirror` is
 * what the answer was made from, or later: of a request that changed nothing it is not asked.
 */
export function describeExchange({ id, arrival, outcome, durationMs }: Answered, mirror: Mirror): MirrorExchange {
  const { asked } = arrival;
  const request = arrival.body === null ? null : whole(arrival.body.text, arrival.body.mediaType);
  const kept = asked.method === 'GET' ? keptReadCharacters : keptAnswerCharacters;
  const response = outcome.body === null ? null : beginning(outcome.body, kept);
  return {
    id,
    at: arrival.at,
    method: asked.method,
    path: arrival.path,
    query: arrival.query,
    status: outcome.status,
    durationMs,
    scimType: outcome.scimType,
    client: (asked.headers['user-agent'] ?? '').slice(0, 200),
    people: outcome.effects.length === 0 ? outcome.people : peopleOf(outcome.people, outcome.effects, mirror),
    group: outcome.group,
    eventCount: outcome.change?.events.length ?? 0,
    effectCount: outcome.effects.length,
    requestBytes: request?.bytes ?? 0,
    responseBytes: response?.bytes ?? 0,
    pinned: false,
    requestHeaders: headersOf(asked.headers),
    responseHeaders: outcome.headers,
    request,
    response,
    events: outcome.events,
    effects: outcome.effects.length > keptEffects ? outcome.effects.slice(0, keptEffects) : outcome.effects,
    deviations: outcome.deviations,
  };
}

/** The last ones: a client sends the same with each of its requests, and what is the same is laid out and written down once. */
let before: { readonly sent: IncomingHttpHeaders; readonly kept: Readonly<Record<string, string>> } = { sent: {}, kept: {} };

function headersOf(sent: IncomingHttpHeaders): Readonly<Record<string, string>> {
  if (keptHeaders.every((name) => sent[name] === before.sent[name])) return before.kept;
  const kept: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = sent[name];
    if (value !== undefined) kept[name] = value.slice(0, keptHeaderCharacters);
  }
  before = { sent, kept };
  return kept;
}

const whole = (text: string, mediaType: string): ExchangeBody => ({ mediaType, text, bytes: Buffer.byteLength(text), truncated: false });

/** A copy: a part of a text would hold on to all of it. */
const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

function beginning(body: AnswerBody, kept: number): ExchangeBody {
  const { text, truncated } = beginningOf(body, kept);
  return { mediaType: 'application/scim+json', bytes: byteLengthOf(body), text: truncated ? copyOf(text) : text, truncated };
}

/** Whom the request named, and whom it changed. */
function peopleOf(named: readonly string[], effects: readonly Effect[], mirror: Mirror): readonly string[] {
  const people = new Set(named);
  for (const effect of effects) {
    if (!('personId' in effect) || people.size >= keptEffects) continue;
    const person = mirror.organisation.people.get(effect.personId);
    if (person !== undefined) people.add(person.userName);
  }
  return [...people].sort(compareText);
}
