import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Libsql from 'libsql';
import { writeAnswer } from '../../electron/node/scim-server/write-answer';
import type { FloorAnswer, ServerReady } from './messages';

/**
 * The floor: the same HTTP stack, down to the function that writes the answer, answers the same bytes from a Map and knows nothing else. A write is read, costs one insert into
 * SQLite with the same durability as ours (WAL, FULL), and is answered with the bytes that ours answered.
 */
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
  const server = createServer((incoming, outgoing) => {
    const answer = reads.get(incoming.url ?? '');
    if (incoming.method === 'GET') return send(outgoing, answer ?? nothing);
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', () => {
      insert.run([Buffer.concat(pieces).toString('utf8')]);
      send(outgoing, write);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const ready: ServerReady = { kind: 'ready', port: (server.address() as AddressInfo).port, basePath: '/scim/v2' };
    process.send?.(ready);
  });
}

const nothing: FloorAnswer = { status: 404, headers: {}, body: '' };

const send = (outgoing: ServerResponse, { status, headers, body }: FloorAnswer): void => writeAnswer(outgoing, status, headers, body);

process.send?.({ kind: 'started' });
