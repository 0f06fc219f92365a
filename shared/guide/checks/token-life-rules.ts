import { readJwt } from './read-jwt';
import { judged, type Rule } from './rule';

const dayMs = 86_400_000;
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export type ExpiryState = 'expired' | 'soon' | 'later';
export const soonDays = 30;

export function expiryState(expiresAtMs: number, nowMs: number): ExpiryState {
  if (expiresAtMs <= nowMs) return 'expired';
  return expiresAtMs - nowMs < soonDays * dayMs ? 'soon' : 'later';
}

const expiry = judged({
  code: 'expiry',
  severity: 'note',
  title: 'It says when it ends',
  remedy: 'Note the day: from then on provisioning stops with 401.',
  look: (text, { nowMs }) => {
    const ends = readJwt(text)?.expiresAtMs ?? null;
    if (ends === null || expiryState(ends, nowMs) !== 'later') return null;
    return { expected: 'an end in the future', found: day(ends) };
  },
});

const endsSoon = judged({
  code: 'ends-soon',
  severity: 'warning',
  title: 'It ends soon',
  remedy: 'Make a new one at TestMu AI before that day; nothing warns when it ends.',
  look: (text, { nowMs }) => {
    const ends = readJwt(text)?.expiresAtMs ?? null;
    if (ends === null || expiryState(ends, nowMs) !== 'soon') return null;
    return { expected: `an end more than ${soonDays} days away`, found: day(ends) };
  },
});

const expired = judged({
  code: 'expired',
  severity: 'error',
  title: 'It has ended',
  remedy: 'Make a new one: TestMu AI › Organization Settings › Security.',
  look: (text, { nowMs }) => {
    const ends = readJwt(text)?.expiresAtMs ?? null;
    if (ends === null || expiryState(ends, nowMs) !== 'expired') return null;
    return { expected: 'an end in the future', found: day(ends) };
  },
});

/** When a token ends, as far as it says so itself: the claim `exp` of a web token (RFC 7519 section 4.1.4). */
export const tokenLife: readonly Rule[] = [expired, endsSoon, expiry];
