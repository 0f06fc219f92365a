import { afterEach, describe, expect, it } from 'vitest';
import { createCallLedger } from '../../../../../electron/node/net/call-ledger';
import { createNetDoor, type NamedTarget, type NetSettings } from '../../../../../electron/node/net/net-door';
import { type FakeVendor, startFakeVendor } from '../../../../fakes/fake-vendor';
import type { FaultPlan } from '../../../../fakes/faults';
import { startLoopbackServer } from '../../../../fakes/loopback-server';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function vendor(faults?: FaultPlan): Promise<FakeVendor> {
  const server = await startFakeVendor();
  open.push(server.close);
  if (faults !== undefined) server.setFaults(faults);
  return server;
}

function door(overrides: Partial<NetSettings> = {}) {
  const ledger = createCallLedger();
  let clock = 0;
  return {
    ledger,
    ...createNetDoor({
      isOffline: () => false,
      proxyFor: async () => null,
      extraCa: () => [],
      ledger,
      now: () => (clock += 5),
      ...overrides,
    }),
  };
}

async function get(
  target: Omit<NamedTarget, 'privateNetwork'> & Partial<NamedTarget>,
  more: { url?: string; timeoutMs?: number; maxBytes?: number; signal?: AbortSignal; method?: 'GET' | 'POST' } = {},
  settings: Partial<NetSettings> = {},
) {
  const { ledger, open: openTarget } = door(settings);
  const connection = openTarget({ privateNetwork: 'refused', ...target });
  if (!connection.ok) return { ledger, result: connection };
  const { url = `${target.baseUrl}/Users`, method = 'GET', ...rest } = more;
  const result = await connection.value.send({
    method,
    url,
    purpose: 'test',
    headers: { Authorization: 'Bearer fake-vendor-token-c0ffee' },
    ...rest,
  });
  connection.value.close();
  return { ledger, result };
}

const failureOf = async (answer: ReturnType<typeof get>): Promise<unknown> => {
  const { result } = await answer;
  return result.ok ? 'answered' : result.error;
};

describe('the door to the network', () => {
  it('answers with status, headers and body, and records the call without its path', async () => {
    const { baseUrl, origin } = await vendor();
    const { ledger, result } = await get({ baseUrl });
    expect(result.ok && 'status' in result.value && result.value.status).toBe(200);
    const [record] = ledger.all();
    expect(record).toMatchObject({
      host: new URL(origin).host,
      method: 'GET',
      purpose: 'test',
      outcome: { kind: 'answered', status: 200 },
    });
    expect(record?.receivedBytes).toBeGreaterThan(10);
    expect(JSON.stringify(record)).not.toMatch(/c0ffee|Users/);
  });

  it.each([
    ['no answer within the time-out', { kind: 'hang' } as const, { timeoutMs: 150 }, 'timed-out'],
    ['a cut connection', { kind: 'cut', afterBytes: 20 } as const, {}, 'cut'],
    ['a body shorter than Content-Length says', { kind: 'content-length', offBy: 50 } as const, {}, 'cut'],
    ['more bytes than allowed', { kind: 'huge', bytes: 3_000_000 } as const, { maxBytes: 1_000_000 }, 'too-large'],
    ['a redirect in a circle', { kind: 'endless-redirect' } as const, {}, 'too-many-redirects'],
    ['an answer that is no HTTP', { kind: 'not-http' } as const, {}, 'malformed-answer'],
    ['a redirect to nowhere', { kind: 'status', status: 302 } as const, {}, 'redirect-without-target'],
  ])('names %s', async (_name, fault, more, kind) => {
    const { baseUrl } = await vendor(() => fault);
    expect(await failureOf(get({ baseUrl }, more))).toMatchObject({ kind });
  });

  it('does not follow a redirect to another host: the token stays here', async () => {
    let reached = 0;
    const other = await startLoopbackServer((_request, response) => {
      reached += 1;
      response.end('{}');
    });
    open.push(other.close);
    const { baseUrl } = await vendor(() => ({ kind: 'redirect', status: 302, to: `${other.origin}/Users` }));
    expect(await failureOf(get({ baseUrl }))).toMatchObject({ kind: 'redirect-elsewhere', to: other.origin });
    expect(reached).toBe(0);
  });

  it('follows a redirect of a read within the host, never of a write', async () => {
    const { baseUrl, requests, setFaults } = await vendor();
    setFaults(({ path }) => (path === '/Users' ? { kind: 'redirect', status: 307, to: '/scim/Groups' } : null));
    expect(await failureOf(get({ baseUrl }))).toBe('answered');
    expect(requests).toEqual(['GET /Users', 'GET /Groups']);
    expect(await failureOf(get({ baseUrl }, { method: 'POST' }))).toMatchObject({ kind: 'redirect-of-write' });
  });

  it('sends nothing while the offline switch is on', async () => {
    const { baseUrl, requests } = await vendor();
    const { ledger, result } = await get({ baseUrl }, {}, { isOffline: () => true });
    expect(result).toMatchObject({ ok: false, error: { kind: 'offline' } });
    expect(requests).toEqual([]);
    expect(ledger.all()[0]?.outcome).toEqual({ kind: 'blocked', reason: 'offline' });
  });

  it('sends nothing to a host that was not named', async () => {
    const { baseUrl } = await vendor();
    const second = await vendor();
    expect(await failureOf(get({ baseUrl }, { url: `${second.baseUrl}/Users` }))).toMatchObject({ kind: 'not-named' });
    expect(second.requests).toEqual([]);
  });

  it('sends no token by plain http to another machine, nor to a private address unless confirmed', async () => {
    expect(await failureOf(get({ baseUrl: 'http://scim.example.com/scim' }))).toEqual({ kind: 'insecure', host: 'scim.example.com' });
    expect(await failureOf(get({ baseUrl: 'https://10.1.2.3/scim' }))).toMatchObject({ kind: 'private-network', address: '10.1.2.3' });
    expect(await failureOf(get({ baseUrl: 'https://[fd00::1]/scim' }))).toMatchObject({ kind: 'private-network' });
    expect(await failureOf(get({ baseUrl: 'https://169.254.169.254/scim' }))).toMatchObject({ kind: 'private-network' });
  });

  it('refuses an address with a password in it, without repeating it', async () => {
    const found = await failureOf(get({ baseUrl: 'https://ann:secret@scim.example.com' }));
    expect(found).toMatchObject({ kind: 'bad-url' });
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  it('stops at once when cancelled', async () => {
    const { baseUrl } = await vendor(() => ({ kind: 'hang' }));
    const controller = new AbortController();
    const answer = failureOf(get({ baseUrl }, { signal: controller.signal }));
    controller.abort();
    expect(await answer).toEqual({ kind: 'cancelled' });
  });

  it('names a refused connection', async () => {
    const { baseUrl, close } = await startFakeVendor();
    await close();
    expect(await failureOf(get({ baseUrl }))).toMatchObject({ kind: 'refused', host: '127.0.0.1' });
  });

  it('goes through a proxy where there is one', async () => {
    const seen: string[] = [];
    const proxy = await startLoopbackServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.end('{"via":"proxy"}');
    });
    open.push(proxy.close);
    const { baseUrl, requests } = await vendor();
    const { result } = await get({ baseUrl }, {}, { proxyFor: async () => new URL(proxy.origin) });
    expect(result.ok && 'body' in result.value && result.value.body).toBe('{"via":"proxy"}');
    expect(seen).toEqual([`GET ${baseUrl}/Users`]);
    expect(requests).toEqual([]);
  });
});
