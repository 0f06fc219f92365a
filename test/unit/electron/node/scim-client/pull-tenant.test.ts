import { afterEach, describe, expect, it } from 'vitest';
import { createCallLedger } from '../../../../../electron/node/net/call-ledger';
import { createNetDoor } from '../../../../../electron/node/net/net-door';
import { type PullOptions, pullTenant } from '../../../../../electron/node/scim-client/pull-tenant';
import { defaultRetry } from '../../../../../electron/node/scim-client/read-with-retry';
import { createScimClient, type ScimClient } from '../../../../../electron/node/scim-client/scim-client';
import { scenarioOfTenant } from '../../../../../shared/golive/tenant-scenario';
import { readUserResource } from '../../../../../shared/preflight/read-resource';
import { type FakeVendor, type FakeVendorOptions, fakeToken, startFakeVendor } from '../../../../fakes/fake-vendor';

const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const people = Array.from({ length: 43 }, (_, index) => ({
  id: String(23123 + index),
  userName: `p${index}@acme.example`,
  active: index % 7 !== 0,
}));
const groups = [
  { id: '50001', displayName: 'eng', members: ['23123', '23124'], roles: ['Guest'] },
  { id: '50002', displayName: 'qa', members: [] },
];

async function vendor(options: FakeVendorOptions = {}): Promise<FakeVendor & { readonly client: ScimClient }> {
  const server = await startFakeVendor({ users: people, groups, ...options });
  const door = createNetDoor({
    isOffline: () => false,
    proxyFor: async () => null,
    extraCa: () => [],
    ledger: createCallLedger(),
    now: Date.now,
  });
  const connection = door.open({ baseUrl: server.baseUrl, privateNetwork: 'refused', keepAlive: true });
  if (!connection.ok) throw new Error('not opened');
  open.push(server.close, connection.value.close);
  return { ...server, client: createScimClient(connection.value, server.baseUrl, fakeToken) };
}

/** Pauses are noted, not slept. */
function options(more: Partial<PullOptions> = {}, signal?: AbortSignal): PullOptions & { readonly pauses: number[] } {
  const pauses: number[] = [];
  return {
    pauses,
    pageSize: 10,
    waiting: {
      policy: defaultRetry,
      sleep: async (ms) => {
        pauses.push(ms);
      },
      random: () => 1,
      now: () => Date.UTC(2026, 0, 1),
      signal,
    },
    ...more,
  };
}

