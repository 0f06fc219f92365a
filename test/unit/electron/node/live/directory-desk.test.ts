import { afterEach, describe, expect, it } from 'vitest';
import { startFakeJumpCloud } from '../../../../fakes/fake-jumpcloud';
import { liveDesk, value, W } from './live-desk';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

describe("JumpCloud's directory", () => {
  it('needs a key, which is never told again', async () => {
    const { live } = liveDesk();
    const input = { workspaceId: W, region: 'eu', orgId: null, applicationId: null } as const;
    expect(await live.directory.read(input)).toMatchObject({ ok: false, error: { code: 'no-api-key' } });
    live.directory.setApiKey(W, ' key-1 ');
    expect(live.directory.hasApiKey(W)).toBe(true);
    expect(JSON.stringify(live.directory)).not.toContain('key-1');
    live.directory.setApiKey(W, '');
    expect(live.directory.hasApiKey(W)).toBe(false);
  });
});

describe('reading over the network', () => {
  it('asks nobody while the app is offline', async () => {
    const { live } = liveDesk();
    live.directory.setApiKey(W, 'key');
    live.setOffline(true);
    const outcome = await live.directory.read({ workspaceId: W, region: 'us', orgId: null, applicationId: null });
    expect(outcome.ok).toBe(false);
    expect(live.network().calls.map((call) => [call.host, call.outcome.kind])).toContainEqual(['console.jumpcloud.com', 'blocked']);
  });

  it('gives the people of the bound groups, whole or not at all', async () => {
    const server = await startFakeJumpCloud({
      users: [
        { _id: 'u1', username: 'ann', email: 'ann@acme.example', firstname: 'Ann', lastname: 'Lee', state: 'ACTIVATED' },
        { _id: 'u2', username: 'bob', email: 'bob@acme.example', firstname: 'Bob', lastname: 'Ray', state: 'STAGED' },
      ],
      groups: [
        { id: 'g1', name: 'eng' },
        { id: 'g2', name: 'not bound' },
      ],
      memberships: { g1: ['u1', 'u2'], g2: ['u1'] },
      applications: { app1: ['g1'] },
    });
    open.push(server.close);
    const desk = liveDesk(null, server.origin);
    desk.live.directory.setApiKey(W, server.apiKey);
    const read = () => desk.live.directory.read({ workspaceId: W, region: 'us', orgId: null, applicationId: 'app1' });
    const offer = value(await read());
    expect(offer).toMatchObject({ people: 2, staged: 1, groups: [{ name: 'eng', members: 2 }] });
    expect(desk.pushed.some(({ topic }) => topic === 'live:progress')).toBe(true);
    expect(desk.roster).toBeNull();
    expect(await desk.live.directory.adopt('other', offer.offerId)).toMatchObject({ ok: false, error: { code: 'offer-gone' } });
    value(await desk.live.directory.adopt(W, offer.offerId));
    expect(desk.roster?.people.map((person) => person.email)).toEqual(['ann@acme.example', 'bob@acme.example']);
    expect(value(await read()).diff).toMatchObject({ changes: [], unchanged: 2 });
    server.setFaults(({ path }) => (path.includes('membership') ? { kind: 'status', status: 404 } : null));
    expect((await read()).ok).toBe(false);
  });
});
