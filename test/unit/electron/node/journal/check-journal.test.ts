import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { explainUnchecked } from '../../../../../electron/node/journal/explain-unchecked';
import { createScimServer, type ScimServer, type ScimServerOptions } from '../../../../../electron/node/scim-server/scim-server';

const token = 'checked-journal-token';
const users = 700;
let folder: string;
let server: ScimServer;

function open(options: Partial<ScimServerOptions> = {}): ScimServer {
  const made = createScimServer({ data: folder, token, profile: 'rfc', ...options });
  if (!made.ok) throw new Error(made.error.message);
  server = made.value;
  return server;
}

const create = (at: number): Promise<Response> =>
  server.app.request('http://127.0.0.1/scim/v2/Users', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: `user${at}@x.example` }),
  });

/** All steps of a check: how far each was, and what it found. */
function checked(): { readonly steps: readonly number[]; readonly found: string | null } {
  const check = server.checkJournal();
  const steps: number[] = [];
  for (let step = check.next(); ; step = check.next()) {
    if (step.done === true) return { steps, found: step.value };
    expect(step.value.done).toBeLessThanOrEqual(step.value.total);
    steps.push(step.value.done);
  }
}

/** Where the answer to a request ends in its row, and what is kept besides begins. */
const line = (request: number): string => `/Users/${20_000 + 2 * (request - 1)}","version":"W/\\"1\\""}}{"requestHeaders":`;

/** One character of a text that the file holds becomes another, wherever SQLite has a copy of it. */
function flip(text: string, offset: number): void {
  const path = join(folder, 'journal.db');
  const content = readFileSync(path);
  expect(content.indexOf(text)).toBeGreaterThan(0);
  for (let at = content.indexOf(text); at !== -1; at = content.indexOf(text, at + 1)) content[at + offset] = 88;
  writeFileSync(path, content);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  open();
  for (let at = 1; at <= users; at += 1) await create(at);
  // Two snapshots: one at the beginning, one at the end.
  await server.close();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every record is read, in steps that can be left, also while there are new ones', async () => {
  open();
  const { steps, found } = checked();
  expect(found).toBeNull();
  expect(steps.at(-1)).toBe(2 * users + 2);
  expect([...steps].sort((one, other) => one - other)).toEqual(steps);
  const begun = server.checkJournal();
  begun.next();
  await create(users + 1);
  for (let step = begun.next(); step.done !== true; step = begun.next()) expect(step.value.done).toBeLessThanOrEqual(step.value.total);
  expect((await create(users + 2)).status).toBe(201);
});

test.each([
  ['a change', '{"events":[{"type":"createUser","userName":"user300@x.example"', 50, 'change 300 is not as it was written'],
  ['the beginning', '"people":[],"groups":[]', 0, 'the snapshot at change 0 is not as it was written'],
  ['a line of the log', line(350), line(350).indexOf('{'), 'request 350 of the log is not as it was written'],
])('a flipped character in %s is found', (_name, text, offset, words) => {
  flip(text, offset);
  open();
  expect(server.recovery).toBeNull();
  expect(checked().found).toBe(words);
});

test('what was found damaged is set aside and the rest goes on; the next check finds nothing', async () => {
  flip('{"events":[{"type":"createUser","userName":"user300@x.example"', 50);
  flip(line(350), line(350).indexOf('{'));
  open({ recover: true });
  expect(server.recovery).toMatchObject({ organisation: true, exchanges: users - 1 });
  expect(server.organisation().people.size).toBe(users);
  expect(checked().found).toBeNull();
});

test('reads that lie packed in the log are read too, and are kept when the rest is recovered', async () => {
  open();
  const read = () => server.app.request('http://127.0.0.1/scim/v2/Users?count=1', { headers: { Authorization: `Bearer ${token}` } });
  await Promise.all(Array.from({ length: 300 }, read));
  await server.close();
  open();
  expect(checked().found).toBeNull();
  await server.close();
  open({ recover: true });
  expect(server.recovery).toMatchObject({ exchanges: users + 300 });
  expect(server.log.ids({})).toHaveLength(users + 300);
});

test('a journal that is too large to be read through at opening says so', () => {
  open({ checkedBytes: 1000 });
  expect(server.uncheckedBytes).toBeGreaterThan(1000);
  expect(explainUnchecked(300 * 1_048_576)).toContain('300 MB');
  expect(checked().found).toBeNull();
});