describe('a pull', () => {
  it('of a tenant without groups, or without anybody, is whole too', async () => {
    const { client } = await vendor({ users: [], groups: [] });
    expect(await pullTenant(client, options())).toMatchObject({ ok: true, value: { users: [], groups: [], findings: [] } });
  });

  it('reads all pages of users and groups', async () => {
    const { client, requests } = await vendor();
    const result = await pullTenant(client, options());
    if (!result.ok) throw new Error(result.error.fault.kind);
    expect(result.value.users).toHaveLength(43);
    expect(result.value.groups?.map((group) => [group.displayName, group.memberIds])).toEqual([
      ['eng', ['23123', '23124']],
      ['qa', []],
    ]);
    expect(result.value.findings).toEqual([]);
    expect(requests.every((request) => request.startsWith('GET '))).toBe(true);
  });

  it('follows a service that caps the page size', async () => {
    const { client } = await vendor({ quirks: { pageCap: 4 } });
    const result = await pullTenant(client, options());
    expect(result.ok && result.value.users).toHaveLength(43);
  });

  it('reads everybody although totalResults is the page size, and says so', async () => {
    const { client } = await vendor({ quirks: { totalIsPageSize: true } });
    const result = await pullTenant(client, options());
    if (!result.ok) throw new Error(result.error.fault.kind);
    expect(result.value.users).toHaveLength(43);
    expect(result.value.findings).toContainEqual({ kind: 'total-is-page-size', list: 'Users', said: 10, read: 43 });
  });

  it('never takes the first page for everybody where startIndex is ignored', async () => {
    const { client } = await vendor({ quirks: { ignoresStartIndex: true } });
    const result = await pullTenant(client, options());
    expect(result).toMatchObject({ ok: false, error: { fault: { kind: 'ended-early', read: 10, total: 43 } } });
  });

  it('reads each group by itself where the list leaves members out', async () => {
    const { client, requests } = await vendor({ quirks: { listsMembers: false } });
    const result = await pullTenant(client, options());
    expect(result.ok && result.value.groups?.[0]?.memberIds).toEqual(['23123', '23124']);
    expect(requests).toContain('GET /Groups/50001');
  });

  it('knows refused groups from no groups (I2)', async () => {
    const { client } = await vendor({ quirks: { groupProvisioning: false, readsGroupsWhileOff: false } });
    const result = await pullTenant(client, options());
    if (!result.ok) throw new Error(result.error.fault.kind);
    expect(result.value.groups).toBeNull();
    expect(scenarioOfTenant(result.value, 'Acme').scenario.organisation.groupProvisioning).toBe(false);
  });

  it.each([
    ['429 with Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': '7' } } as const, [7000, 7000]],
    ['500', { kind: 'status', status: 500 } as const, [500, 1000]],
    ['a cut connection', { kind: 'cut', afterBytes: 30 } as const, [500, 1000]],
    ['a web page', { kind: 'html' } as const, [500, 1000]],
    ['a body shorter than it says', { kind: 'content-length', offBy: 10 } as const, [500, 1000]],
  ])('tries again after %s, with growing pauses', async (_name, fault, pauses) => {
    const { client, setFaults } = await vendor();
    setFaults(({ number }) => (number === 2 || number === 3 ? fault : null));
    const asked = options();
    const result = await pullTenant(client, asked);
    expect(result.ok && result.value.users).toHaveLength(43);
    expect(asked.pauses).toEqual(pauses);
  });

  it('that fails half-way is no smaller organisation, and goes on where it stopped', async () => {
    const { client, setFaults, requests } = await vendor();
    setFaults(({ path, query }) => (path === '/Users' && Number(query.get('startIndex')) > 20 ? { kind: 'status', status: 503 } : null));
    const result = await pullTenant(client, options());
    if (result.ok) throw new Error('taken for whole');
    expect(result.error.fault).toMatchObject({ kind: 'status', status: 503, attempts: 6 });
    expect(result.error.progress.users.items).toHaveLength(20);
    setFaults(() => null);
    requests.length = 0;
    const second = await pullTenant(client, options({ resumeFrom: result.error.progress }));
    expect(second.ok && second.value.users.map((user) => user.userName)).toEqual(people.map((person) => person.userName));
    expect(requests[0]).toBe('GET /Users?startIndex=21&count=10');
  });

  it('starts a list again when its total changes meanwhile, and gives up when it keeps changing', async () => {
    const { client, users, onRequest } = await vendor();
    onRequest((number) => {
      if (number === 3) users.shift();
    });
    const result = await pullTenant(client, options());
    expect(result.ok && result.value.users).toHaveLength(42);
    onRequest((number) => void users.push({ id: `x${number}`, userName: `x${number}@acme.example`, active: true }));
    expect(await pullTenant(client, options())).toMatchObject({ ok: false, error: { fault: { kind: 'keeps-changing' } } });
  });

  it('stops at once on 401, and on a long Retry-After', async () => {
    const { client, setFaults, requests } = await vendor();
    setFaults(() => ({ kind: 'status', status: 401 }));
    expect(await pullTenant(client, options())).toMatchObject({
      ok: false,
      error: { fault: { kind: 'status', status: 401, attempts: 1 } },
    });
    expect(requests).toHaveLength(1);
    setFaults(() => ({ kind: 'status', status: 429, headers: { 'retry-after': '3600' } }));
    expect(await pullTenant(client, options())).toMatchObject({ ok: false, error: { fault: { kind: 'asked-to-wait', seconds: 3600 } } });
  });

  it('stops when cancelled', async () => {
    const { client, onRequest } = await vendor();
    const controller = new AbortController();
    onRequest((number) => (number === 2 ? controller.abort() : undefined));
    expect(await pullTenant(client, options({}, controller.signal))).toMatchObject({
      ok: false,
      error: { fault: { kind: 'no-answer', failure: { kind: 'cancelled' } } },
    });
  });

  it('refuses two users of one name', async () => {
    const { client } = await vendor({ users: [...people, { id: '1', userName: 'P1@acme.example', active: true }] });
    expect(await pullTenant(client, options())).toMatchObject({ ok: false, error: { fault: { kind: 'twice', ids: ['23124', '1'] } } });
  });

  it('becomes a scenario with members by userName, and names what it could not place', async () => {
    const { client } = await vendor({ groups: [{ id: '1', displayName: 'eng', members: ['23124', '404'], roles: ['Guest'] }] });
    const result = await pullTenant(client, options());
    if (!result.ok) throw new Error(result.error.fault.kind);
    const { scenario, findings } = scenarioOfTenant(result.value, 'Acme');
    expect(scenario.organisation.groups).toEqual([{ displayName: 'eng', members: ['p1@acme.example'], roles: ['Guest'] }]);
    expect(scenario.organisation.users[0]).toEqual({ userName: 'p0@acme.example', givenName: 'Ann', familyName: 'Lee', active: false });
    expect(findings).toEqual([{ kind: 'unknown-member', group: 'eng', ids: ['404'] }]);
  });

  it('takes over the concurrency group that LambdatestGroup names (section 2)', () => {
    const [none, qa] = [{}, { 'urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:User': { LambdatestGroup: 'QA' } }].map((extension) =>
      readUserResource({ id: '1', userName: 'a@acme.example', active: true, ...extension }),
    );
    if (none == null || qa == null) throw new Error('no user');
    const { users } = scenarioOfTenant({ users: [none, qa], groups: [], findings: [] }, 'Acme').scenario.organisation;
    expect(users.map((user) => user.concurrencyGroup)).toEqual([undefined, 'QA']);
  });
});
