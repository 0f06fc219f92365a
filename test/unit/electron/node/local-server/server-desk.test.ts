import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ServerDesk } from '../../../../../electron/node/local-server/server-desk';
import { MemoryDocuments } from '../../../../../electron/node/stores/memory-documents';
import { saveFile } from '../../../../../electron/node/stores/save-file';
import type { StoreTrouble } from '../../../../../electron/node/stores/store-report';
import { organisationDocument } from '../../../../../shared/preview/organisation-document';
import { err } from '../../../../../shared/result';
import { readTraffic } from '../../../../../shared/scim/traffic-file';

const id = 'acme';
let folder: string;
let desk: ServerDesk;
let documents: MemoryDocuments;
let token: string | null;
let reports: StoreTrouble[];

function makeDesk(): ServerDesk {
  let made = 0;
  return new ServerDesk({
    documents,
    folderOf: (workspaceId) => join(folder, workspaceId),
    tokenOf: () => ({
      read: () => token,
      keep: (text) => {
        token = text;
      },
      storedIn: 'memory',
    }),
    makeToken: () => `made-token-${++made}-000000`,
    appVersion: '0.1.0',
    onChange: () => undefined,
    report: (trouble) => reports.push(trouble),
    onReplay: () => undefined,
  });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-desk-'));
  documents = new MemoryDocuments();
  token = null;
  reports = [];
  desk = makeDesk();
  await documents.of(id).write(organisationDocument, {
    format: 'scim-preflight/organisation@1',
    organisation: {
      users: [{ userName: 'ann@acme.example', givenName: 'Ann', familyName: 'Lee', role: 'Admin' }],
      rules: [{ type: 'prefix', pattern: 'eng-', target: 'Team', autoApprove: true, priority: 1 }],
    },
  });
});
afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const value = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

async function started(port: number | null = null) {
  const outcome = value(await desk.start(id, port));
  if (outcome.kind !== 'started' || outcome.view.state.kind !== 'running') throw new Error(outcome.kind);
  return outcome.view.state;
}

async function send(method: string, path: string, body?: object) {
  const target = desk.of(id).target;
  if (target === null) throw new Error('not running');
  return fetch(target.baseUrl + path, {
    method,
    headers: { Authorization: `Bearer ${target.token}`, 'Content-Type': 'application/scim+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const newUser = (userName: string) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName,
  name: { givenName: 'Bob', familyName: 'Ray' },
  active: true,
});
const patch = (...operations: object[]) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations });

/** Ann is moved into a team, Bob is created, then deactivated. */
async function traffic() {
  await started();
  const bob = (await (await send('POST', '/Users', newUser('bob@acme.example'))).json()) as { id: string };
  const ann = (await (await send('GET', '/Users?filter=userName%20eq%20%22ann%40acme.example%22')).json()) as {
    Resources: [{ id: string }];
  };
  await send('POST', '/Groups', { displayName: 'eng-web', members: [{ value: ann.Resources[0].id }] });
  await send('PATCH', `/Users/${bob.id}`, patch({ op: 'replace', path: 'active', value: false }));
  await send('GET', '/Users/999999');
  return { bob: bob.id, ann: ann.Resources[0].id };
}

