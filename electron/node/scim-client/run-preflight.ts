import { hostOf, isVendorHost, readBaseUrl } from '../../../shared/preflight/base-url';
import { jsonOf, statusOf } from '../../../shared/preflight/exchange';
import { type Forecast, forecast } from '../../../shared/preflight/forecast';
import { judgeContentType, judgeIds, judgeListUsers, judgeToken, judgeWithoutToken } from '../../../shared/preflight/judge-access';
import { failedProbe, judgeDns, judgeTls } from '../../../shared/preflight/judge-connection';
import { judgeGroupFilter, judgeGroups, judgeTestEmail, judgeUserFilter } from '../../../shared/preflight/judge-filter';
import { judgePaging } from '../../../shared/preflight/judge-paging';
import { judgeDeleteUnasked } from '../../../shared/preflight/judge-write';
import { type Probe, type ProbeCode, probeCodes, skipped, type Verdict, verdictOf } from '../../../shared/preflight/probe';
import { readListPage, readUserResource } from '../../../shared/preflight/read-resource';
import type { PrivateNetwork } from '../net/checked-lookup';
import type { Connection, NetDoor } from '../net/net-door';
import { rehearseWrites } from './rehearse-writes';
import { createScimClient, equals, type ScimCall, type ScimClient } from './scim-client';

export interface PreflightInput {
  readonly baseUrl: string;
  readonly token: string;
  readonly testEmail: string | null;
  /** Plays the whole test with a marked user and group; only after the admin confirmed it. */
  readonly write: boolean;
  readonly privateNetwork: PrivateNetwork;
  /** Makes names that nobody has: random, passed in. */
  readonly nonce: string;
  readonly nowMs: number;
  readonly usesExtraCa: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProbe?: (probe: Probe) => void;
}

export interface PreflightReport {
  readonly verdict: Verdict;
  readonly probes: readonly Probe[];
  readonly forecast: Forecast;
  /** What a write test made and could not remove. */
  readonly leftBehind: readonly string[];
  /** True once the test e-mail was used for a user: it must not be used again (I1). */
  readonly testEmailUsed: boolean;
}

const writeOnly: readonly ProbeCode[] = probeCodes.slice(probeCodes.indexOf('create-test-user'));
const purpose = 'preflight';

/** Asks a SCIM endpoint what JumpCloud will ask, and judges each answer. Reads only, unless `write`. */
export async function runPreflight(door: NetDoor, input: PreflightInput): Promise<PreflightReport> {
  const probes: Probe[] = [];
  const add = (probe: Probe): Probe => {
    probes.push(probe);
    input.onProbe?.(probe);
    return probe;
  };
  const shape = readBaseUrl(input.baseUrl);
  add(shape.probe);
  const finish = (why: string, leftBehind: readonly string[] = [], testEmailUsed = false): PreflightReport => {
    const done = new Set(probes.map((probe) => probe.code));
    for (const code of probeCodes) if (!done.has(code) && (input.write || !writeOnly.includes(code))) add(skipped(code, why));
    probes.sort((a, b) => probeCodes.indexOf(a.code) - probeCodes.indexOf(b.code));
    const host = shape.usable === null ? '' : hostOf(shape.usable);
    return {
      verdict: verdictOf(probes),
      probes,
      forecast: forecast(probes, { isVendor: isVendorHost(host), wrote: input.write }),
      leftBehind,
      testEmailUsed,
    };
  };
  if (shape.usable === null) return finish('Not asked: the base URL is not usable.');
  const opened = door.open({ baseUrl: shape.usable, privateNetwork: input.privateNetwork });
  if (!opened.ok) {
    add(failedProbe('dns', null, opened.error));
    return finish('Not asked: the base URL is not usable.');
  }
  const connection = opened.value;
  try {
    if (!(await probeConnection(connection, shape.usable, input, add))) return finish('Not asked: the endpoint cannot be reached safely.');
    const client = createScimClient(connection, shape.usable, input.token);
    if (!(await probeAccess(client, input, add))) return finish('Not asked: the endpoint did not list its users.');
    await probeGroups(client, input, add);
    if (!input.write) {
      add(judgeDeleteUnasked(isVendorHost(hostOf(shape.usable))));
      return finish('Not asked.');
    }
    const blocker = probes.find((probe) => probe.result === 'fail' && probe.code !== 'groups' && probe.code !== 'base-url-shape');
    if (input.testEmail === null) return finish('Not asked: a write test needs a test e-mail.');
    if (blocker !== undefined) return finish('Not asked: nothing is written while a reading probe fails.');
    const rehearsal = await rehearseWrites(
      client,
      {
        testEmail: input.testEmail,
        nonce: input.nonce,
        signal: input.signal,
        withGroups: !probes.some((probe) => probe.code === 'groups' && probe.result === 'fail' && probe.status !== 403),
      },
      add,
    );
    return finish('Not asked: an earlier step failed.', rehearsal.leftBehind, rehearsal.testEmailUsed);
  } finally {
    connection.close();
  }
}

