import { afterEach, describe, expect, it } from 'vitest';
import { type FakeVendorOptions, fakeToken, startFakeVendor } from '../../../../fakes/fake-vendor';
import { liveDesk, value, W } from './live-desk';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function vendor(options: FakeVendorOptions = {}) {
  const server = await startFakeVendor({
    users: [
      { id: '1', userName: 'ann@acme.example', active: true },
      { id: '2', userName: 'bob@acme.example', active: true },
    ],
    ...options,
  });
  open.push(server.close);
  return server;
}

describe('the preflight of a workspace', () => {
  it('reads only, tells each probe as it comes, and is kept with its forecast', async () => {
    const server = await vendor();
    const desk = liveDesk(fakeToken);
    const report = value(
      await desk.live.preflight.run({
        workspaceId: W,
        baseUrl: server.baseUrl,
        privateNetwork: false,
        testEmail: 'scim-test+1@acme.example',
        writeConfirmation: null,
      }),
    );
    expect(server.requests.filter((line) => !line.startsWith('GET '))).toEqual([]);
    expect(report.verdict).toBe('ready');
    expect(report.forecast.map((line) => line.step)).toContain('In all');
    expect(desk.pushed.filter(({ topic }) => topic === 'live:probe').length).toBe(report.probes.length);
    expect(await desk.live.preflight.last(W)).toEqual(report);
  });

  it('never starts without a token', async () => {
    const server = await vendor();
    const refused = await liveDesk().live.preflight.run({
      workspaceId: W,
      baseUrl: server.baseUrl,
      privateNetwork: false,
      testEmail: null,
      writeConfirmation: null,
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'no-token' } });
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['acme', 'not-confirmed', 'fresh@acme.example'],
    ['Acme ', 'not-confirmed', 'fresh@acme.example'],
    ['Acme', 'no-test-email', null],
    ['Acme', 'burnt-email', 'USED@acme.example'],
  ])('writes nothing when the name typed is “%s” and the answer is %s', async (writeConfirmation, code, testEmail) => {
    const server = await vendor();
    const desk = liveDesk(fakeToken);
    desk.burnt.push({ email: 'used@acme.example', at: '2026-11-01T00:00:00.000Z', baseUrl: server.baseUrl });
    const refused = await desk.live.preflight.run({
      workspaceId: W,
      baseUrl: server.baseUrl,
      privateNetwork: false,
      testEmail,
      writeConfirmation,
    });
    expect(refused).toMatchObject({ ok: false, error: { code } });
    expect(server.requests).toEqual([]);
  });

  it('after the name was typed plays the whole test, and notes the e-mail as burnt', async () => {
    const server = await vendor();
    const desk = liveDesk(fakeToken);
    const report = value(
      await desk.live.preflight.run({
        workspaceId: W,
        baseUrl: server.baseUrl,
        privateNetwork: false,
        testEmail: 'fresh@acme.example',
        writeConfirmation: 'Acme',
      }),
    );
    expect(report.wrote).toBe(true);
    expect(server.requests.some((line) => line.startsWith('POST /Users'))).toBe(true);
    expect(desk.burnt.map((one) => one.email)).toEqual(['fresh@acme.example']);
    // The vendor's DELETE only deactivates (I1): the account is told as left behind.
    expect(report.leftBehind.join(' ')).toContain('fresh@acme.example');
    expect(server.groups).toEqual([]);
  });

  it('runs once at a time, and ends when it is cancelled', async () => {
    const server = await vendor();
    server.setFaults(() => ({ kind: 'hang' }));
    const desk = liveDesk(fakeToken);
    const input = { workspaceId: W, baseUrl: server.baseUrl, privateNetwork: false, testEmail: null, writeConfirmation: null } as const;
    const first = desk.live.preflight.run(input);
    expect(await desk.live.preflight.run(input)).toMatchObject({ ok: false, error: { code: 'busy' } });
    desk.live.jobs.cancel(W);
    expect(value(await first).verdict).toBe('not-ready');
  });

  it('asks nobody while the app is offline, and lists the blocked calls', async () => {
    const server = await vendor();
    const desk = liveDesk(fakeToken);
    desk.live.setOffline(true);
    value(
      await desk.live.preflight.run({
        workspaceId: W,
        baseUrl: server.baseUrl,
        privateNetwork: false,
        testEmail: null,
        writeConfirmation: null,
      }),
    );
    expect(server.requests).toEqual([]);
    const { calls } = desk.live.network();
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.every((call) => call.outcome.kind === 'blocked')).toBe(true);
  });
});

describe('a new token', () => {
  it('takes the place of the old one only when the service accepts it', async () => {
    const server = await vendor();
    const desk = liveDesk('the-old-one');
    const rotate = (newToken: string) =>
      desk.live.preflight.rotateToken({ workspaceId: W, baseUrl: server.baseUrl, privateNetwork: false, newToken });
    expect(value(await rotate('wrong')).result).toBe('fail');
    expect(desk.token).toBe('the-old-one');
    expect(value(await rotate(` ${fakeToken}\n`)).result).toBe('pass');
    expect(desk.token).toBe(fakeToken);
  });
});