describe('life', () => {
  test('it starts with the workspace’s organisation on a free port, which it remembers', async () => {
    const { port } = await started();
    expect(value(await desk.view(id))).toMatchObject({ port, profile: 'vendor', counts: { users: 1, admins: 1 }, stale: false, logged: 0 });
    await desk.stop(id);
    expect((await started()).port).toBe(port);
  });

  test('a port that another program has is told, with a free one', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const outcome = value(await desk.start(id, port));
    expect(outcome).toMatchObject({ kind: 'port-in-use', port, by: 'another-program' });
    if (outcome.kind !== 'port-in-use') throw new Error('started');
    expect((await started(outcome.freePort)).port).toBe(outcome.freePort);
    await new Promise((resolve) => other.close(resolve));
  });

  test('a port that the server of another workspace has is told as that', async () => {
    const { port } = await started();
    expect(value(await desk.start('other', port))).toMatchObject({ kind: 'port-in-use', port, by: 'another-workspace' });
  });

  test.each([
    ['gone', (file: string) => rm(file)],
    ['empty', (file: string) => truncate(file)],
  ])('a journal that is %s is told, and the server begins again; after a reset there is nothing to tell', async (_name, lose) => {
    await traffic();
    value(await desk.reset(id));
    expect(reports).toEqual([]);
    await desk.close();
    const file = join(folder, id, 'journal.db');
    await lose(file);
    desk = makeDesk();
    const { recovery, logged, counts } = value(await desk.view(id));
    expect(recovery).toMatchObject({ title: 'The journal is gone', text: expect.stringContaining(file) });
    expect({ logged, users: counts.users }).toEqual({ logged: 0, users: 1 });
    expect(reports).toMatchObject([{ file, outcome: 'started-anew', problem: { code: 'journal-missing' } }]);
    expect(value(await desk.setProfile(id, 'rfc')).recovery).toBeNull();
  });

  test('a reset that the disk refuses moves nothing: the server goes on as it was', async () => {
    await traffic();
    const kept = documents.of(id);
    const full = err({ code: 'not-written', message: 'planted: the disk is full' });
    const disk = vi.spyOn(documents, 'of').mockReturnValue({ ...kept, write: async () => full });
    expect(await desk.reset(id)).toEqual(full);
    disk.mockRestore();
    expect(value(await desk.view(id))).toMatchObject({ state: { kind: 'running' }, logged: 5, recovery: null, canUndoReset: false });
  });

  test('a line of the log that is damaged is told when it is opened, and the others are there', async () => {
    await traffic();
    await desk.close();
    const file = join(folder, id, 'journal.db');
    const content = await readFile(file);
    for (let at = content.indexOf('{"requestHeaders":'); at !== -1; at = content.indexOf('{"requestHeaders":', at + 1))
      content[at + 1] = 0xff;
    await writeFile(file, content);
    desk = makeDesk();
    const [row] = value(await desk.log(id, '', null, 10)).rows;
    const opened = await desk.exchange(id, row?.id ?? 0);
    expect(opened).toMatchObject({
      ok: false,
      error: { code: 'journal-damaged', path: file, fix: expect.stringContaining('Check the whole') },
    });
    const pieces = value(await desk.export(id, { format: 'har', ids: null, expression: '' }));
    expect(await saveFile(join(folder, 'log.har'), pieces)).toMatchObject({ ok: false, error: { code: 'journal-damaged' } });
    expect(existsSync(join(folder, 'log.har'))).toBe(false);
  });

  test('stopped, it answers nobody and the log is still there; so it is for the next one on the same folder', async () => {
    await traffic();
    const { target } = desk.of(id);
    value(await desk.stop(id));
    await expect(fetch(`${target?.baseUrl}/Users`)).rejects.toThrow();
    expect(value(await desk.log(id, '', null, 10)).total).toBe(5);
    await desk.close();
    desk = makeDesk();
    expect(value(await desk.log(id, '', null, 10)).total).toBe(5);
    expect(value(await desk.view(id)).counts).toMatchObject({ users: 2, activeUsers: 1, groups: 1 });
  });

  test('another organisation in the workspace is told; a reset takes it, and can be taken back', async () => {
    await traffic();
    await documents.of(id).write(organisationDocument, { format: 'scim-preflight/organisation@1', organisation: { users: [] } });
    expect(value(await desk.view(id)).stale).toBe(true);
    const { port } = await started();
    const fresh = value(await desk.reset(id));
    expect(fresh).toMatchObject({ counts: { users: 0 }, logged: 0, stale: false, canUndoReset: true, state: { kind: 'running', port } });
    expect(value(await desk.undoReset(id))).toMatchObject({ counts: { users: 2 }, logged: 5 });
  });

  test('the other profile answers at the same address', async () => {
    const { port } = await started();
    expect(value(await desk.setProfile(id, 'rfc'))).toMatchObject({ profile: 'rfc', state: { kind: 'running', port } });
    const made = (await (
      await send('POST', '/Users', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'no-e-mail' })
    ).json()) as object;
    expect(made).toMatchObject({ userName: 'no-e-mail' });
  });

  test('a new token shuts the old one out', async () => {
    await started();
    const old = desk.of(id).target?.token;
    value(await desk.newToken(id));
    const answer = await fetch(`${desk.of(id).target?.baseUrl}/Users`, { headers: { Authorization: `Bearer ${old}` } });
    expect(answer.status).toBe(401);
    expect((await send('GET', '/Users')).status).toBe(200);
  });

  test('how much of the log is kept is told, can be changed, and is remembered', async () => {
    await traffic();
    expect(value(await desk.view(id)).journal).toEqual({
      bound: { requests: 100_000, megabytes: 256 },
      dropped: 0,
      unchecked: null,
      check: { kind: 'none' },
    });
    const bound = { requests: 100, megabytes: 5 };
    expect(value(await desk.of(id).setLogBound(bound)).journal.bound).toEqual(bound);
    for (let at = 0; at < 130; at += 1) await send('GET', '/Users?count=0');
    const { total } = value(await desk.log(id, '', null, 10));
    expect(total).toBeLessThanOrEqual(110);
    expect(value(await desk.view(id)).journal.dropped).toBe(135 - total);
    const replay = value(await desk.replay(id, { source: { kind: 'log', expression: '' }, target: 'fresh', watch: null }));
    expect(replay.source).toContain('without the older ones that were dropped');
    await desk.close();
    desk = makeDesk();
    expect(value(await desk.view(id)).journal).toMatchObject({ bound, dropped: 135 - total });
  });

  test('the whole journal is checked while the server answers; damage that opening does not see is found and recovered from', async () => {
    await traffic();
    value(await desk.of(id).checkJournal());
    await expect.poll(async () => value(await desk.view(id)).journal.check).toEqual({ kind: 'sound' });
    expect((await send('GET', '/Users')).status).toBe(200);
    await desk.close();
    // A closed journal is opened by its last snapshot: what came before is not read.
    const file = join(folder, id, 'journal.db');
    const content = await readFile(file);
    const at = content.indexOf('{"events":[{"type":"pushUser","userName":"bob@acme.example","givenName"');
    expect(at).toBeGreaterThan(0);
    content[at + 45] = 88;
    await writeFile(file, content);
    desk = makeDesk();
    const { port } = await started();
    expect(value(await desk.view(id)).recovery).toBeNull();
    value(await desk.of(id).checkJournal());
    await expect
      .poll(async () => value(await desk.view(id)).journal.check)
      .toEqual({ kind: 'damaged', found: 'change 1 is not as it was written' });
    const recovered = value(await desk.recoverJournal(id));
    expect(recovered).toMatchObject({ state: { kind: 'running', port }, counts: { users: 2, activeUsers: 1, groups: 1 }, logged: 6 });
    expect(recovered.recovery?.text).toContain('.damaged-');
    expect(reports).toMatchObject([{ file, outcome: 'recovered', setAsideTo: expect.stringContaining('.damaged-') }]);
    value(await desk.of(id).checkJournal());
    await expect.poll(async () => value(await desk.view(id)).journal.check).toEqual({ kind: 'sound' });
    expect(value(await desk.of(id).leaveCheck()).journal.check).toEqual({ kind: 'none' });
  });

  test('group provisioning is switched as the vendor’s admin does', async () => {
    await started();
    expect(value(await desk.of(id).setGroupProvisioning(false)).counts.groupProvisioning).toBe(false);
    expect((await send('POST', '/Groups', { displayName: 'a' })).status).toBe(403);
  });
});

