import type { MirrorExchange } from '../../../shared/mirror/mirror-exchange';
import type { ExchangeBody } from '../../../shared/scim/exchange';
import type { Effect } from '../../../shared/vendor/effect';
import { compareText } from '../../../shared/vendor/names';
import { type AnswerBody, beginningOf, byteLengthOf } from './answer-body';
import type { Outcome } from './desk';
import type { Mirror } from './mirror';

/** A request as it came, before it is answered. */
export interface Arrival {
  readonly at: number;
  /** `performance.now()` when it came. */
  readonly startedMs: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly client: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly text: string; readonly mediaType: string } | null;
}

/** Answers are kept up to here: a group of ten thousand is three quarters of a megabyte, on each of its changes. */
const keptAnswerCharacters = 16_384;
/** Of a read less: it changed nothing, and a page of a hundred users would cost more to keep than to answer. */
const keptReadCharacters = 4096;
/** Effects and people of one request are kept up to here; the counts say how many there were. */
const keptEffects = 5000;

export function describeExchange(id: number, arrival: Arrival, outcome: Outcome, mirror: Mirror): MirrorExchange {
  const request = arrival.body === null ? null : whole(arrival.body.text, arrival.body.mediaType);
  const kept = arrival.method === 'GET' ? keptReadCharacters : keptAnswerCharacters;
  const response = outcome.body === null ? null : beginning(outcome.body, kept);
  return {
    id,
    at: arrival.at,
    method: arrival.method,
    path: arrival.path,
    query: arrival.query,
    status: outcome.status,
    durationMs: performance.now() - arrival.startedMs,
    scimType: outcome.scimType,
    client: arrival.client,
    people: outcome.effects.length === 0 ? outcome.people : peopleOf(outcome.people, outcome.effects, mirror),
    group: outcome.group,
    eventCount: outcome.change?.events.length ?? 0,
    effectCount: outcome.effects.length,
    requestBytes: request?.bytes ?? 0,
    responseBytes: response?.bytes ?? 0,
    pinned: false,
    requestHeaders: arrival.headers,
    responseHeaders: outcome.headers,
    request,
    response,
    events: outcome.events,
    effects: outcome.effects.length > keptEffects ? outcome.effects.slice(0, keptEffects) : outcome.effects,
    deviations: outcome.deviations,
  };
}

const whole = (text: string, mediaType: string): ExchangeBody => ({ mediaType, text, bytes: Buffer.byteLength(text), truncated: false });

const beginning = (body: AnswerBody, kept: number): ExchangeBody => ({
  mediaType: 'application/scim+json',
  bytes: byteLengthOf(body),
  ...beginningOf(body, kept),
});

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
