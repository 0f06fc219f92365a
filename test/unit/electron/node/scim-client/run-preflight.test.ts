import { afterEach, describe, expect, it } from 'vitest';
import { createCallLedger } from '../../../../../electron/node/net/call-ledger';
import { createNetDoor } from '../../../../../electron/node/net/net-door';
import { type PreflightInput, type PreflightReport, runPreflight } from '../../../../../electron/node/scim-client/run-preflight';
import type { Probe, ProbeCode } from '../../../../../shared/preflight/probe';
import { type FakeVendor, type FakeVendorOptions, fakeToken, startFakeVendor } from '../../../../fakes/fake-vendor';
import { makeCertificate } from '../../../../fakes/make-certificate';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const people = ['ann', 'bob', 'cid', 'dot', 'eve'].map((name, index) => ({
  id: String(23123 + index),
  userName: `${name}@acme.example`,
  active: true,
}));
const everyGroup = [{ id: '50001', displayName: 'eng', members: ['23123'] }];
const nowMs = Date.now();

async function vendor(options: FakeVendorOptions = {}): Promise<FakeVendor> {
  const server = await startFakeVendor({ users: people, groups: everyGroup, ...options });
  open.push(server.close);
  return server;
}

function preflight(baseUrl: string, more: Partial<PreflightInput> = {}, extraCa: readonly string[] = []): Promise<PreflightReport> {
  const door = createNetDoor({
    isOffline: () => false,
    proxyFor: async () => null,
    extraCa: () => extraCa,
    ledger: createCallLedger(),
    now: Date.now,
  });
  return runPreflight(door, {
    baseUrl,
    token: fakeToken,
    testEmail: 'scim-test@acme.example',
    write: false,
    privateNetwork: 'refused',
    nonce: 'n0nce',
    nowMs,
    usesExtraCa: extraCa.length > 0,
    ...more,
  });
}

