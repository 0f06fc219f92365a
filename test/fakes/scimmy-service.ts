import SCIMMY from 'scimmy';
import { type LoopbackServer, startLoopbackServer } from './loopback-server';
import { scimmyApp } from './scimmy-app';

type Kept = { readonly [key: string]: unknown } & { readonly id: string };

interface Asked {
  readonly id?: string;
  readonly filter?: { match(values: Kept[]): Kept[] };
}

export interface ScimmyService extends LoopbackServer {
  readonly baseUrl: string;
  readonly users: ReadonlyMap<string, Kept>;
  readonly groups: ReadonlyMap<string, Kept>;
}

/** Somebody else's service provider: scimmy with its routers on Express, two maps behind it, userName and displayName unique. */
export async function startScimmyService(token: string): Promise<ScimmyService> {
  const users = new Map<string, Kept>();
  const groups = new Map<string, Kept>();
  let made = 0;
  const declare = (resource: unknown, records: Map<string, Kept>, name: 'userName' | 'displayName'): void => {
    (SCIMMY.Resources as unknown as { declare(resource: unknown, handlers: object): void }).declare(resource, {
      egress: (asked: Asked) => {
        const all = [...records.values()];
        if (asked.id === undefined) return asked.filter === undefined ? all : asked.filter.match(all);
        const found = records.get(asked.id);
        if (found === undefined) throw new SCIMMY.Types.Error(404, null as never, `${asked.id} not found`);
        return found;
      },
      ingress: (asked: Asked, data: { readonly [key: string]: unknown }) => {
        made += 1;
        const id = asked.id ?? `s-${made}`;
        const taken = [...records.values()].some((one) => one.id !== id && one[name] === data[name]);
        if (taken) throw new SCIMMY.Types.Error(409, 'uniqueness', `${String(data[name])} is taken`);
        const record = { ...(JSON.parse(JSON.stringify(data)) as object), id } as Kept;
        records.set(id, record);
        return record;
      },
      degress: (asked: Asked) => {
        if (!records.delete(asked.id ?? '')) throw new SCIMMY.Types.Error(404, null as never, `${asked.id} not found`);
      },
    });
  };
  declare(SCIMMY.Resources.User, users, 'userName');
  declare(SCIMMY.Resources.Group, groups, 'displayName');
  const server = await startLoopbackServer(scimmyApp(token));
  return { ...server, baseUrl: `${server.origin}/scim/v2`, users, groups };
}
