import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createScimServer, type ScimServer } from '../../../../../electron/node/scim-server/scim-server';
import { stateHash } from '../../../../../shared/vendor/state-hash';

const token = 'disk-full-test-token';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(maximumJournalBytes?: number): ScimServer {
  const server = createScimServer({
    data: folder,
    token,
    profile: 'vendor',
    ...(maximumJournalBytes === undefined ? {} : { maximumJournalBytes }),
  });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  return server.value;
}

async function post(server: ScimServer, at: number): Promise<number> {
  const response = await server.app.request('http://127.0.0.1/scim/v2/Users', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ userName: `user${at}@x.example`, active: true, name: { givenName: 'U'.repeat(500), familyName: String(at) } }),
  });
  return response.status;
}

const get = async (server: ScimServer, path: string): Promise<{ status: number; body: { totalResults: number } }> => {
  const response = await server.app.request(`http://127.0.0.1/scim/v2${path}`, { headers: { Authorization: `Bearer ${token}` } });
  return { status: response.status, body: (await response.json()) as { totalResults: number } };
};

test('a full disk answers 507, applies nothing by half, still reads, and goes on when there is room again', async () => {
  const server = open(200_000);
  let accepted = 0;
  let status = 201;
  for (let at = 0; at < 1000 && status === 201; at += 1) {
    status = await post(server, at);
    if (status === 201) accepted += 1;
  }
  expect(status).toBe(507);
  expect(accepted).toBeGreaterThan(10);
  const full = stateHash(server.organisation());
  expect(server.organisation().people.size).toBe(accepted);
  // Together and one after the other, writes are refused and leave nothing behind; a read is answered.
  const statuses = await Promise.all(Array.from({ length: 20 }, (_, at) => post(server, 5000 + at)));
  expect(new Set(statuses)).toEqual(new Set([507]));
  expect(stateHash(server.organisation())).toBe(full);
  expect(await get(server, '/Users?count=0')).toMatchObject({ status: 200, body: { totalResults: accepted } });
  await server.close();
  const again = open();
  expect(again.recovery).toBeNull();
  expect(stateHash(again.organisation())).toBe(full);
  expect(await post(again, 9999)).toBe(201);
  await again.close();
});

test('parallel writes lose none, and each is in the log once', async () => {
  const server = open();
  const statuses = await Promise.all(Array.from({ length: 200 }, (_, at) => post(server, at)));
  expect(new Set(statuses)).toEqual(new Set([201]));
  const { exchanges, total } = server.log.list({ limit: 500 });
  expect(total).toBe(200);
  expect(new Set(exchanges.flatMap((exchange) => exchange.people)).size).toBe(200);
  await server.close();
  const again = open();
  expect((await get(again, '/Users?count=0')).body.totalResults).toBe(200);
  await again.close();
});

test('a second program on the same journal is told so', async () => {
  const server = open();
  expect(createScimServer({ data: folder, token, profile: 'vendor' })).toMatchObject({ ok: false, error: { code: 'journal-in-use' } });
  await server.close();
});

test('the bearer token is nowhere in the journal', async () => {
  const server = open();
  await post(server, 1);
  await server.app.request('http://127.0.0.1/scim/v2/Users', {
    headers: { Authorization: `Bearer ${token}x`, Cookie: `session=${token}` },
  });
  const kept = JSON.stringify(server.log.read(server.log.ids({})));
  expect(kept).toContain('user1@x.example');
  expect(kept).not.toContain(token);
  await server.close();
});
