import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerBundle } from '../../../../../electron/cli/bundle';
import { registerReplay } from '../../../../../electron/cli/replay';
import { BundleThread } from '../../../../../electron/node/bundle/bundle-thread';
import { FileDocuments } from '../../../../../electron/node/stores/file-documents';
import { version } from '../../../../../package.json';
import type { BundleProgress } from '../../../../../shared/bundle/bundle-plan';
import { runCommand } from '../../cli/run-command';
import { bytesOf, must, openDesks } from '../preview/open-desks';
import { buildWorker } from '../threads/build-worker';

const workspaceId = 'w1';
const acme = '../shared/data/acme/scenario.json';
let source = '';
let folder = '';
const opened: BundleThread[] = [];

beforeAll(async () => {
  source = await buildWorker('bundle-worker');
}, 60_000);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scim-preflight-bundle-'));
});
afterEach(async () => {
  for (const thread of opened.splice(0)) await thread.drop();
  await rm(folder, { recursive: true, force: true });
});

function openThread() {
  const heard = { progress: [] as BundleProgress[], faults: [] as string[] };
  const thread = new BundleThread({
    source: () => source,
    workspacesFolder: folder,
    progress: (progress) => heard.progress.push(progress),
    fault: (question, message) => heard.faults.push(`${question}: ${message}`),
    trouble: () => undefined,
  });
  opened.push(thread);
  return { thread, heard };
}

/** A workspace on disk as the window leaves it: the scenario taken over, and a roster where one is given. */
async function keepWorkspace(scenario: Uint8Array<ArrayBuffer>, roster?: Uint8Array<ArrayBuffer>): Promise<void> {
  const documents = new FileDocuments({
    folderOf: (id) => join(folder, id),
    now: () => new Date('2026-11-24T08:00:00Z'),
    report: () => undefined,
  });
  const { ask } = openDesks(documents as never);
  must(await ask['organisation:import-scenario']({ workspaceId, name: 'scenario.json', parts: [scenario] }));
  if (roster === undefined) return;
  const reading = must(await ask['roster:read']({ workspaceId, name: 'roster.csv', parts: [roster] }));
  if (reading.kind !== 'read') throw new Error(reading.kind);
  must(await ask['roster:adopt']({ workspaceId, offerId: reading.roster.offerId }));
  must(await ask['preview:choose']({ workspaceId, play: 'both' }));
}

const read = async (path: string) => new Uint8Array(await readFile(path));

describe('a bundle that is made of a workspace', () => {
  it('is byte for byte what the command makes of the same scenario', async () => {
    await keepWorkspace(await read(acme));
    const { thread, heard } = openThread();
    const made = must(await thread.ask('make', { workspaceId, version, recorded: null }));
    const path = must(await thread.ask('save', { path: join(folder, 'window.json') }));
    await runCommand(registerBundle, ['bundle', acme, '--out', join(folder, 'command.json')]);
    const bytes = await readFile(path);
    expect(bytes.equals(await readFile(join(folder, 'command.json')))).toBe(true);
    expect(made.bytes).toBe(bytes.byteLength);
    expect(heard.progress.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['redacting', 'playing']));
    expect(heard.faults).toEqual([]);
  });

  it('holds what is pushed for the roster, and the command plays it back identically', async () => {
    await keepWorkspace(await read(acme), await read('../shared/data/acme/roster.csv'));
    const { thread } = openThread();
    const made = must(await thread.ask('make', { workspaceId, version, recorded: null }));
    const scenario = JSON.parse(await readFile(acme, 'utf8'));
    expect(made.counts.events).toBeGreaterThan(scenario.events.length);
    const path = must(await thread.ask('save', { path: join(folder, 'window.json') }));
    const replayed = await runCommand(registerReplay, ['replay', path, '--json']);
    expect(JSON.parse(replayed.stdout)).toEqual({ identical: true, differences: [] });
    const text = (await readFile(path, 'utf8')).toLowerCase();
    const roster = await readFile('../shared/data/acme/roster.csv', 'utf8');
    for (const email of roster.match(/[^\s,;"]+@[^\s,;"]+/g) ?? []) expect(text).not.toContain(email.toLowerCase());
  });

  it('proves of one person that they are not in it, in every spelling, and who stands for them', async () => {
    const email = 'ann@acme.example';
    await keepWorkspace(
      bytesOf(
        JSON.stringify({
          format: 'scim-preflight/scenario@1',
          organisation: { users: [{ userName: email, givenName: 'Ann' }] },
          events: [{ type: 'pushGroup', displayName: 'list-of bob@acme.example', members: [email] }],
        }),
      ),
    );
    const { thread } = openThread();
    const made = must(await thread.ask('make', { workspaceId, version, recorded: null }));
    expect(made.remaining).toEqual({ total: 1, first: ['bob@acme.example'] });
    expect(must(await thread.ask('look-for', { text: 'Ann@ACME.example' }))).toMatchObject({
      count: 0,
      pseudonym: 'person-1@domain-1.example',
      searched: made.bytes,
    });
    expect(must(await thread.ask('look-for', { text: 'nobody@acme.example' }))).toMatchObject({ count: 0, pseudonym: null });
    const found = must(await thread.ask('look-for', { text: 'BOB@acme' }));
    expect(found.count).toBeGreaterThan(0);
    expect(found.places[0]).toMatchObject({ path: 'scenario.events[0]' });
    const records = must(await thread.ask('records', { part: 'users', search: 'person-1', offset: 0, limit: 10 }));
    expect(records.rows).toEqual([
      { path: 'scenario.organisation.users[0]', json: expect.stringContaining('"userName":"person-1@domain-1.example"') },
    ]);
  });

  it('says what to do where the workspace has nothing to play', async () => {
    const { thread } = openThread();
    expect(await thread.ask('make', { workspaceId: 'none', version, recorded: null })).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-play', fix: 'Import a roster first.' },
    });
    expect(await thread.ask('save', { path: join(folder, 'x.json') })).toMatchObject({ ok: false, error: { code: 'no-bundle' } });
  });
});

