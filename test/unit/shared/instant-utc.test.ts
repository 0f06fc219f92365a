import { expect, test } from 'vitest';
import { instantUtc } from '../../../shared/instant-utc';

test.each([
  ['2026-11-24T11:13:42.041Z', '2026-11-24 11:13 UTC'],
  ['2026-11-24T11:13:42Z', '2026-11-24 11:13 UTC'],
  ['2026-11-24T11:13Z', '2026-11-24 11:13 UTC'],
])('writes %s for readers in any time zone', (iso, written) => {
  expect(instantUtc(iso)).toBe(written);
});

test.each(['2026-11-24T11:13:42+02:00', 'yesterday', ''])('leaves %j, which is no instant in UTC, as it is', (text) => {
  expect(instantUtc(text)).toBe(text);
});