const probe = (report: PreflightReport, code: ProbeCode): Probe => {
  const found = report.probes.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no probe ${code}`);
  return found;
};
const results = (report: PreflightReport): Record<string, string> =>
  Object.fromEntries(report.probes.map(({ code, result }) => [code, result]));

describe('preflight of a service as it should be', () => {
  it('is ready after reading only', async () => {
    const { baseUrl, requests } = await vendor();
    const report = await preflight(baseUrl);
    expect(report.verdict).toBe('ready');
    expect(results(report)).toEqual({
      'base-url-shape': 'pass',
      dns: 'pass',
      tls: 'skipped',
      'without-token': 'pass',
      token: 'pass',
      'content-type': 'pass',
      'list-users': 'pass',
      'string-ids': 'pass',
      'test-email': 'pass',
      'user-filter': 'pass',
      paging: 'pass',
      groups: 'pass',
      'group-filter': 'pass',
      'delete-behaviour': 'skipped',
    });
    expect(requests.every((request) => request.startsWith('GET '))).toBe(true);
    expect(report.forecast.at(-1)?.outcome).toMatch(/^unknown/);
  });

  it('says with each probe what was sent and what came back', async () => {
    const { baseUrl } = await vendor();
    const report = await preflight(baseUrl);
    expect(probe(report, 'test-email')).toMatchObject({
      request: `GET ${baseUrl}/Users?filter=userName%20eq%20%22scim-test%40acme.example%22`,
      status: 200,
    });
    expect(probe(report, 'without-token').status).toBe(401);
    expect(JSON.stringify(report)).not.toContain(fakeToken);
  });

  it('plays the whole test with --write and knows that the vendor keeps the test user (I1)', async () => {
    const { baseUrl, users, groups } = await vendor();
    const report = await preflight(baseUrl, { write: true });
    expect(report.verdict).toBe('ready');
    expect(results(report)).toMatchObject({
      'create-test-user': 'pass',
      'find-test-user': 'pass',
      'update-test-user': 'pass',
      'create-test-group': 'pass',
      'group-members': 'pass',
      'remove-member': 'pass',
      'add-member': 'pass',
      'rename-group': 'pass',
      'delete-test-group': 'pass',
      'delete-test-user': 'warn',
      'delete-behaviour': 'warn',
      'clean-up': 'warn',
    });
    expect(report.leftBehind).toEqual([expect.stringContaining('scim-test@acme.example')]);
    expect(report.testEmailUsed).toBe(true);
    expect(users.filter((user) => user.active)).toHaveLength(people.length);
    expect(groups.map((group) => group.displayName)).toEqual(['eng']);
    expect(report.forecast.at(-1)?.outcome).toMatch(/^passes/);
  });

  it('leaves nothing behind where DELETE removes', async () => {
    const { baseUrl } = await vendor({ quirks: { deleteUser: 'removes' } });
    const report = await preflight(baseUrl, { write: true });
    expect(report.leftBehind).toEqual([]);
    expect(probe(report, 'clean-up').result).toBe('pass');
  });
});

describe('preflight finds', () => {
  it.each<[string, FakeVendorOptions, Partial<PreflightInput>, ProbeCode, RegExp]>([
    ['a service open to anybody', { quirks: { open: true } }, {}, 'without-token', /open to anybody/],
    ['a wrong token', {}, { token: 'stale' }, 'token', /401/],
    ['numeric ids (J5)', { quirks: { numericIds: true } }, {}, 'string-ids', /J5/],
    ['an ignored filter', { quirks: { ignoresFilter: true } }, {}, 'user-filter', /ignored/],
    ['an ignored startIndex', { quirks: { ignoresStartIndex: true } }, {}, 'paging', /startIndex/],
    ['a totalResults that is the page size', { quirks: { totalIsPageSize: true } }, {}, 'paging', /totalResults/],
    [
      'group provisioning off, when reading is refused as well (A9)',
      { quirks: { groupProvisioning: false, readsGroupsWhileOff: false } },
      {},
      'groups',
      /I2/,
    ],
    ['a test e-mail that is a person', {}, { testEmail: 'ANN@acme.example' }, 'test-email', /active person/],
    [
      'a test e-mail burnt by an earlier test (I1)',
      { users: [...people, { id: '9', userName: 'scim-test@acme.example', active: false }] },
      {},
      'test-email',
      /I1/,
    ],
  ])('%s', async (_name, options, input, code, meaning) => {
    const { baseUrl } = await vendor(options);
    const report = await preflight(baseUrl, input);
    expect(probe(report, code)).toMatchObject({ result: 'fail' });
    expect(probe(report, code).meaning).toMatch(meaning);
    expect(probe(report, code).fix).toBeTruthy();
    expect(report.verdict).toBe('not-ready');
    expect(report.forecast.at(-1)?.outcome).toMatch(/^fails/);
  });

  it.each<[string, FakeVendorOptions, ProbeCode, RegExp]>([
    ['group provisioning off, which only writing shows (A9, I2)', { quirks: { groupProvisioning: false } }, 'create-test-group', /403/],
    ['a Remove that does nothing', { quirks: { removeMember: 'does-nothing' } }, 'remove-member', /1 members instead of 0/],
    ['a DELETE that does nothing', { quirks: { deleteUser: 'does-nothing' } }, 'delete-test-user', /still there and active/],
    ['a test e-mail of another organisation', { elsewhere: ['scim-test@acme.example'] }, 'create-test-user', /400/],
  ])('by writing: %s', async (_name, options, code, meaning) => {
    const { baseUrl } = await vendor(options);
    const report = await preflight(baseUrl, { write: true });
    expect(probe(report, code)).toMatchObject({ result: 'fail' });
    expect(probe(report, code).meaning).toMatch(meaning);
    expect(report.verdict).toBe('not-ready');
  });

  it('nothing to write with while a reading probe fails', async () => {
    const { baseUrl, requests } = await vendor();
    const report = await preflight(baseUrl, { write: true, testEmail: 'ann@acme.example' });
    expect(probe(report, 'create-test-user').result).toBe('skipped');
    expect(requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
  });

  it('a web page where JSON should be', async () => {
    const { baseUrl, setFaults } = await vendor();
    setFaults(({ number }) => (number === 1 ? { kind: 'status', status: 401 } : { kind: 'html' }));
    const report = await preflight(baseUrl);
    expect(probe(report, 'content-type').meaning).toContain('Sign in');
    expect(probe(report, 'list-users').result).toBe('skipped');
  });

  it('a base URL with a slash at its end, and goes on without it', async () => {
    const { baseUrl } = await vendor();
    const report = await preflight(`${baseUrl}/`);
    expect(probe(report, 'base-url-shape')).toMatchObject({ result: 'fail', fix: `Use ${baseUrl}` });
    expect(probe(report, 'list-users').result).toBe('pass');
    expect(report.verdict).toBe('not-ready');
  });

  it('what is left when the connection breaks after the user was made', async () => {
    const { baseUrl, setFaults } = await vendor();
    setFaults(({ method, path }) => (method === 'DELETE' && path.startsWith('/Users') ? { kind: 'status', status: 500 } : null));
    const report = await preflight(baseUrl, { write: true });
    expect(probe(report, 'clean-up').result).toBe('fail');
    expect(report.leftBehind[0]).toContain('scim-test@acme.example');
  });

  it('the user of a creation that broke off', async () => {
    const { baseUrl, setFaults } = await vendor();
    setFaults(({ method, path }) => (method === 'POST' && path === '/Users' ? { kind: 'cut', afterBytes: 5 } : null));
    const report = await preflight(baseUrl, { write: true });
    expect(report.leftBehind[0]).toContain('while it was created');
    expect(report.testEmailUsed).toBe(true);
  });
});

describe('preflight of TLS', () => {
  const dayMs = 86_400_000;
  it.each([
    ['trusted by a CA file only', { name: '127.0.0.1', notBefore: nowMs - dayMs, notAfter: nowMs + 400 * dayMs }, true, 'warn', /CA file/],
    ['expiring soon', { name: '127.0.0.1', notBefore: nowMs - dayMs, notAfter: nowMs + 10 * dayMs }, true, 'warn', /Expires soon/],
    ['expired', { name: '127.0.0.1', notBefore: nowMs - 20 * dayMs, notAfter: nowMs - dayMs }, true, 'fail', /expired/],
    [
      'for another name',
      { name: 'scim.example.com', notBefore: nowMs - dayMs, notAfter: nowMs + 400 * dayMs },
      true,
      'fail',
      /another name/,
    ],
    [
      'by an unknown authority',
      { name: '127.0.0.1', notBefore: nowMs - dayMs, notAfter: nowMs + 400 * dayMs },
      false,
      'fail',
      /trusted TLS/,
    ],
  ])('judges a certificate %s', async (_name, wish, trusted, result, meaning) => {
    const files = await makeCertificate(wish);
    const { baseUrl, requests } = await vendor({ tls: files });
    const report = await preflight(baseUrl, {}, trusted ? [files.ca] : []);
    expect(probe(report, 'tls').result).toBe(result);
    expect(probe(report, 'tls').meaning).toMatch(meaning);
    if (result === 'fail') expect(requests).toEqual([]);
    else expect(probe(report, 'list-users').result).toBe('pass');
  });
});
