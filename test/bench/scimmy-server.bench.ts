import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import SCIMMY from 'scimmy';
import { scimmyApp } from '../fakes/scimmy-app';
import { benchToken, type ServerReady } from './messages';
import { tellMemoryWhenAsked } from './tell-memory';

/**
 * The peer: scimmy with scimmy-routers on Express, everything in memory in two Maps. Handlers are as its documentation shows them;
 * a resource with an id is found through the Map, a list is what scimmy filters itself.
 */
type Record = { [key: string]: unknown } & { id: string };

const people = new Map<string, Record>();
const groups = new Map<string, Record>();
let nextId = 1;

interface Asked {
  readonly id?: string;
  readonly filter?: { match(values: Record[]): Record[] };
}

function declare(resource: unknown, records: Map<string, Record>): void {
  (SCIMMY.Resources as unknown as { declare(resource: unknown, handlers: object): void }).declare(resource, {
    egress: (asked: Asked) => {
      if (asked.id !== undefined) {
        const found = records.get(asked.id);
        if (found === undefined) throw new SCIMMY.Types.Error(404, null as never, `${asked.id} not found`);
        return found;
      }
      const all = [...records.values()];
      return asked.filter === undefined ? all : asked.filter.match(all);
    },
    ingress: (asked: Asked, data: object) => {
      const id = asked.id ?? String(nextId++);
      const now = new Date();
      const before = records.get(id);
      const meta = { created: (before?.['meta'] as { created: Date } | undefined)?.created ?? now, lastModified: now };
      const record = { ...before, ...JSON.parse(JSON.stringify(data)), id, meta } as Record;
      records.set(id, record);
      return record;
    },
    degress: (asked: Asked) => {
      records.delete(asked.id ?? '');
    },
  });
}

declare(SCIMMY.Resources.User, people);
declare(SCIMMY.Resources.Group, groups);

process.on('message', (message: { readonly kind: 'seed'; readonly users: readonly object[]; readonly groups: readonly SeedGroup[] }) => {
  if (typeof message !== 'object' || message.kind !== 'seed') return;
  const ids: string[] = [];
  const now = new Date();
  for (const user of message.users) {
    const id = String(nextId++);
    ids.push(id);
    people.set(id, { ...user, id, meta: { created: now, lastModified: now } });
  }
  for (const { displayName, members } of message.groups) {
    const id = String(nextId++);
    groups.set(id, {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName,
      members: ids.slice(0, members).map((value) => ({ value })),
      id,
      meta: { created: now, lastModified: now },
    });
  }
  process.send?.({ kind: 'seeded' });
});

interface SeedGroup {
  readonly displayName: string;
  readonly members: number;
}

tellMemoryWhenAsked();
const server = createServer(scimmyApp(benchToken));
// One list of ten thousand keeps the process busy for longer than the usual five seconds: connections that wait must not be cut.
server.keepAliveTimeout = 300_000;
server.headersTimeout = 310_000;
server.requestTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  const ready: ServerReady = { kind: 'ready', port: (server.address() as AddressInfo).port, basePath: '/scim/v2' };
  process.send?.(ready);
});
