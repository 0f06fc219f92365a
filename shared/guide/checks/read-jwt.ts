/** What a JSON Web Token says of itself (RFC 7519 section 4.1). Nothing is verified: only its owner's times are read. */
export interface JwtClaims {
  /** Milliseconds since 1970; null where the token does not say. */
  readonly expiresAtMs: number | null;
  readonly issuer: string | null;
  /** Of the last part, in characters: as it is, and as its algorithm makes it (null where it may have any). */
  readonly signature: { readonly length: number; readonly expected: readonly number[] | null };
}

/** RFC 7518 sections 3.2 to 3.5 and RFC 8037: bytes of the signature, in base64url; RSA's depend on the key (2048, 3072, 4096 bits). */
const signatureLengths: Readonly<Record<string, readonly number[]>> = {
  HS256: [43],
  HS384: [64],
  HS512: [86],
  RS256: [342, 512, 683],
  RS384: [342, 512, 683],
  RS512: [342, 512, 683],
  PS256: [342, 512, 683],
  ES256: [86],
  ES384: [128],
  ES512: [176],
  EdDSA: [86, 152],
};

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
    signature: {
      length: parts[2]?.length ?? 0,
      expected:
        typeof header.alg === 'string' && Object.hasOwn(signatureLengths, header.alg) ? (signatureLengths[header.alg] ?? null) : null,
    },
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
