import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * At most so many connections at once. One more takes the place of the oldest that has not sent a whole request, so that clients
 * which open connections and say nothing, or say it byte by byte, cannot keep others out.
 */
export function boundConnections(server: Server, maximum: number): void {
  const open = new Set<Socket>();
  /** The last answer on each connection, begun when its request's head was read. */
  const answers = new WeakMap<Socket, ServerResponse>();
  server.on('connection', (socket) => {
    if (open.size >= maximum) {
      const oldest = oldestIdle(open, answers);
      // Where all are being answered, the new one comes back later.
      (oldest ?? socket).destroy();
      if (oldest === undefined) return;
    }
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', (incoming, outgoing) => answers.set(incoming.socket, outgoing));
}

function oldestIdle(open: ReadonlySet<Socket>, answers: WeakMap<Socket, ServerResponse>): Socket | undefined {
  for (const socket of open) {
    const answer = answers.get(socket);
    const answering = answer?.req.complete === true && !answer.writableFinished;
    if (!answering && !socket.destroyed) return socket;
  }
  return undefined;
}
