import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * At most so many connections at once. One more takes the place of the oldest that has not sent a whole request, so that clients
 * which open connections and say nothing, or say it byte by byte, cannot keep others out.
 */
export function boundConnections(server: Server, maximum: number): void {
  /** Each connection with its last answer, begun when its request's head was read; the oldest connection first. */
  const open = new Map<Socket, ServerResponse | null>();
  server.on('connection', (socket) => {
    if (open.size >= maximum) {
      const oldest = oldestIdle(open);
      // Where all are being answered, the new one comes back later.
      (oldest ?? socket).destroy();
      if (oldest === undefined) return;
    }
    open.set(socket, null);
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', ({ socket }, outgoing) => {
    // One that was cut is not taken up again.
    if (open.has(socket)) open.set(socket, outgoing);
  });
}

function oldestIdle(open: ReadonlyMap<Socket, ServerResponse | null>): Socket | undefined {
  for (const [socket, answer] of open) {
    const answering = answer?.req.complete === true && !answer.writableFinished;
    if (!answering && !socket.destroyed) return socket;
  }
  return undefined;
}
