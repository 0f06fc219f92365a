import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * At most so many connections at once. One more takes the place of the oldest that has not sent a whole request, so that clients
 * which open connections and say nothing, or say it byte by byte, cannot keep others out.
 */
export function boundConnections(server: Server, maximum: number): void {
  const open = new Set<Socket>();
  const asking = new Map<Socket, IncomingMessage>();
  server.on('connection', (socket) => {
    if (open.size >= maximum) {
      const oldest = oldestIdle(open, asking);
      // Where all are being answered, the new one comes back later.
      (oldest ?? socket).destroy();
      if (oldest === undefined) return;
    }
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      asking.delete(socket);
    });
  });
  server.on('request', (incoming, outgoing) => {
    const { socket } = incoming;
    asking.set(socket, incoming);
    outgoing.once('close', () => {
      if (asking.get(socket) === incoming) asking.delete(socket);
    });
  });
}

function oldestIdle(open: ReadonlySet<Socket>, asking: ReadonlyMap<Socket, IncomingMessage>): Socket | undefined {
  for (const socket of open) if (asking.get(socket)?.complete !== true && !socket.destroyed) return socket;
  return undefined;
}
