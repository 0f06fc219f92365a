import { createServer as createHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import Libsql from 'libsql';
import type { ServerReady } from './messages';

/**
 * The floor: the same HTTP stack answers the same bytes from a Map and knows nothing else. A write is read, costs one insert into
 * SQLite with the same durability as ours (WAL, FULL), and is answered with the bytes that ours answered.
 */
interface FloorAnswer {
  readonly status: number;
  readonly body: string;
}

process.on(
  'message',
  (message: {
    readonly kind: 'answers';
    readonly file: string;
    readonly reads: readonly (readonly [string, FloorAnswer])[];
    readonly write: FloorAnswer;
  }) => {
    if (typeof message === 'object' && message.kind === 'answers') serve(message.file, new Map(message.reads), message.write);
  },
);

function serve(file: string, reads: ReadonlyMap<string, FloorAnswer>, write: FloorAnswer): void {
  const database = new Libsql(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE IF NOT EXISTS writes (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO writes (body) VALUES (?)');
  const app = new Hono<{
    Bindings: { readonly incoming: import('node:http').IncomingMessage; readonly outgoing: import('node:http').ServerResponse };
  }>();
  app.all('*', async (context) => {
    const { incoming, outgoing } = context.env;
    let answer = reads.get(incoming.url ?? '');
    if (incoming.method !== 'GET') {
      const pieces: Buffer[] = [];
      for await (const piece of incoming) pieces.push(piece as Buffer);
      insert.run([Buffer.concat(pieces).toString('utf8')]);
      answer = write;
    }
    const { status, body } = answer ?? { status: 404, body: '' };
    outgoing.writeHead(status, {
      'Cache-Control': 'no-store',
      'Content-Type': 'application/scim+json; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(body)),
    });
    outgoing.end(body);
    return RESPONSE_ALREADY_SENT;
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    autoCleanupIncoming: false,
    createServer: createHttp,
  }) as ReturnType<typeof createHttp>;
  server.listen(0, '127.0.0.1', () => {
    const ready: ServerReady = { kind: 'ready', port: (server.address() as AddressInfo).port, basePath: '/scim/v2' };
    process.send?.(ready);
  });
}

process.send?.({ kind: 'started' });
