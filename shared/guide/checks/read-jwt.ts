/** What a JSON Web Token says of itself (RFC 7519 section 4.1). Nothing is verified: only its owner's times are read. */
export interface JwtClaims {
  /** Milliseconds since 1970; null where the token does not say. */
  readonly expiresAtMs: number | null;
  readonly issuer: string | null;
}

/** Null where it is not a token of three parts with a JSON object as its second. */
export function readJwt(text: string): JwtClaims | null {
  const parts = text.split('.');
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]*$/.test(part)) || parts[0] === '' || parts[1] === '') return null;
  const header = readObject(parts[0] ?? '');
  const claims = readObject(parts[1] ?? '');
  if (header === null || claims === null || !('alg' in header)) return null;
  const seconds = 'exp' in claims && typeof claims.exp === 'number' && Math.abs(claims.exp) < 8.64e12 ? claims.exp : null;
  return {
    expiresAtMs: seconds === null ? null : seconds * 1000,
    issuer: 'iss' in claims && typeof claims.iss === 'string' ? claims.iss : null,
  };
}

function readObject(part: string): object | null {
  try {
    const json: unknown = JSON.parse(decodeBase64Url(part));
    return typeof json === 'object' && json !== null ? json : null;
  } catch {
    return null;
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** To Latin-1 characters: what lies beyond ASCII is not needed, and JSON's structure is ASCII. */
function decodeBase64Url(text: string): string {
  let bits = 0;
  let held = 0;
  let out = '';
  for (const character of text) {
    bits = ((bits << 6) | alphabet.indexOf(character)) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out += String.fromCharCode((bits >> held) & 0xff);
    }
  }
  return out;
}
