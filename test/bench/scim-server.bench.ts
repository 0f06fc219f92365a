import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BenchRequest,
  benchToken,
  type FloorAnswer,
  type LoadOrder,
  type LoadReport,
  type MemoryReport,
  type ServerReady,
} from './messages';

/**
 * The SCIM server against scimmy and against the floor, in one run: the same requests, the same load generator, each server in a
 * process of its own, one after the other. `node build/bench.mjs` runs it; docs/performance.md says what came out.
 */
const userCount = Number(process.env['BENCH_USERS'] ?? 10_000);
const durationMs = Number(process.env['BENCH_MS'] ?? 4000);
const warmUpMs = Math.min(1500, durationMs / 2);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const connections = 8;
const root = '/scim/v2';
const folder = mkdtempSync(join(tmpdir(), 'scim-bench-'));
const here = (name: string): string => join(import.meta.dirname, `${name}.js`);
const children = new Set<ChildProcess>();

const nameOf = (at: number): string => `person${at}@bench.example`;
const groups = [
  { displayName: 'small', members: 10 },
  { displayName: 'large', members: userCount },
] as const;

const benchUser = (userName: string) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName,
  name: { givenName: 'Ben', familyName: 'Bench', formatted: 'Ben Bench' },
  active: true,
});

function once<T>(child: ChildProcess, kind: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: { readonly kind?: string }): void => {
      if (message.kind !== kind) return;
      child.off('message', onMessage as never);
      resolve(message as T);
    };
    child.on('message', onMessage as never);
    child.once('exit', (code) => reject(new Error(`a bench process ended with ${code}`)));
  });
}

function start(name: string): ChildProcess {
  const child = fork(here(name), { execArgv: ['--expose-gc', '--max-old-space-size=4096'] });
  children.add(child);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}

async function memoryOf(child: ChildProcess): Promise<MemoryReport> {
  const told = once<MemoryReport>(child, 'memory');
  child.send('memory');
  return told;
}

async function startOurs(users: number): Promise<{ readonly child: ChildProcess; readonly ready: ServerReady }> {
  const child = start('our-server.bench');
  await once(child, 'started');
  const ready = once<ServerReady>(child, 'ready');
  const people = Array.from({ length: users }, (_, at) => ({ userName: nameOf(at), givenName: 'Ben', familyName: 'Bench' }));
  const members = people.map(({ userName }) => userName);
  child.send({
    kind: 'open',
    data: join(folder, `ours-${users}-${Date.now()}`),
    organisation: {
      users: people,
      groups: users === 0 ? [] : groups.map((group) => ({ displayName: group.displayName, members: members.slice(0, group.members) })),
    },
  });
  return { child, ready: await ready };
}

async function startScimmy(users: number): Promise<{ readonly child: ChildProcess; readonly ready: ServerReady }> {
  const child = start('scimmy-server.bench');
  const ready = await once<ServerReady>(child, 'ready');
  const seeded = once(child, 'seeded');
  child.send({
    kind: 'seed',
    users: Array.from({ length: users }, (_, at) => benchUser(nameOf(at))),
    groups: users === 0 ? [] : groups,
  });
  await seeded;
  return { child, ready };
}

async function ask(port: number, path: string): Promise<FloorAnswer> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { Authorization: `Bearer ${benchToken}` } });
  const etag = answer.headers.get('etag');
  return { status: answer.status, headers: etag === null ? {} : { ETag: etag }, body: await answer.text() };
}

const byName = (attribute: string, value: string): string => `filter=${encodeURIComponent(`${attribute} eq "${value}"`)}`;

async function idOf(port: number, path: string): Promise<string> {
  const { status, body } = await ask(port, path);
  const id = (JSON.parse(body) as { readonly Resources?: readonly { readonly id: string }[] }).Resources?.[0]?.id;
  if (id === undefined) throw new Error(`${path} answered ${status} without a resource`);
  return id;
}

interface Ids {
  readonly users: readonly string[];
  readonly small: string;
  readonly large: string;
}

