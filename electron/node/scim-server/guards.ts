import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { httpError, type ScimError } from '../../../shared/scim/scim-error';

export interface Denial {
  readonly error: ScimError;
  readonly headers: Readonly<Record<string, string>>;
}

const local = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** A name that was made to point here (DNS rebinding) shows in `Host`; a page in a browser shows in `Origin`. */
function checkOrigin(host: string | undefined, origin: string | undefined): Denial | null {
  if (host === undefined || !local.test(host)) {
    // RFC 9112 section 3.2.
    if (host?.includes(',')) return deny(httpError(400, 'Host: expected one, found several'));
    return deny(httpError(421, 'Host: expected 127.0.0.1 or localhost; this server answers programs on this machine only'));
  }
  if (origin !== undefined) return deny(httpError(403, 'Origin: expected none; this server does not answer web pages'));
  return null;
}

const deny = (error: ScimError, headers: Readonly<Record<string, string>> = {}): Denial => ({ error, headers });

/** Whether a request is listened to at all. */
export type Guard = (headers: IncomingHttpHeaders) => Denial | null;

/** Who may come in: a wrong or missing token is 401 with `WWW-Authenticate` (RFC 6750 section 3). */
export function createGuard(token: string): Guard {
  const isToken = compareWith(token);
  return ({ host, origin, authorization }) => {
    const denial = checkOrigin(host, origin);
    if (denial !== null) return denial;
    if (authorization === undefined)
      return deny(httpError(401, 'Authorization: expected "Bearer " and the token of this server, found none'), {
        'WWW-Authenticate': 'Bearer realm="SCIM"',
      });
    if (isToken(tokenOf(authorization))) return null;
    return deny(httpError(401, 'Authorization: expected "Bearer " and the token of this server, found another value'), {
      'WWW-Authenticate': 'Bearer realm="SCIM", error="invalid_token"',
    });
  };
}

const scheme = 'Bearer ';

/** The scheme's name is written in any case (RFC 9110 section 11.1). Empty where there is no token. */
const tokenOf = (authorization: string): string =>
  authorization.startsWith(scheme) || authorization.slice(0, scheme.length).toLowerCase() === 'bearer '
    ? authorization.slice(scheme.length).trim()
    : '';

/** Room for any token that is guessed at, without the length of the right one showing. */
const leastBytes = 256;

/**
 * In constant time: both are compared over the whole of a field of one size, with their lengths in front, so that neither the token's
 * length nor a matching beginning shows in the time an answer takes. A digest of both would do the same for ten times the time.
 */
function compareWith(token: string): (given: string) => boolean {
  const size = 4 + Math.max(leastBytes, Buffer.byteLength(token));
  const fill = (field: Buffer, text: string): Buffer => {
    field.fill(0);
    field.writeUInt32LE(text.length, 0);
    field.write(text, 4);
    return field;
  };
  const expected = fill(Buffer.alloc(size), token);
  const field = Buffer.alloc(size);
  return (given) => timingSafeEqual(fill(field, given), expected);
}
