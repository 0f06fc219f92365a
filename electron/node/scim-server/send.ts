import type { IncomingMessage, ServerResponse } from 'node:http';
import { textOf } from './answer-body';
import type { Outcome } from './desk';
import { contentType, noStore, writeAnswer } from './write-answer';

/** How long a client may take to fetch the answer to a body that was too large, before the connection is cut. */
const lingerMs = 1000;

export function send(outcome: Outcome, outgoing: ServerResponse, incoming: IncomingMessage): void {
  writeAnswer(outgoing, outcome.status, outcome.headers, outcome.body);
  if (outcome.status !== 413) return;
  // What the client still sends is not read; it gets time to see the answer, and no more.
  incoming.pause();
  const timer = setTimeout(() => incoming.socket.destroy(), lingerMs);
  incoming.socket.once('close', () => clearTimeout(timer));
}

/**
 * Answers to all requests that were readable at once leave together: a client that waits is woken once for all of them, not once for
 * each, and waking it costs as much as an answer.
 */
export class Outbox {
  private waiting: (readonly [Outcome, ServerResponse, IncomingMessage])[] = [];

  put(outcome: Outcome, outgoing: ServerResponse, incoming: IncomingMessage): void {
    if (this.waiting.length === 0) setImmediate(() => this.flush());
    this.waiting.push([outcome, outgoing, incoming]);
  }

  private flush(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const [outcome, outgoing, incoming] of waiting) {
      try {
        send(outcome, outgoing, incoming);
      } catch {
        // One connection's fault is not the others'.
        incoming.destroy();
      }
    }
  }
}

/** The same answer as the platform's object, where there is no socket. */
export function responseOf({ status, headers, body }: Outcome, method: string): Response {
  const type: Record<string, string> = body === null ? {} : { 'Content-Type': contentType };
  const sent = method === 'HEAD' || body === null ? null : textOf(body);
  return new Response(sent, { status, headers: { ...headers, ...noStore, ...type } });
}
