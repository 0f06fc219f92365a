import { afterEach, describe, expect, it } from 'vitest';
import { createJumpCloudClient } from '../../../../../electron/node/jumpcloud-client/jumpcloud-client';
import { type DirectoryOptions, readDirectory } from '../../../../../electron/node/jumpcloud-client/read-directory';
import { createCallLedger } from '../../../../../electron/node/net/call-ledger';
import { createNetDoor } from '../../../../../electron/node/net/net-door';
import { defaultRetry } from '../../../../../electron/node/scim-client/read-with-retry';
import { explainJumpCloudFault } from '../../../../../shared/jumpcloud/api-fault';
import { rosterFromDirectory } from '../../../../../shared/jumpcloud/roster-api';
import { type FakeJumpCloud, type FakeJumpCloudOptions, fakeApiKey, startFakeJumpCloud } from '../../../../fakes/fake-jumpcloud';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const users = Array.from({ length: 230 }, (_, index) => ({
  _id: `u${index}`,
  username: `p${index}`,
  email: `p${index}@acme.example`,
  firstname: 'Ann',
  lastname: index === 3 ? '' : 'Lee',
  state: index === 1 ? 'STAGED' : index === 2 ? 'SUSPENDED' : 'ACTIVATED',
  suspended: index === 2,
}));
const groups = [
  { id: 'g1', name: 'everybody' },
  { id: 'g2', name: 'few' },
  { id: 'g3', name: 'nobody' },
];
const memberships = { g1: users.map((user) => user._id), g2: ['u0', 'u1', 'u2'], g3: [] };

async function start(more: Partial<FakeJumpCloudOptions> = {}): Promise<FakeJumpCloud> {
  const server = await startFakeJumpCloud({ users, groups, memberships, applications: { app1: ['g2', 'g3'] }, ...more });
  open.push(server.close);
  return server;
}

function read(server: FakeJumpCloud, more: Partial<DirectoryOptions & { readonly apiKey: string }> = {}) {
  const door = createNetDoor({
    isOffline: () => false,
    proxyFor: async () => null,
    extraCa: () => [],
    ledger: createCallLedger(),
    now: Date.now,
  });
  const connection = door.open({ baseUrl: server.origin, privateNetwork: 'refused' });
  if (!connection.ok) throw new Error('not opened');
  const orgId = more.orgId ?? null;
  const pauses: number[] = [];
  const client = createJumpCloudClient(
    connection.value,
    { baseUrl: server.origin, apiKey: more.apiKey ?? fakeApiKey, orgId },
    {
      policy: defaultRetry,
      sleep: async (ms) => void pauses.push(ms),
      random: () => 1,
      now: () => 0,
    },
  );
  return readDirectory(client, { applicationId: null, orgId, ...more }).then((result) => ({ result, pauses }));
}

describe('reading the roster from JumpCloud', () => {
  it('reads every page of users and of members', async () => {
    const { result } = await read(await start());
    if (!result.ok) throw new Error(result.error.kind);
    const roster = rosterFromDirectory(result.value);
    expect(roster.people).toHaveLength(230);
    expect(roster.people.filter((person) => person.groups.includes('everybody'))).toHaveLength(230);
    expect(roster.emptyGroups).toEqual(['nobody']);
  });

  it('keeps states apart and warns of a missing name (J13, J18)', async () => {
    const { result } = await read(await start());
    if (!result.ok) throw new Error(result.error.kind);
    const { people, problems } = rosterFromDirectory(result.value);
    expect(people.slice(0, 3).map(({ active, staged }) => [active, staged === true])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
    expect(problems.map((problem) => [problem.line, problem.code])).toEqual([[4, 'missing-name']]);
  });

  it('takes only the groups bound to the application (J11)', async () => {
    const { result } = await read(await start(), { applicationId: 'app1' });
    expect(result.ok && result.value.groups.map((group) => group.name)).toEqual(['few', 'nobody']);
  });

  it('loses nobody where the limit is not honoured', async () => {
    const { result } = await read(await start({ limitCap: 10 }));
    if (!result.ok) throw new Error(result.error.kind);
    expect(result.value.users).toHaveLength(230);
    expect(result.value.memberships.get('g1')).toHaveLength(230);
  });

  it('waits after 429 for as long as the rate-limit header says', async () => {
    const server = await start();
    server.setFaults(({ number }) => (number === 2 ? { kind: 'status', status: 429, headers: { 'x-ratelimit-reset': '9' } } : null));
    const { result, pauses } = await read(server);
    expect(result.ok && result.value.users).toHaveLength(230);
    expect(pauses).toEqual([9000]);
  });

  it('never takes a failed page for a smaller organisation', async () => {
    const server = await start();
    server.setFaults(({ path, query }) =>
      path === '/api/systemusers' && query.get('skip') === '200' ? { kind: 'status', status: 500 } : null,
    );
    const { result } = await read(server);
    expect(result).toMatchObject({ ok: false, error: { kind: 'request', fault: { kind: 'status', status: 500, attempts: 6 } } });
  });

  it('refuses a list shorter than its totalCount', async () => {
    const { result } = await read(await start({ totalCount: 231 }));
    expect(result).toMatchObject({ ok: false, error: { kind: 'incomplete', read: 230, total: 231 } });
  });

  it.each([
    ['a wrong key', {}, { apiKey: 'stale' }, 'key-refused', /refuses the API key/],
    [
      'no organisation chosen',
      {
        organisations: [
          { id: 'o1', displayName: 'Acme' },
          { id: 'o2', displayName: 'Beta' },
        ],
      },
      {},
      'organisation-needed',
      /Acme \(o1\), Beta \(o2\)/,
    ],
    ['an unknown organisation', {}, { orgId: 'o9' }, 'organisation-unknown', /o9/],
    ['an unknown application', {}, { applicationId: 'nope' }, 'application-unknown', /nope/],
  ])('names %s', async (_name, options, more, kind, message) => {
    const { result } = await read(await start(options), more);
    if (result.ok) throw new Error('read');
    expect(result.error.kind).toBe(kind);
    expect(explainJumpCloudFault(result.error).message).toMatch(message);
    expect(JSON.stringify(result)).not.toContain(fakeApiKey);
  });
});