const sampled = 200;
/** Nobody of the small group: whoever is added to it must not be in it already. */
const firstSampled = groups[0].members;
const stride = Math.max(1, Math.floor((userCount - firstSampled) / sampled));
const sample = Array.from({ length: sampled }, (_, at) => firstSampled + at * stride);

/** scimmy-server.bench.ts numbers users and groups in the order of the seed; asking it for each would take minutes. */
const scimmyIds: Ids = {
  users: sample.map((at) => String(at + 1)),
  small: String(userCount + 1),
  large: String(userCount + 2),
};

async function readIds(port: number): Promise<Ids> {
  const users: string[] = [];
  for (const at of sample) users.push(await idOf(port, `${root}/Users?${byName('userName', nameOf(at))}`));
  const group = (name: string): Promise<string> => idOf(port, `${root}/Groups?${byName('displayName', name)}&excludedAttributes=members`);
  return { users, small: await group('small'), large: await group('large') };
}

const operations = [
  'get by id',
  'filter userName eq',
  'list page of 100',
  'create user',
  'membership in 10',
  'membership in all',
  'membership in 10, members left out',
  'membership in all, members left out',
] as const;
type Operation = (typeof operations)[number];
/** `BENCH_ONLY="get by id,create user"` and `BENCH_SERVERS=ours,floor` measure these alone: for work on one of them. */
const chosen = process.env['BENCH_ONLY']?.split(',');
const measured = operations.filter((operation) => chosen === undefined || chosen.includes(operation));
const asked = new Set((process.env['BENCH_SERVERS'] ?? 'ours,floor,scimmy,memory').split(','));
/**
 * scimmy leaves the members out before it applies a PATCH with excludedAttributes=members, and then removes nobody: there is nothing
 * to compare with. Ours is measured so to show that the size of the group costs nothing but the bytes of the answer.
 */
const isOursAlone = (operation: Operation): boolean => operation.endsWith('members left out');
const inSmall = (operation: Operation): boolean => operation.startsWith('membership in 10');
const groupPath = (operation: Operation, ids: Ids): string =>
  `${root}/Groups/${inSmall(operation) ? ids.small : ids.large}${isOursAlone(operation) ? '?excludedAttributes=members' : ''}`;
const isRead = (operation: Operation): boolean =>
  operation === 'get by id' || operation === 'filter userName eq' || operation === 'list page of 100';

/** Each run of `create user` has numbers of its own. */
let firstNumber = 0;

/** For each connection its own share: two connections never change the same member. */
function sequencesFor(operation: Operation, ids: Ids): readonly (readonly BenchRequest[])[] {
  return Array.from({ length: connections }, (_, connection) => sequenceFor(operation, ids, connection));
}

function sequenceFor(operation: Operation, ids: Ids, connection: number): readonly BenchRequest[] {
  const mine = ids.users.filter((_id, at) => at % connections === connection);
  switch (operation) {
    case 'get by id':
      return mine.map((id) => ({ method: 'GET', path: `${root}/Users/${id}` }));
    case 'filter userName eq':
      return sample
        .filter((_at, index) => index % connections === connection)
        .map((at) => ({ method: 'GET', path: `${root}/Users?${byName('userName', nameOf(at))}` }));
    case 'list page of 100':
      return Array.from({ length: 10 }, (_page, page) => ({
        method: 'GET',
        path: `${root}/Users?startIndex=${1 + (((page * connections + connection) * 100) % Math.max(1, userCount - 100))}&count=100`,
      }));
    case 'create user':
      return [{ method: 'POST', path: `${root}/Users`, body: JSON.stringify(benchUser('made{n}@bench.example')) }];
    default:
      return mine.flatMap((value) =>
        (inSmall(operation) ? (['add', 'remove'] as const) : (['remove', 'add'] as const)).map((op) => ({
          method: 'PATCH',
          path: groupPath(operation, ids),
          body: JSON.stringify({
            schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
            Operations: [op === 'add' ? { op, path: 'members', value: [{ value }] } : { op, path: `members[value eq "${value}"]` }],
          }),
        })),
      );
  }
}