async function probeConnection(connection: Connection, url: string, input: PreflightInput, add: (probe: Probe) => Probe): Promise<boolean> {
  const host = hostOf(url);
  const addresses = await connection.resolve();
  const dns = add(addresses === null ? skipped('dns', 'Not asked: the proxy looks the name up.') : judgeDns(host, addresses));
  if (dns.result === 'fail') return false;
  if (!url.toLowerCase().startsWith('https:')) {
    add(skipped('tls', 'Not asked: a plain http address.'));
    return true;
  }
  const facts = await connection.inspectTls();
  const tls = add(
    facts === null
      ? skipped('tls', 'Not asked: behind the proxy the handshake is not visible; each request below checks it all the same.')
      : judgeTls(host, facts, input.nowMs, input.usesExtraCa),
  );
  return tls.result !== 'fail';
}

async function probeAccess(client: ScimClient, input: PreflightInput, add: (probe: Probe) => Probe): Promise<boolean> {
  const ask = (call: Pick<ScimCall, 'query' | 'withToken'>) =>
    client.call({ method: 'GET', path: '/Users', purpose, signal: input.signal, ...call });
  const stranger = add(judgeWithoutToken(await ask({ query: { startIndex: 1, count: 1 }, withToken: false })));
  if (stranger.status === null) return false;
  const list = await ask({ query: { startIndex: 1, count: 10 } });
  if (add(judgeToken(list)).result === 'fail') return false;
  if (add(judgeContentType(list)).result === 'fail') return false;
  if (add(judgeListUsers(list)).result === 'fail') return false;
  const page = readListPage(jsonOf(list));
  const total = page.ok ? page.value.totalResults : 0;
  const someone = page.ok ? page.value.resources.map(readUserResource).find((user) => user !== null) : undefined;
  add(judgeIds([list]));
  if (input.testEmail === null)
    add(skipped('test-email', 'Not asked: no test e-mail was given. JumpCloud asks for one that belongs to nobody (J3).'));
  else add(judgeTestEmail(await ask({ query: { filter: equals('userName', input.testEmail) } }), input.testEmail));
  const nobody = `nobody-${input.nonce}@scim-preflight.invalid`;
  const unknown = await ask({ query: { filter: equals('userName', nobody) } });
  const existing =
    someone === undefined || someone === null ? null : await ask({ query: { filter: equals('userName', someone.userName) } });
  add(judgeUserFilter(unknown, existing, someone?.userName ?? ''));
  if (total < 2 && (page.ok ? page.value.resources.length : 0) < 2) {
    add(skipped('paging', `Not asked: with ${total} users there is only one page.`));
    return true;
  }
  const count = Math.max(1, Math.min(5, Math.floor(total / 2)));
  add(judgePaging(await ask({ query: { startIndex: 1, count } }), await ask({ query: { startIndex: 1 + count, count } }), count));
  return true;
}

async function probeGroups(client: ScimClient, input: PreflightInput, add: (probe: Probe) => Probe): Promise<void> {
  const ask = (query: ScimCall['query']) =>
    client.call({ method: 'GET', path: '/Groups', purpose, signal: input.signal, ...(query === undefined ? {} : { query }) });
  const list = await ask({ startIndex: 1, count: 10 });
  if (add(judgeGroups(list)).result === 'fail' || statusOf(list) !== 200) {
    add(skipped('group-filter', 'Not asked: groups cannot be read.'));
    return;
  }
  add(judgeGroupFilter(await ask({ filter: equals('displayName', `nobody-${input.nonce}`) })));
}
