import { afterEach, describe, expect, test } from 'vitest';
import { VirtualJumpCloud } from '../../../../../electron/node/virtual-jumpcloud/virtual-jumpcloud';
import { defaultDialect } from '../../../../../shared/jumpcloud/virtual/dialect';
import type { RunView } from '../../../../../shared/jumpcloud/virtual/run-view';
import { builtInScripts } from '../../../../../shared/jumpcloud/virtual/scripts';
import { err, ok } from '../../../../../shared/result';
import { type FakeVendor, type FakeVendorOptions, startFakeVendor } from '../../../../fakes/fake-vendor';
import { directoryOf, person } from '../../../shared/jumpcloud/virtual/play';

const script = (id: string) => builtInScripts(defaultDialect).find((one) => one.id === id)!;
const people = [person('ann@acme.example', ['a', 'b']), person('bob@acme.example', ['a'])];

let vendor: FakeVendor | null = null;
afterEach(async () => {
  await vendor?.close();
  vendor = null;
});

async function rehearse(id: string, options: FakeVendorOptions = {}) {
  vendor = await startFakeVendor(options);
  const views: RunView[] = [];
  const jumpcloud = new VirtualJumpCloud({
    directory: directoryOf(people, ['a', 'b']),
    now: () => 0,
    nonce: () => '1',
    setUp: async () => err({ code: 'not-ours', message: 'not a server of this app' }),
    onChange: (view) => views.push(view),
  });
  const target = { baseUrl: vendor.baseUrl, token: vendor.token, confirmedHost: null };
  const start = (which: string, parts: Partial<Parameters<typeof jumpcloud.start>[0]> = {}) =>
    jumpcloud.start({ script: script(which), target, change: null, testEmail: 'test+1@acme.example', groupBox: true, ...parts });
  const started = await start(id);
  return { vendor, jumpcloud, start, started, views };
}

describe('against a service over a real socket', () => {
  test('Activate goes through, and its requests are the ones that arrived', async () => {
    const { vendor: service, jumpcloud } = await rehearse('activate');
    await jumpcloud.runToEnd();
    expect(jumpcloud.view).toMatchObject({ state: 'done', sent: 9, outcome: { result: 'pass', usedTestEmail: 'test+1@acme.example' } });
    expect(jumpcloud.entries(0, 99).map(({ method, path }) => `${method} ${path}`)).toEqual(service.requests);
  });

  test('I1: again with the same e-mail it fails and says what to do', async () => {
    const { jumpcloud, start } = await rehearse('activate');
    await jumpcloud.runToEnd();
    await start('activate');
    await jumpcloud.runToEnd();
    expect(jumpcloud.view?.outcome).toMatchObject({ result: 'fail', problems: [{ facts: expect.arrayContaining(['I1']) }] });
  });

  test('I2: with group provisioning off it fails', async () => {
    const { jumpcloud } = await rehearse('activate', { quirks: { groupProvisioning: false } });
    await jumpcloud.runToEnd();
    expect(jumpcloud.view?.outcome).toMatchObject({ result: 'fail', problems: [{ facts: expect.arrayContaining(['I2']) }] });
  });

  test('step by step: nothing is sent before it is asked for', async () => {
    const { vendor: service, jumpcloud, started } = await rehearse('test-connection');
    expect(started).toMatchObject({ ok: true, value: { state: 'waiting', sent: 0, upcoming: { stepId: 'look-up-test-user' } } });
    expect(service.requests).toEqual([]);
    await jumpcloud.step();
    expect(jumpcloud.view).toMatchObject({ state: 'waiting', sent: 1, upcoming: { method: 'POST', stepId: 'create-test-user' } });
    expect(service.requests).toHaveLength(1);
  });

  test('a first sync leaves at the service what JumpCloud holds, and people let go are deactivated on unbinding (J12)', async () => {
    const { vendor: service, jumpcloud, start } = await rehearse('first-sync');
    await jumpcloud.runToEnd();
    expect(service.groups.map(({ displayName, members }) => [displayName, members.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    await start('unbind', { change: { kind: 'unbind', group: 'a' } });
    await jumpcloud.runToEnd();
    expect(service.users.map(({ userName, active }) => [userName, active])).toEqual([
      ['ann@acme.example', true],
      ['bob@acme.example', false],
    ]);
    expect(jumpcloud.roster.bound).toEqual(['b']);
  });

  test('a cancel while a request hangs ends the run', async () => {
    const { vendor: service, jumpcloud } = await rehearse('first-sync');
    const arrived = new Promise<void>((resolve) => service.onRequest(() => resolve()));
    service.setFaults(() => ({ kind: 'hang' }));
    const running = jumpcloud.runToEnd();
    await arrived;
    await jumpcloud.cancel();
    await running;
    expect(jumpcloud.view).toMatchObject({ state: 'cancelled', sent: 1 });
  });

  test('a second sequence has to wait for the first', async () => {
    const { start } = await rehearse('activate');
    expect(await start('activate')).toMatchObject({ ok: false, error: { code: 'busy' } });
  });

  test('a sequence that needs the local server is refused elsewhere', async () => {
    const { jumpcloud, start } = await rehearse('activate');
    await jumpcloud.cancel();
    expect(await start('activate-groups-off')).toMatchObject({ ok: false, error: { code: 'not-ours' } });
  });
});

test('the setting that a script needs is taken back at its end', async () => {
  const switched: string[] = [];
  vendor = await startFakeVendor();
  const jumpcloud = new VirtualJumpCloud({
    directory: directoryOf(people, ['a']),
    now: () => 0,
    nonce: () => '1',
    setUp: async (what) => {
      switched.push(what);
      return ok(async () => void switched.push('back'));
    },
    onChange: () => undefined,
  });
  const target = { baseUrl: vendor.baseUrl, token: vendor.token, confirmedHost: null };
  await jumpcloud.start({ script: script('activate-groups-off'), target, change: null, testEmail: 't@acme.example', groupBox: true });
  expect(switched).toEqual(['group-provisioning-off']);
  await jumpcloud.runToEnd();
  expect(switched).toEqual(['group-provisioning-off', 'back']);
});

test.each([
  ['a public address', 'https://203.0.114.7/scim', '203.0.114.7', 'not-local'],
  ['a host that nobody confirmed', 'https://auth.lambdatest.com/api/scim', null, 'not-local'],
  ['a slash at the end (J5)', 'http://127.0.0.1:1/scim/', null, 'base-url'],
  ['no address', 'scim', null, 'base-url'],
])('refused before anything is sent: %s', async (_, baseUrl, confirmedHost, code) => {
  const jumpcloud = new VirtualJumpCloud({
    directory: directoryOf(people, ['a']),
    now: () => 0,
    nonce: () => '1',
    setUp: async () => err({ code: 'not-ours', message: '' }),
    onChange: () => undefined,
  });
  const target = { baseUrl, token: 'x', confirmedHost };
  const started = await jumpcloud.start({ script: script('activate'), target, change: null, testEmail: 't@acme.example', groupBox: true });
  expect(started).toMatchObject({ ok: false, error: { code } });
});