async function measure(port: number, operation: Operation, ids: Ids): Promise<LoadReport> {
  const child = start('load.bench');
  const report = new Promise<LoadReport>((resolve, reject) => {
    child.once('message', (message) => resolve(message as LoadReport));
    child.once('exit', (code) => reject(new Error(`the load generator ended with ${code}`)));
  });
  firstNumber += 10_000_000;
  const order: LoadOrder = {
    port,
    token: benchToken,
    sequences: sequencesFor(operation, ids),
    warmUpMs,
    durationMs,
    atLeast: 2 * connections,
    firstNumber,
  };
  child.send(order);
  const told = await report;
  child.removeAllListeners('exit');
  await end(child);
  const wrong = Object.keys(told.statuses).filter((status) => !status.startsWith('2'));
  if (wrong.length > 0) throw new Error(`${operation} answered ${JSON.stringify(told.statuses)}`);
  return told;
}

/** A membership change that changes nothing would be measured as fast: each server must show that it does what it is asked. */
async function proveMembership(port: number, ids: Ids): Promise<void> {
  for (const [operation, group, before] of [
    ['membership in 10', ids.small, false],
    ['membership in all', ids.large, true],
  ] as const) {
    const [first, second] = sequenceFor(operation, ids, 1);
    const value = ids.users[1] ?? '';
    const isMember = async (): Promise<boolean> => {
      const { body } = await ask(port, `${root}/Groups/${group}`);
      return ((JSON.parse(body) as { members?: readonly { value: string }[] }).members ?? []).some((member) => member.value === value);
    };
    const seen = [await isMember()];
    for (const request of [first, second]) {
      if (request === undefined) throw new Error('no membership change to prove');
      await fetch(`http://127.0.0.1:${port}${request.path}`, {
        method: request.method,
        headers: { Authorization: `Bearer ${benchToken}`, 'Content-Type': 'application/scim+json' },
        ...(request.body === undefined ? {} : { body: request.body }),
      });
      seen.push(await isMember());
    }
    if (seen.join() !== [before, !before, before].join()) throw new Error(`${operation} was not done: member ${seen.join(', ')}`);
  }
}

/** Processor time of a process so far, in milliseconds; null where the system has no /proc. */
function processorMs(child: ChildProcess): number | null {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  /** Of the server, per request. */
  readonly processorUs: number | null;
}
type Reports = Partial<Record<Operation, Measured>>;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Side {
  readonly name: string;
  readonly child: ChildProcess;
  readonly port: number;
}

async function measureOnce({ name, child, port }: Side, operation: Operation, ids: Ids): Promise<Measured> {
  const before = processorMs(child);
  const { perSecond, p50Ms, answered, tookMs } = await measure(port, operation, ids);
  const after = processorMs(child);
  // The warm-up counts on both sides of the division.
  const all = answered * ((tookMs + warmUpMs) / tookMs);
  const processorUs = before === null || after === null ? null : ((after - before) * 1000) / all;
  say(
    `${name}: ${operation}: ${perSecond.toFixed(1)} a second, p50 ${p50Ms.toFixed(2)} ms, ${processorUs?.toFixed(1) ?? '?'} µs of the server`,
  );
  return { perSecond, p50Ms, processorUs };
}

/** The round in the middle, by rate: what the machine did besides in one of them does not count. */
const middle = (rounds: readonly Measured[]): Measured =>
  [...rounds].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)] as Measured;

