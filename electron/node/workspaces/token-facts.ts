import { createHash } from 'node:crypto';
import { readJwt } from '../../../shared/guide/checks/read-jwt';
import type { SecretFacts } from '../../../shared/guide/workspace';

/** First 8 hexadecimal digits of the SHA-256: enough to tell two tokens apart, far too little to find one. */
export const fingerprintOf = (token: string): string => createHash('sha256').update(token).digest('hex').slice(0, 8);

/** What may be shown and kept of a token. One of a few characters shows none of them. */
export function tokenFacts(token: string): Pick<SecretFacts, 'last4' | 'fingerprint' | 'expiresAt'> {
  const expiresAtMs = readJwt(token)?.expiresAtMs ?? null;
  return {
    last4: token.length >= 12 ? token.slice(-4) : '',
    fingerprint: fingerprintOf(token),
    expiresAt: expiresAtMs === null ? null : isoOrNull(expiresAtMs),
  };
}

/** Four-digit years only, as the workspace's schema has them. */
function isoOrNull(ms: number): string | null {
  const text = new Date(ms).toISOString();
  return /^\d{4}-/.test(text) ? text : null;
}
