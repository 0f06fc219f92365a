import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { ok, type Result } from '../../../shared/result';
import type { ScimError } from '../../../shared/scim/scim-error';
import { decode, readIncoming } from './read-body';

/** A request as it came, from a socket or from within the program: what answering it asks for, and nothing built before it is asked. */
export interface Asked {
  readonly method: string;
  /** Path and query, the path normalised (RFC 3986 section 6.2.2.3); null where the address cannot be read. */
  readonly target: string | null;
  /** By their names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readText(): Promise<Result<string, ScimError>>;
}

export class SocketAsked implements Asked {
  readonly method: string;
  readonly target: string | null;
  readonly headers: IncomingHttpHeaders;

  constructor(
    private readonly incoming: IncomingMessage,
    private readonly outgoing: ServerResponse,
  ) {
    this.method = incoming.method ?? 'GET';
    this.target = targetOf(incoming.url ?? '');
    this.headers = incoming.headers;
  }

  readText(): Promise<Result<string, ScimError>> {
    return readIncoming(this.incoming, () => {
      // Only with `checkContinue` does such a request come here; without it Node answers it unasked.
      if (this.headers.expect !== undefined) this.outgoing.writeContinue();
    });
  }
}

/** The same without a socket: for a replay in the program itself, and for tests. */
export class LocalAsked implements Asked {
  readonly method: string;
  readonly target: string | null;
  readonly headers: IncomingHttpHeaders;

  constructor(private readonly request: Request) {
    this.method = request.method;
    this.target = targetOf(request.url);
    this.headers = { host: new URL(request.url).host, ...Object.fromEntries(request.headers) };
  }

  async readText(): Promise<Result<string, ScimError>> {
    return this.request.body === null ? ok('') : decode(new Uint8Array(await this.request.arrayBuffer()));
  }
}

/** What `new URL` would leave as it is: it begins with one slash, and has no segment of dots and nothing to be encoded. */
const plain = /^\/(?![/\\])[\w\-.~!$&'()*+,;=:@%/?]*$/;

/** Origin form or absolute form (RFC 9112 sections 3.2.1 and 3.2.2). */
function targetOf(url: string): string | null {
  if (plain.test(url) && !url.includes('/.')) return url;
  // A backslash is no character of an address, and reads as a slash to some.
  if (url.includes('\\')) return null;
  try {
    const { pathname, search } = new URL(url.startsWith('/') ? `http://127.0.0.1${url}` : url);
    return pathname + search;
  } catch {
    return null;
  }
}