/** Ours and the floor by turns: the floor is asked exactly what ours was asked, and has been told what ours answered. */
async function measureBoth(ours: Side, ids: Ids): Promise<{ readonly ours: Reports; readonly floor: Reports }> {
  const reports = { ours: {} as Reports, floor: {} as Reports };
  await proveMembership(ours.port, ids);
  for (const operation of measured) {
    const floor = await startFloor(operation, ids, ours.port);
    const seen = { ours: [] as Measured[], floor: [] as Measured[] };
    for (let round = 0; round < rounds; round += 1) {
      seen.ours.push(await measureOnce(ours, operation, ids));
      if (asked.has('floor')) seen.floor.push(await measureOnce(floor, operation, ids));
    }
    floor.child.removeAllListeners('exit');
    await end(floor.child);
    reports.ours[operation] = middle(seen.ours);
    if (asked.has('floor')) reports.floor[operation] = middle(seen.floor);
  }
  return reports;
}

async function startFloor(operation: Operation, ids: Ids, ours: number): Promise<Side> {
  const reads: (readonly [string, FloorAnswer])[] = [];
  if (isRead(operation))
    for (const { path } of sequencesFor(operation, ids).flat())
      if (!reads.some(([known]) => known === path)) reads.push([path, await ask(ours, path)]);
  const shown = operation === 'create user' || isRead(operation) ? `${root}/Users/${ids.users[0]}` : groupPath(operation, ids);
  const write = { ...(await ask(ours, shown)), status: operation === 'create user' ? 201 : 200 };
  const child = start('floor-server.bench');
  await once(child, 'started');
  const ready = once<ServerReady>(child, 'ready');
  child.send({ kind: 'answers', file: join(folder, `floor-${operations.indexOf(operation)}.db`), reads, write });
  return { name: 'floor', child, port: (await ready).port };
}

async function measureScimmy(): Promise<Reports> {
  const reports: Reports = {};
  const { child, ready } = await startScimmy(userCount);
  await proveMembership(ready.port, scimmyIds);
  for (const operation of measured) {
    if (isOursAlone(operation)) continue;
    const seen: Measured[] = [];
    // What takes it seconds is measured once.
    do seen.push(await measureOnce({ name: 'scimmy', child, port: ready.port }, operation, scimmyIds));
    while (seen.length < rounds && (seen[0]?.perSecond ?? 0) > 100);
    reports[operation] = middle(seen);
  }
  child.removeAllListeners('exit');
  await end(child);
  return reports;
}

async function memoryPerUser(
  begin: (users: number) => Promise<{ readonly child: ChildProcess }>,
): Promise<{ readonly heap: number; readonly resident: number }> {
  const reports: MemoryReport[] = [];
  for (const users of [0, userCount]) {
    const { child } = await begin(users);
    reports.push(await memoryOf(child));
    child.removeAllListeners('exit');
    await end(child);
  }
  const [empty, full] = reports as [MemoryReport, MemoryReport];
  return { heap: (full.heapBytes - empty.heapBytes) / userCount, resident: (full.residentBytes - empty.residentBytes) / userCount };
}

async function main(): Promise<void> {
  say(`${userCount} users, ${connections} connections, ${durationMs} ms each, ${cpus().length} cores, Node ${process.version}`);
  const memory = asked.has('memory') ? { ours: await memoryPerUser(startOurs), scimmy: await memoryPerUser(startScimmy) } : null;
  const { child, ready } = await startOurs(userCount);
  const both = await measureBoth({ name: 'ours', child, port: ready.port }, await readIds(ready.port));
  child.removeAllListeners('exit');
  await end(child);
  const scimmy = asked.has('scimmy') ? await measureScimmy() : {};
  const rows = measured.map((operation) => {
    const [ours, peer, floor] = [both.ours[operation], scimmy[operation], both.floor[operation]];
    const times = (other: Measured | undefined): number | null =>
      ours === undefined || other === undefined ? null : ours.perSecond / other.perSecond;
    return { operation, ours, scimmy: peer, floor, timesScimmy: times(peer), shareOfFloor: times(floor) };
  });
  const result = { users: userCount, durationMs, connections, node: process.version, rows, memory };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  const out = process.env['BENCH_OUT'];
  if (out !== undefined) writeFileSync(out, JSON.stringify(result, null, 2));
}

try {
  await main();
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
}
