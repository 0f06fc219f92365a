import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a fake peer does instead of a proper answer. */
export type Fault =
  | { readonly kind: 'hang' }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | { readonly kind: 'cut'; readonly afterBytes: number }
  | { readonly kind: 'html' }
  | { readonly kind: 'content-length'; readonly offBy: number }
  | { readonly kind: 'redirect'; readonly status: number; readonly to: string }
  | { readonly kind: 'endless-redirect' }
  | { readonly kind: 'huge'; readonly bytes: number }
  | { readonly kind: 'not-http' };

/** Decides for each request, counted from 1, whether a fault comes instead of the answer. */
export type FaultPlan = (request: {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly number: number;
}) => Fault | null;

export const noFaults: FaultPlan = () => null;

/** Plays the fault; `proper` is the body that would have been answered. */
export function playFault(fault: Fault, request: IncomingMessage, response: ServerResponse, proper: string): void {
  switch (fault.kind) {
    case 'hang':
      return;
    case 'status':
      response.writeHead(fault.status, { 'content-type': 'application/scim+json', ...fault.headers });
      response.end(fault.body === undefined ? '' : JSON.stringify(fault.body));
      return;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/scim+json', 'content-length': String(Buffer.byteLength(proper) + 1) });
      response.write(proper.slice(0, fault.afterBytes), () => request.socket.destroy());
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><html><head><title>Sign in</title></head><body>Please sign in</body></html>');
      return;
    case 'content-length':
      response.writeHead(200, {
        'content-type': 'application/scim+json',
        'content-length': String(Buffer.byteLength(proper) + fault.offBy),
        connection: 'close',
      });
      response.write(proper, () => request.socket.end());
      return;
    case 'redirect':
      response.writeHead(fault.status, { location: fault.to });
      response.end();
      return;
    case 'endless-redirect':
      response.writeHead(302, { location: `${request.url}${request.url?.includes('?') ? '&' : '?'}again=1` });
      response.end();
      return;
    case 'huge': {
      response.writeHead(200, { 'content-type': 'application/scim+json' });
      const chunk = ' '.repeat(65_536);
      let left = fault.bytes;
      const more = (): void => {
        if (left <= 0) return void response.end();
        left -= chunk.length;
        response.write(chunk, more);
      };
      more();
      return;
    }
    case 'not-http':
      request.socket.end('220 mail.example ESMTP\r\n');
      return;
  }
}
