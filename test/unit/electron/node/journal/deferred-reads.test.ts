import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createScimServer, type ScimServer } from '../../../../../electron/node/scim-server/scim-server';
import { defaultAssumptions } from '../../../../../shared/vendor/assumptions';

const token = 'deferred-reads-token';
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reads-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function open(folder: string): ScimServer {
  const server = createScimServer({
    data: folder,
    token,
    profile: 'vendor',
    origin: { organisation: { users: [{ userName: 'first@x.example' }] }, assumptions: defaultAssumptions },
    clock: () => 1_800_000_000_000,
  });
  if (!server.ok) throw new Error(server.error.message);
  return server.value;
}

const ask = (server: ScimServer, method: string, path: string, body?: object): Promise<Response> =>
  server.app.request(`http://127.0.0.1/scim/v2${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'User-Agent': 'tester' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const create = (server: ScimServer, at: number): Promise<Response> =>
  ask(server, 'POST', '/Users', { userName: `user${at}@x.example`, active: true, name: { givenName: 'U', familyName: String(at) } });

/** As a crash leaves it: the files as they are, of a server that goes on. */
function crashedCopy(folder: string): string {
  const copy = mkdtempSync(join(root, 'crash-'));
  for (const file of readdirSync(folder)) copyFileSync(join(folder, file), join(copy, file));
  return copy;
}

const whole = (server: ScimServer) => server.log.read(server.log.ids({})).map(({ durationMs: _, ...exchange }) => exchange);

test.each([1, 15, 16, 300])('%i reads are in the log at once, numbered in the order in which they were answered', async (reads) => {
  const server = open(join(root, 'data'));
  await create(server, 1);
  for (let at = 0; at < reads; at += 1) expect((await ask(server, 'GET', `/Users/20000?n=${at}`)).status).toBe(200);
  await create(server, 2);
  const { exchanges, total } = server.log.list({ limit: 1000 });
  expect(total).toBe(reads + 2);
  expect(exchanges.map(({ id }) => id)).toEqual(Array.from({ length: reads + 2 }, (_, at) => reads + 2 - at));
  expect(exchanges.slice(1, -1).map(({ query }) => query)).toEqual(Array.from({ length: reads }, (_, at) => `n=${reads - 1 - at}`));
  await server.close();
});

test('a read is in the log the same, whether alone or written together with others', async () => {
  const alone = open(join(root, 'alone'));
  const together = open(join(root, 'together'));
  for (const server of [alone, together])
    for (let at = 0; at < 40; at += 1) {
      await ask(server, 'GET', at % 2 === 0 ? '/Users/20000' : '/Users?filter=userName%20eq%20%22jos%C3%A9@x.example%22');
      if (server === alone) expect(server.log.get(at + 1)).toMatchObject({ id: at + 1, client: 'tester', response: { truncated: false } });
    }
  const folder = join(root, 'together');
  await together.close();
  const again = open(folder);
  expect(whole(again)).toEqual(whole(alone));
  expect(whole(again)).toHaveLength(40);
  expect((await ask(again, 'GET', '/Users')).status).toBe(200);
  expect(again.log.list({ limit: 1 }).exchanges[0]?.id).toBe(41);
  await again.close();
  await alone.close();
});

test('a crash takes reads since the last change at most, never one before it, and no number is given twice', async () => {
  const folder = join(root, 'data');
  const server = open(folder);
  for (let at = 0; at < 100; at += 1) await ask(server, 'GET', '/Users/20000');
  await create(server, 1);
  await ask(server, 'GET', '/Users/20000');
  const after = open(crashedCopy(folder));
  expect(after.recovery).toBeNull();
  expect(after.organisation().people.size).toBe(2);
  expect(after.log.ids({}).slice(0, 101)).toEqual(Array.from({ length: 101 }, (_, at) => at + 1));
  await create(after, 2);
  const ids = after.log.ids({});
  expect(new Set(ids).size).toBe(ids.length);
  await after.close();
  await server.close();
});