describe('a bundle that is opened', () => {
  it('plays back what the command made, and shows its people and what to look at', async () => {
    await runCommand(registerBundle, ['bundle', acme, '--out', join(folder, 'command.json')]);
    const { thread } = openThread();
    const played = must(await thread.ask('open', { name: 'command.json', parts: [await read(join(folder, 'command.json'))] }));
    expect(played).toMatchObject({ name: 'command.json', identical: true, differences: [], madeBy: { version } });
    const people = must(await thread.ask('people', { search: '', changedOnly: false, offset: 0, limit: 500 }));
    expect(people.total).toBe(played.counts.people);
    const changed = must(await thread.ask('people', { search: '', changedOnly: true, offset: 0, limit: 500 }));
    expect(changed.total).toBe(played.summary.peopleChanged);
    const findings = must(await thread.ask('findings', { search: '', offset: 0, limit: 500 }));
    expect(findings.total).toBe(played.findings);
  });

  it('tells where a changed plan differs, the first place first', async () => {
    await runCommand(registerBundle, ['bundle', acme, '--out', join(folder, 'command.json')]);
    const bundle = JSON.parse(await readFile(join(folder, 'command.json'), 'utf8'));
    bundle.plan.people[2].after.role = 'Nobody';
    bundle.plan.people[5].userName = 'x';
    const { thread } = openThread();
    const played = must(await thread.ask('open', { name: 'b.json', parts: [bytesOf(JSON.stringify(bundle))] }));
    expect(played.identical).toBe(false);
    expect(played.differences.map(({ path }) => path)).toEqual(['people[2].after.role', 'people[5].userName']);
  });

  it.each([
    ['a text', bytesOf('hello'), 'not-json'],
    ['one that was cut off', bytesOf('{"format":"scim-preflight/bundle@1","madeBy":{"app":"S'), 'not-json'],
    ['one of a later version', bytesOf('{"format":"scim-preflight/bundle@2"}'), 'unknown-format'],
    ['a scenario', bytesOf('{"format":"scim-preflight/scenario@1"}'), 'unknown-format'],
    ['an empty file', bytesOf(''), 'not-json'],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'xlsx-file'],
    ['an old encoding', new Uint8Array([0x7b, 0x22, 0xfc, 0x22, 0x7d]), 'not-utf8'],
    ['half a UTF-16', new Uint8Array([0xff, 0xfe, 0x7b]), 'broken-utf16'],
  ])('refuses %s and says what to do', async (_name, bytes, code) => {
    const { thread } = openThread();
    const opening = await thread.ask('open', { name: 'x.json', parts: [bytes] });
    expect(opening).toMatchObject({ ok: false, error: { code, fix: expect.stringMatching(/\w{4}/) } });
    if (!opening.ok) expect(opening.error.fix).not.toMatch(/CSV|Excel/);
  });

  it('reads one that Windows saved in UTF-16', async () => {
    await runCommand(registerBundle, ['bundle', acme, '--out', join(folder, 'command.json')]);
    const text = await readFile(join(folder, 'command.json'), 'utf8');
    const { thread } = openThread();
    const played = must(await thread.ask('open', { name: 'b.json', parts: [new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))] }));
    expect(played.identical).toBe(true);
  });
});

describe('a cancel', () => {
  it('ends the work at once, is answered as what it is, and leaves the thread fit for the next bundle', async () => {
    const { thread } = openThread();
    const open = thread.ask('open', { name: 'x.json', parts: [bytesOf('{}')] });
    await thread.drop();
    expect(await open).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(thread.drops).toBe(1);
    expect(await thread.ask('open', { name: 'x.json', parts: [bytesOf('{}')] })).toMatchObject({
      ok: false,
      error: { code: 'unknown-format' },
    });
  });
});
