import { afterEach, describe, expect, it } from 'vitest';
import { fakeToken, startFakeVendor } from '../../../../fakes/fake-vendor';
import { liveDesk, value, W } from './live-desk';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const people = Array.from({ length: 230 }, (_, index) => ({
  id: String(index + 1),
  userName: `p${index}@acme.example`,
  active: true,
  role: index === 0 ? 'Admin' : 'User',
}));

async function vendor() {
  const server = await startFakeVendor({ users: people, groups: [{ id: '50001', displayName: 'eng', members: ['1', '2'] }] });
  open.push(server.close);
  return server;
}

describe('the tenant of a workspace', () => {
  it('is pulled whole and becomes the organisation that the preview starts from', async () => {
    const server = await vendor();
    const desk = liveDesk(fakeToken);
    const outcome = value(await desk.live.tenant.pull({ workspaceId: W, baseUrl: server.baseUrl, privateNetwork: false, resume: false }));
    expect(outcome).toMatchObject({ kind: 'done', tenant: { users: 230, activeUsers: 230, admins: 1, groups: 1, drift: null } });
    expect(desk.organisation?.users.length).toBe(230);
    expect(desk.organisation?.groups).toEqual([{ displayName: 'eng', members: ['p0@acme.example', 'p1@acme.example'] }]);
    expect(await desk.live.tenant.view(W)).toMatchObject({ users: 230 });
  });

  it('that fails half-way is never taken for a smaller one, and goes on where it stopped', async () => {
    const server = await vendor();
    const desk = liveDesk(fakeToken);
    server.setFaults(({ query }) => (query.get('startIndex') === '101' ? { kind: 'status', status: 500 } : null));
    const input = { workspaceId: W, baseUrl: server.baseUrl, privateNetwork: false } as const;
    const stopped = value(await desk.live.tenant.pull({ ...input, resume: false }));
    expect(stopped).toMatchObject({ kind: 'stopped', usersRead: 100, groupsRead: 0 });
    expect(desk.organisation).toBeNull();
    expect(await desk.live.tenant.view(W)).toBeNull();
    server.setFaults(() => null);
    const before = server.requests.length;
    expect(value(await desk.live.tenant.pull({ ...input, resume: true }))).toMatchObject({ kind: 'done', tenant: { users: 230 } });
    expect(server.requests.slice(before).some((line) => line.includes('startIndex=1&'))).toBe(true); // groups start at their first page
    expect(server.requests.slice(before).filter((line) => line.startsWith('GET /Users') && line.includes('startIndex=1&'))).toEqual([]);
  });

  it('pulled again shows who changed it outside SCIM', async () => {
    const server = await vendor();
    const desk = liveDesk(fakeToken);
    const pull = () => desk.live.tenant.pull({ workspaceId: W, baseUrl: server.baseUrl, privateNetwork: false, resume: false });
    value(await pull());
    server.users[0]!.role = 'Guest';
    server.users[1]!.active = false;
    server.groups[0]!.members.push('3');
    const outcome = value(await pull());
    expect(outcome.kind === 'done' ? outcome.tenant.drift?.drifts : null).toEqual([
      { kind: 'user-differs', userName: 'p0@acme.example', field: 'role', expected: 'Admin', found: 'Guest' },
      { kind: 'user-differs', userName: 'p1@acme.example', field: 'active', expected: 'true', found: 'false' },
      { kind: 'members-differ', displayName: 'eng', missing: [], unexpected: ['p2@acme.example'] },
    ]);
  });
});
