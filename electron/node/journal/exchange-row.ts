import type { MirrorEvent, MirrorExchange } from '../../../shared/mirror/mirror-exchange';
import type { ExchangeBody, ExchangeSummary } from '../../../shared/scim/exchange';
import type { Effect } from '../../../shared/vendor/effect';
import { type Database, JournalDamage } from './sqlite';
import { readable } from './text-columns';

/** What the log never searches by. */
interface Details {
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly request: Omit<ExchangeBody, 'text' | 'bytes'> | null;
  readonly response: Omit<ExchangeBody, 'text' | 'bytes'> | null;
  readonly effects: readonly Effect[];
  readonly deviations: readonly string[];
}

export interface SummaryRow {
  readonly id: number;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly duration_us: number;
  readonly scim_type: string | null;
  readonly client: string;
  readonly people: string;
  readonly group_name: string | null;
  readonly event_count: number;
  readonly effect_count: number;
  readonly request_bytes: number;
  readonly response_bytes: number;
  readonly pinned: number;
}

export interface FullRow extends SummaryRow {
  readonly request_text: string | null;
  readonly response_text: string | null;
  readonly details: string;
  readonly events: string | null;
}

export const summaryColumns =
  'id, at, method, path, query, status, duration_us, scim_type, client, people, group_name, event_count, effect_count, request_bytes, response_bytes, pinned';

const columns = `${summaryColumns}, request_text, response_text, details, entry_seq`;

/** All of a row, as it is read where it may be damaged. */
export const wholeRow = readable(`${columns}, removal`);

/** An exchange as its row binds it: the values of `columns`, in order. */
export type ExchangeRow = readonly (string | number | null)[];

export function insertRow(database: Database): (row: ExchangeRow) => void {
  const statement = database.prepare(`INSERT INTO exchanges (${columns}) VALUES (${columns.replaceAll(/[a-z_]+/g, '?')})`);
  return (row) => {
    statement.run(row as (string | number | null)[]);
  };
}

/** Its events are in `entries` already. */
export const rowOf = (exchange: MirrorExchange, entrySeq: number | null): ExchangeRow => [
  exchange.id,
  exchange.at,
  exchange.method,
  exchange.path,
  exchange.query,
  exchange.status,
  Math.round(exchange.durationMs * 1000),
  exchange.scimType,
  exchange.client,
  printPeople(exchange.people),
  exchange.group,
  exchange.eventCount,
  exchange.effectCount,
  exchange.requestBytes,
  exchange.responseBytes,
  0,
  exchange.request?.text ?? null,
  exchange.response?.text ?? null,
  printDetails(exchange),
  entrySeq,
];

/** Of one name the brackets are put by hand: that takes half the time. */
const printPeople = (people: readonly string[]): string => {
  const [first, second] = people;
  if (first === undefined) return '';
  return second === undefined ? `[${JSON.stringify(first)}]` : JSON.stringify(people);
};

/** Of the last exchange without a body and effects: a client's reads differ in little else than their texts, and share these parts. */
let printed: { readonly details: Details; readonly text: string } | null = null;

/** `Details` as JSON. */
function printDetails(exchange: MirrorExchange): string {
  const { requestHeaders, responseHeaders, request, response, effects, deviations } = exchange;
  const known = printed?.details;
  if (
    request === null &&
    effects.length === 0 &&
    known !== undefined &&
    requestHeaders === known.requestHeaders &&
    responseHeaders === known.responseHeaders &&
    response?.mediaType === known.response?.mediaType &&
    response?.truncated === known.response?.truncated &&
    deviations === known.deviations
  )
    return (printed as NonNullable<typeof printed>).text;
  const details: Details = { requestHeaders, responseHeaders, request: frameOf(request), response: frameOf(response), effects, deviations };
  const text = JSON.stringify(details);
  if (request === null && effects.length === 0) printed = { details, text };
  return text;
}

const frameOf = (body: ExchangeBody | null): Details['request'] =>
  body === null ? null : { mediaType: body.mediaType, truncated: body.truncated };

/** Nobody is named by a line that is damaged; what it says besides is still of use. */
function peopleOf(text: string): readonly string[] {
  try {
    return text === '' ? [] : (JSON.parse(text) as string[]);
  } catch {
    return [];
  }
}

export const readSummary = (row: SummaryRow): ExchangeSummary => ({
  id: row.id,
  at: row.at,
  method: row.method,
  path: row.path,
  query: row.query,
  status: row.status,
  durationMs: row.duration_us / 1000,
  scimType: row.scim_type,
  client: row.client,
  people: peopleOf(row.people),
  group: row.group_name,
  eventCount: row.event_count,
  effectCount: row.effect_count,
  requestBytes: row.request_bytes,
  responseBytes: row.response_bytes,
  pinned: row.pinned === 1,
});

/** Throws `JournalDamage` where the row is not as it was written. */
export function readExchange(row: FullRow): MirrorExchange {
  try {
    return parseExchange(row);
  } catch {
    throw new JournalDamage(`request ${row.id} of the log is not as it was written`);
  }
}

function parseExchange(row: FullRow): MirrorExchange {
  const details = JSON.parse(row.details) as Details;
  const body = (frame: Details['request'], text: string | null, bytes: number): ExchangeBody | null =>
    frame === null || text === null ? null : { ...frame, text, bytes };
  return {
    ...readSummary(row),
    requestHeaders: details.requestHeaders,
    responseHeaders: details.responseHeaders,
    request: body(details.request, row.request_text, row.request_bytes),
    response: body(details.response, row.response_text, row.response_bytes),
    events: row.events === null ? [] : (JSON.parse(row.events) as { events: MirrorEvent[] }).events,
    effects: details.effects,
    deviations: details.deviations,
  };
}
