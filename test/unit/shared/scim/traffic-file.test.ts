import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../../shared/scim/exchange';
import { archivePieces } from '../../../../shared/scim/http-archive';
import { readTraffic, recordedRequest, trafficPieces } from '../../../../shared/scim/traffic-file';
import { sampleExchange } from '../../../fixtures/scim/sample-exchange';

const exchanges = [
  sampleExchange(),
  sampleExchange({ id: 8, method: 'GET', path: '/Users', query: 'filter=userName%20eq%20%22a%40b%22&count=1', request: null }),
];
const har = (exchanges: readonly Exchange[]): string => [...archivePieces(exchanges, options)].join('');
const printTraffic = (exchanges: readonly Exchange[]): string => [...trafficPieces(exchanges)].join('');
const options = { baseUrl: 'http://127.0.0.1:8080/scim/v2', appVersion: '0.1.0' };

test('an export is read back as the requests that were sent', () => {
  expect(readTraffic(printTraffic(exchanges))).toEqual({ ok: true, value: exchanges.map(recordedRequest) });
});

test('an HTTP archive is read back as the same requests', () => {
  expect(readTraffic(har(exchanges))).toEqual({ ok: true, value: exchanges.map(recordedRequest) });
});

test('the archive has what HAR 1.2 requires of an entry', () => {
  expect(JSON.parse(har([exchanges[1]!]))).toMatchObject({
    log: {
      version: '1.2',
      creator: { name: 'SCIM Preflight', version: '0.1.0' },
      entries: [
        {
          startedDateTime: '2026-11-24T08:00:00.000Z',
          time: 4,
          request: {
            url: 'http://127.0.0.1:8080/scim/v2/Users?filter=userName%20eq%20%22a%40b%22&count=1',
            queryString: [
              { name: 'filter', value: 'userName eq "a@b"' },
              { name: 'count', value: '1' },
            ],
          },
          timings: { send: 0, wait: 4, receive: 0 },
        },
      ],
    },
  });
});

describe('secrets stay out', () => {
  const secret = 'tok-5e1f00d5e1f00d';
  const leaky = sampleExchange({
    requestHeaders: { Authorization: `Bearer ${secret}`, Cookie: `sid=${secret}`, 'x-note': `Bearer ${secret}` },
    request: { mediaType: 'application/json', text: `{"password":"${secret}"}`, bytes: 1, truncated: false },
    response: { mediaType: 'application/json', text: `{"token": "${secret}"}`, bytes: 1, truncated: false },
    query: `token=${secret}`,
  });
  test.each([
    ['JSON', printTraffic([leaky])],
    ['HAR', har([leaky])],
  ])('of %s', (_, text) => {
    expect(text).not.toContain(secret);
    expect(text).toContain('password');
  });
});

test('an archive of a browser: foreign requests are left out, a base path is cut off', () => {
  const entry = (url: string) => ({ request: { method: 'get', url, headers: [] }, response: { status: 200 } });
  const text = JSON.stringify({
    log: { entries: [entry('https://cdn.example/app.js'), entry('https://auth.example/api/scim/Groups/50001?attributes=members')] },
  });
  expect(readTraffic(text)).toEqual({
    ok: true,
    value: [{ method: 'GET', path: '/Groups/50001', query: 'attributes=members', contentType: null, body: null, status: 200 }],
  });
});

test.each([
  ['no JSON', 'hello', 'bad-json'],
  ['another version', '{"format":"scim-preflight/exchanges@2","exchanges":[]}', 'bad-traffic'],
  ['an archive without requests', '{"log":{}}', 'bad-traffic'],
  ['nothing of SCIM', '{"log":{"entries":[]}}', 'no-scim'],
])('refused: %s', (_, text, code) => {
  expect(readTraffic(text)).toMatchObject({ ok: false, error: { code } });
});
