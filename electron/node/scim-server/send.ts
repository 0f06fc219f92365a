import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { byteLengthOf, textOf } from './answer-body';
import type { Outcome } from './desk';
import type { ScimContext } from './scim-app';

/** How long a client may take to fetch the answer to a body that was too large, before the connection is cut. */
const lingerMs = 1000;

/** Onto the socket directly, where there is one: a `Response` and its stream for each answer would cost more than the answer. */
export function send(context: ScimContext, outcome: Outcome): Response {
  const headers: Record<string, string> = { ...outcome.headers, 'Cache-Control': 'no-store' };
  if (outcome.body !== null) headers['Content-Type'] = 'application/scim+json; charset=utf-8';
  const { outgoing, incoming } = context.env ?? {};
  if (outgoing === undefined) return new Response(outcome.body === null ? null : textOf(outcome.body), { status: outcome.status, headers });
  if (outcome.body !== null) headers['Content-Length'] = String(byteLengthOf(outcome.body));
  outgoing.writeHead(outcome.status, headers);
  if (outcome.body === null || typeof outcome.body === 'string') outgoing.end(outcome.body ?? undefined);
  else {
    // All pieces in one call to the system.
    outgoing.cork();
    for (const piece of outcome.body.pieces) outgoing.write(piece);
    outgoing.end();
    outgoing.uncork();
  }
  if (outcome.status === 413 && incoming !== undefined) {
    // What the client still sends is not read; it gets time to see the answer, and no more.
    incoming.pause();
    const timer = setTimeout(() => incoming.socket.destroy(), lingerMs);
    incoming.socket.once('close', () => clearTimeout(timer));
  }
  return RESPONSE_ALREADY_SENT;
}
