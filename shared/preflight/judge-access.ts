import { type Exchange, jsonOf, requestLine, statusOf } from './exchange';
import { failedProbe } from './judge-connection';
import type { Probe, ProbeCode } from './probe';
import { errorDetail, readListPage } from './read-resource';

type Judged = readonly [result: Probe['result'], meaning: string, fix: string | null];

export function judged(code: ProbeCode, exchange: Exchange, [result, meaning, fix]: Judged): Probe {
  return { code, result, request: requestLine(exchange), status: statusOf(exchange), meaning, fix };
}

/** What an unexpected status of a read usually means, in the words of vendor-behaviour.md section 7. */
export function unexpectedStatus(code: ProbeCode, exchange: Exchange): Probe {
  if (exchange.outcome.kind === 'failed') return failedProbe(code, requestLine(exchange), exchange.outcome.failure);
  const { status, payload } = exchange.outcome;
  const detail = errorDetail(jsonOf(exchange));
  const says = detail === '' ? '' : ` It says: "${detail}".`;
  if (status === 401)
    return judged(code, exchange, [
      'fail',
      `The token is invalid or expired (401).${says}`,
      'Generate a new token at the vendor (Organization Settings > Security) and paste it without "Bearer ".',
    ]);
  if (status === 403)
    return judged(code, exchange, [
      'fail',
      `The token is not allowed to do this (403).${says}`,
      'Use a token of an administrator, and check with support that SCIM is switched on for the organisation.',
    ]);
  if (status === 404)
    return judged(code, exchange, [
      'fail',
      `There is nothing at this address (404).${says}`,
      "Check the path of the base URL: the vendor's is https://auth.lambdatest.com/api/scim.",
    ]);
  if (status === 429)
    return judged(code, exchange, [
      'fail',
      `Too many requests (429).${says}`,
      'Wait for as long as the service asks, then run the preflight again.',
    ]);
  if (status >= 500)
    return judged(code, exchange, [
      'fail',
      `The service itself failed (${status}).${says}`,
      "Try again later; if it stays, hand this line to the service's support.",
    ]);
  if (payload.kind === 'html')
    return judged(code, exchange, [
      'fail',
      `Expected JSON, found a web page${payload.title === '' ? '' : ` titled "${payload.title}"`}.`,
      'The address is a page for people or a sign-in page: use the SCIM base URL.',
    ]);
  return judged(code, exchange, ['fail', `Expected 200, found ${status}.${says}`, "Hand this line to the service's support."]);
}

/** RFC 7644 section 2: an unauthenticated request is refused with 401. */
export function judgeWithoutToken(exchange: Exchange): Probe {
  if (exchange.outcome.kind === 'failed') return failedProbe('without-token', requestLine(exchange), exchange.outcome.failure);
  const { status } = exchange.outcome;
  if (status === 401) return judged('without-token', exchange, ['pass', 'Refused with 401, as it should be.', null]);
  if (status === 403)
    return judged('without-token', exchange, [
      'warn',
      'Refused with 403 instead of 401: an expired token will look like a missing permission.',
      null,
    ]);
  if (status >= 200 && status < 300) {
    return judged('without-token', exchange, [
      'fail',
      `Answered ${status} to somebody without a token: the people of the organisation are open to anybody.`,
      'Do not go on. Tell the service; check that no proxy adds the token.',
    ]);
  }
  return unexpectedStatus('without-token', exchange);
}

export function judgeToken(exchange: Exchange): Probe {
  if (exchange.outcome.kind === 'failed' || exchange.outcome.status !== 200) return unexpectedStatus('token', exchange);
  return judged('token', exchange, ['pass', 'The token is accepted.', null]);
}

/** RFC 7644 section 3.1: `application/scim+json`; `application/json` is met in the field and read by every client. */
export function judgeContentType(exchange: Exchange): Probe {
  if (exchange.outcome.kind === 'failed') return unexpectedStatus('content-type', exchange);
  const { contentType, payload } = exchange.outcome;
  const media = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (payload.kind === 'html') return unexpectedStatus('content-type', { ...exchange, outcome: { ...exchange.outcome, status: 200 } });
  if (payload.kind !== 'json') {
    const found = payload.kind === 'empty' ? 'an empty body' : 'text that is not JSON';
    return judged('content-type', exchange, [
      'fail',
      `Expected JSON, found ${found} (Content-Type "${contentType}").`,
      'Check that the address is the SCIM endpoint; an answer cut off on the way looks like this too.',
    ]);
  }
  if (media === 'application/scim+json' || media === 'application/json')
    return judged('content-type', exchange, ['pass', `Content-Type ${media}.`, null]);
  return judged('content-type', exchange, [
    'warn',
    `The body is JSON, but Content-Type says "${contentType || 'nothing'}".`,
    'Strict clients refuse that: ask the service to answer application/scim+json.',
  ]);
}

/** J16: Activate first lists users and expects a 200 ListResponse. */
export function judgeListUsers(exchange: Exchange): Probe {
  if (exchange.outcome.kind === 'failed' || exchange.outcome.status !== 200) return unexpectedStatus('list-users', exchange);
  const page = readListPage(jsonOf(exchange));
  if (!page.ok)
    return judged('list-users', exchange, [
      'fail',
      `Expected a SCIM ListResponse with totalResults, found ${page.error}.`,
      'Check that the address is a SCIM 2.0 endpoint, not another API.',
    ]);
  return judged('list-users', exchange, ['pass', `A ListResponse: ${page.value.totalResults} users.`, null]);
}

/** J5: JumpCloud needs ids as strings, here of users and of groups. */
export function judgeIds(exchanges: readonly Exchange[]): Probe {
  const entries = exchanges.flatMap((exchange) => {
    const page = readListPage(jsonOf(exchange));
    return page.ok ? page.value.resources.map((resource) => ({ exchange, id: resource['id'] })) : [];
  });
  const bad = entries.find(({ id }) => typeof id !== 'string' || id === '');
  if (bad !== undefined) {
    return judged('string-ids', bad.exchange, [
      'fail',
      `Expected ids as JSON strings, found ${bad.id === undefined ? 'a resource without an id' : JSON.stringify(bad.id)} (J5).`,
      'The service must answer "id": "42", not "id": 42: JumpCloud cannot keep it otherwise.',
    ]);
  }
  const first = exchanges[0];
  if (entries.length === 0 || first === undefined)
    return {
      code: 'string-ids',
      result: 'skipped',
      request: null,
      status: null,
      meaning: 'Nobody is listed, so there is no id to look at.',
      fix: null,
    };
  return judged('string-ids', first, ['pass', `All ${entries.length} ids looked at are strings.`, null]);
}