describe('log', () => {
  test('rows say what they meant; the filter chooses; pages follow', async () => {
    await traffic();
    const all = value(await desk.log(id, '', null, 3));
    expect(all.rows.map(({ meaning }) => meaning)).toEqual([
      'Read user 999999: not found',
      'Changed bob@acme.example',
      'Created group eng-web, ann@acme.example',
    ]);
    expect(value(await desk.log(id, '', all.nextBefore, 3)).rows).toHaveLength(2);
    expect(value(await desk.log(id, 'method=POST user=bob', null, 9)).rows.map(({ path }) => path)).toEqual(['/Users']);
    expect(await desk.log(id, 'stauts=4', null, 9)).toMatchObject({ ok: false, error: { code: 'bad-filter', path: 'character 1' } });
  });

  test('in full: the changed part is marked against the answer before, and the effects are named', async () => {
    const { bob } = await traffic();
    const { rows } = value(await desk.log(id, 'method=PATCH', null, 1));
    const detail = value(await desk.exchange(id, rows[0]?.id ?? 0));
    expect(detail?.comparedWith).toBe(1);
    expect(detail?.response.lines?.filter(({ mark }) => mark === 'changed').map(({ text }) => text)).toContain('"active": false,');
    expect(detail?.effects).toMatchObject([{ who: 'bob@acme.example', effect: 'deactivated' }]);
    expect(detail?.request.head[0]).toBe(`PATCH /Users/${bob}`);
  });

  test('a group that moves somebody says who and why', async () => {
    await traffic();
    const { rows } = value(await desk.log(id, 'method=POST path~Groups', null, 1));
    const detail = value(await desk.exchange(id, rows[0]?.id ?? 0));
    expect(detail?.effects.find(({ who }) => who === 'ann@acme.example')).toMatchObject({ effect: 'team eng-web' });
  });

  test('clear keeps what is pinned, and can be taken back', async () => {
    await traffic();
    value(await desk.pin(id, 1, true));
    const removal = value(await desk.clear(id));
    expect(value(await desk.log(id, '', null, 9)).rows.map((row) => row.id)).toEqual([1]);
    expect(value(await desk.undoRemoval(id, removal.removalId))).toBe(4);
    expect(value(await desk.log(id, '', null, 9)).total).toBe(5);
  });

  test('an export holds no token and is read back', async () => {
    await traffic();
    const { token: secret } = desk.of(id).target ?? { token: '' };
    for (const format of ['json', 'har'] as const) {
      const text = [...value(await desk.export(id, { format, ids: null, expression: '' }))].join('');
      expect(text).not.toContain(secret);
      expect(value(readTraffic(text)).map(({ method, status }) => `${method} ${status}`)).toEqual([
        'POST 201',
        'GET 200',
        'POST 201',
        'PATCH 200',
        'GET 404',
      ]);
    }
    expect(value(await desk.curl(id, 1))).not.toContain(secret);
  });
});

