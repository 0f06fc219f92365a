import { createHash, timingSafeEqual } from 'node:crypto';
import { httpError, type ScimError } from '../../../shared/scim/scim-error';

/** Headers that decide whether a request is listened to at all. */
export interface Doorstep {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly authorization: string | undefined;
}

export interface Denial {
  readonly error: ScimError;
  readonly headers: Readonly<Record<string, string>>;
}

const localNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A name that was made to point here (DNS rebinding) shows in `Host`; a page in a browser shows in `Origin`. */
function checkOrigin({ host, origin }: Doorstep): Denial | null {
  const name = (host ?? '').replace(/:\d{1,5}$/, '').toLowerCase();
  if (!localNames.has(name))
    return deny(httpError(421, 'Host: expected 127.0.0.1 or localhost; this server answers programs on this machine only'));
  if (origin !== undefined) return deny(httpError(403, 'Origin: expected none; this server does not answer web pages'));
  return null;
}

const deny = (error: ScimError, headers: Readonly<Record<string, string>> = {}): Denial => ({ error, headers });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Who may come in. The token is compared by its digest in constant time, so that neither its length nor a matching beginning
 * shows in the time an answer takes; a wrong or missing one is 401 with `WWW-Authenticate` (RFC 6750 section 3).
 */
export function createGuard(token: string): (doorstep: Doorstep) => Denial | null {
  const expected = digest(token);
  return (doorstep) => {
    const denial = checkOrigin(doorstep);
    if (denial !== null) return denial;
    const { authorization } = doorstep;
    if (authorization === undefined)
      return deny(httpError(401, 'Authorization: expected "Bearer " and the token of this server, found none'), {
        'WWW-Authenticate': 'Bearer realm="SCIM"',
      });
    const given = /^bearer +(.+)$/i.exec(authorization)?.[1] ?? '';
    if (timingSafeEqual(digest(given.trim()), expected)) return null;
    return deny(httpError(401, 'Authorization: expected "Bearer " and the token of this server, found another value'), {
      'WWW-Authenticate': 'Bearer realm="SCIM", error="invalid_token"',
    });
  };
}
