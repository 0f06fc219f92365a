import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createScimServer, type ScimServer } from '../../../../../electron/node/scim-server/scim-server';
import type { LogBound } from '../../../../../shared/mirror/log-bound';
import { stateHash } from '../../../../../shared/vendor/state-hash';

const token = 'trimmed-log-token';
let folder: string;
let server: ScimServer;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trim-'));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(logBound?: LogBound): ScimServer {
  const made = createScimServer({ data: folder, token, profile: 'rfc', ...(logBound === undefined ? {} : { logBound }) });
  if (!made.ok) throw new Error(made.error.message);
  server = made.value;
  return server;
}

const ask = (method: string, path: string, body?: object): Promise<Response> =>
  server.app.request(`http://127.0.0.1/scim/v2${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const create = (name: string, more: object = {}): Promise<Response> =>
  ask('POST', '/Users', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: `${name}@x.example`, ...more });
const read = async (times: number): Promise<void> => {
  for (let at = 0; at < times; at += 1) await ask('GET', '/Users?count=0');
};
const all: LogBound = { requests: 1_000_000, megabytes: 1000 };

test('beyond the bound the oldest requests go; changes of the organisation and pinned requests stay', async () => {
  open({ requests: 100, megabytes: 1000 });
  for (let at = 0; at < 5; at += 1) await create(`user${at}`);
  server.log.pin(2, true);
  await read(400);
  const ids = server.log.ids({});
  expect(ids.at(-1)).toBe(405);
  // A tenth more is the slack between two looks.
  expect(ids.length).toBeGreaterThanOrEqual(101);
  expect(ids.length).toBeLessThanOrEqual(111);
  expect(ids[0]).toBe(2);
  expect(ids.slice(1)).toEqual(Array.from({ length: ids.length - 1 }, (_, at) => 405 - ids.length + 2 + at));
  expect(server.droppedRequests()).toBe(405 - ids.length);
  expect([...server.entries(0)]).toHaveLength(5);
  const before = stateHash(server.organisation());
  await server.close();
  open({ requests: 100, megabytes: 1000 });
  expect(stateHash(server.organisation())).toBe(before);
  expect(server.log.get(2)?.events).toHaveLength(1);
  await ask('GET', '/Users');
  expect(server.log.ids({}).at(-1)).toBe(406);
});

test('large requests are bounded by the room they take', async () => {
  open({ requests: 100_000, megabytes: 1 });
  const note = 'x'.repeat(100_000);
  for (let at = 0; at < 40; at += 1) await create(`user${at}`, { title: note });
  const kept = server.log.read(server.log.ids({}));
  const room = kept.reduce((sum, one) => sum + one.requestBytes, 0);
  expect(room).toBeLessThan(1.3 * 1_048_576);
  expect(kept.length).toBeGreaterThanOrEqual(8);
  expect(kept.at(-1)?.id).toBe(40);
  expect(server.organisation().people.size).toBe(40);
});

test('a smaller bound and one that was set before opening are both kept to; nothing is dropped within it', async () => {
  open(all);
  await create('first');
  await read(300);
  expect(server.log.ids({})).toHaveLength(301);
  expect(server.droppedRequests()).toBe(0);
  server.boundLog({ requests: 200, megabytes: 1000 });
  expect(server.log.ids({})).toHaveLength(200);
  await server.close();
  open({ requests: 100, megabytes: 1000 });
  expect(server.log.list({ limit: 1 }).total).toBe(100);
  expect(server.droppedRequests()).toBe(201);
});

test('many reads in one packed row go together, and are counted one by one', async () => {
  open(all);
  // Together in one turn: written as one row.
  await Promise.all(Array.from({ length: 500 }, () => ask('GET', '/Users?count=0')));
  await server.close();
  open({ requests: 100, megabytes: 1000 });
  await read(200);
  const ids = server.log.ids({});
  expect(ids.at(-1)).toBe(700);
  expect(ids.length + server.droppedRequests()).toBe(700);
  expect(ids.length).toBeLessThanOrEqual(110);
});

test('the journal is readable by this account alone, in whatever folder', async () => {
  open(all);
  await create('first');
  if (process.platform !== 'win32')
    for (const file of ['journal.db', 'journal.db-wal']) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
});