describe('replay', () => {
  const everything = { source: { kind: 'log', expression: '' }, target: 'fresh', watch: null } as const;

  test('the whole log on a fresh copy is answered as it was, and leaves the server alone', async () => {
    await traffic();
    value(await desk.replay(id, everything));
    const done = value(await desk.driveReplay(id, (session) => session.run('end')));
    expect(done).toMatchObject({ total: 5, played: 5, differences: 0, counts: { users: 2, activeUsers: 1, groups: 1, teams: 1 } });
    expect(value(await desk.view(id)).logged).toBe(5);
  });

  test('step by step: who was changed, and how things stand at this point', async () => {
    await traffic();
    const start = value(await desk.replay(id, everything));
    expect(start).toMatchObject({ played: 0, counts: { users: 1 }, upcoming: { method: 'POST', path: '/Users' } });
    value(await desk.driveReplay(id, (session) => session.step()));
    expect(desk.replayRows(id, 0, 1)).toMatchObject([
      {
        meaning: 'Created bob@acme.example',
        status: 201,
        people: [{ userName: 'bob@acme.example', before: null, after: { active: true } }],
      },
    ]);
    expect(desk.replayView(id)).toMatchObject({ played: 1, counts: { users: 2, activeUsers: 2 } });
  });

  test('acts of the vendor’s admin between the requests are played as well', async () => {
    await traffic();
    value(await desk.of(id).setGroupProvisioning(false));
    await send('POST', '/Groups', { displayName: 'eng-late' });
    value(await desk.replay(id, everything));
    expect(value(await desk.driveReplay(id, (session) => session.run('end'))).differences).toBe(0);
    expect(desk.replayRows(id, 5, 1)).toMatchObject([{ status: 403, recordedStatus: 403 }]);
  });

  test('so they are where the clock was set a year back, and another year forward, in between', async () => {
    const now = Date.now();
    const year = 365 * 86_400_000;
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now);
    try {
      await traffic();
      await send('POST', '/Groups', { displayName: 'eng-early' });
      clock.mockReturnValue(now - year);
      value(await desk.of(id).setGroupProvisioning(false));
      await send('POST', '/Groups', { displayName: 'eng-late' });
      clock.mockReturnValue(now - year + 1000);
      value(await desk.of(id).setGroupProvisioning(true));
      clock.mockReturnValue(now + year);
      await send('POST', '/Groups', { displayName: 'eng-later' });
      value(await desk.replay(id, everything));
      expect(value(await desk.driveReplay(id, (session) => session.run('end')))).toMatchObject({ differences: 0, played: 8 });
      const { rows } = value(await desk.log(id, '', null, 10));
      expect(rows.map((row) => row.id)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
      expect(rows.every((row) => row.durationMs >= 0 && row.durationMs < 60_000)).toBe(true);
      const har = JSON.parse([...value(await desk.export(id, { format: 'har', ids: null, expression: '' }))].join(''));
      for (const entry of har.log.entries) {
        expect(new Date(entry.startedDateTime).toISOString()).toBe(entry.startedDateTime);
        expect(entry.time).toBe(entry.timings.send + entry.timings.wait + entry.timings.receive);
      }
    } finally {
      clock.mockRestore();
    }
  });

  test('bisect: it stops at the first request that changes the watched person', async () => {
    await traffic();
    value(await desk.replay(id, { ...everything, watch: 'Ann@acme.example' }));
    const found = value(await desk.driveReplay(id, (session) => session.run('watched')));
    expect(found).toMatchObject({ played: 3, watch: { firstChange: 2, now: { teams: ['eng-web'] } } });
  });

  test('on the server itself, what was done already shows as a difference', async () => {
    await traffic();
    value(await desk.replay(id, { source: { kind: 'ids', ids: [3] }, target: 'live', watch: null }));
    const done = value(await desk.driveReplay(id, (session) => session.run('difference')));
    expect(done).toMatchObject({ played: 1, differences: 1, firstDifference: 0 });
    expect(desk.replayRows(id, 0, 1)).toMatchObject([{ status: 409, recordedStatus: 201 }]);
    expect(value(await desk.view(id)).logged).toBe(6);
  });

  test('a customer’s traffic from a HAR file meets the workspace’s organisation', async () => {
    const entry = (method: string, url: string, status: number, text?: string) => ({
      request: { method, url, ...(text === undefined ? {} : { postData: { mimeType: 'application/scim+json', text } }) },
      response: { status },
    });
    const body = JSON.stringify(newUser('cid@acme.example'));
    const text = JSON.stringify({
      log: {
        entries: [entry('POST', 'https://auth.example/api/scim/Users', 201, body), entry('GET', 'https://auth.example/logo.png', 200)],
      },
    });
    value(await desk.replay(id, { source: { kind: 'text', name: 'customer.har', text }, target: 'fresh', watch: null }));
    expect(value(await desk.driveReplay(id, (session) => session.run('end')))).toMatchObject({
      source: '1 request from customer.har',
      differences: 0,
      counts: { users: 2 },
    });
  });
});

test('the history of a person begins with the request that changed them first', async () => {
  await traffic();
  const steps = value(await desk.history(id, 'bob@acme.example'));
  expect(steps.map(({ exchangeId, before, after }) => [exchangeId, before?.active ?? null, after?.active])).toEqual([
    [1, null, true],
    [4, true, false],
  ]);
  expect(value(await desk.history(id, 'nobody@acme.example'))).toEqual([]);
});
