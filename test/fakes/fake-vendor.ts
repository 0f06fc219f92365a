import { type Fault, type FaultPlan, noFaults, playFault } from './faults';
import { type LoopbackServer, readBody, startLoopbackServer, type TlsFiles } from './loopback-server';

export interface FakeUser {
  id: string;
  userName: string;
  active: boolean;
  givenName?: string;
  familyName?: string;
  role?: string;
}

export interface FakeGroup {
  id: string;
  displayName: string;
  members: string[];
  roles?: readonly string[];
}

/** How the fake differs from a proper service; each is a fault met in the field. */
export interface FakeQuirks {
  readonly ignoresFilter: boolean;
  readonly ignoresStartIndex: boolean;
  readonly totalIsPageSize: boolean;
  readonly numericIds: boolean;
  readonly open: boolean;
  readonly groupProvisioning: boolean;
  readonly readsGroupsWhileOff: boolean;
  readonly deleteUser: 'deactivates' | 'removes' | 'unsupported' | 'does-nothing';
  readonly removeMember: 'removes' | 'does-nothing' | 'wipes-all';
  readonly listsMembers: boolean;
  readonly contentType: string;
  readonly pageCap: number;
}

const proper: FakeQuirks = {
  ignoresFilter: false,
  ignoresStartIndex: false,
  totalIsPageSize: false,
  numericIds: false,
  open: false,
  groupProvisioning: true,
  readsGroupsWhileOff: true,
  deleteUser: 'deactivates',
  removeMember: 'removes',
  listsMembers: true,
  contentType: 'application/scim+json',
  pageCap: 1000,
};

export interface FakeVendorOptions {
  readonly users?: readonly FakeUser[];
  readonly groups?: readonly FakeGroup[];
  readonly quirks?: Partial<FakeQuirks>;
  readonly elsewhere?: readonly string[];
  readonly tls?: TlsFiles;
}

export interface FakeVendor extends LoopbackServer {
  readonly baseUrl: string;
  readonly token: string;
  readonly users: FakeUser[];
  readonly groups: FakeGroup[];
  /** "GET /Users?count=1" in order, without the base path. */
  readonly requests: string[];
  setFaults: (plan: FaultPlan) => void;
  /** Runs before each request is answered: the world changing meanwhile. */
  onRequest: (change: (requestNumber: number) => void) => void;
}

export const fakeToken = 'fake-vendor-token-c0ffee';

/** A SCIM service over a real socket, as small as the tests allow, that can misbehave on demand. */
export async function startFakeVendor(options: FakeVendorOptions = {}): Promise<FakeVendor> {
  const quirks = { ...proper, ...options.quirks };
  const state = {
    users: [...(options.users ?? [])].map((user) => ({ ...user })),
    groups: [...(options.groups ?? [])].map((group) => ({ ...group, members: [...group.members] })),
    next: 9000,
  };
  const requests: string[] = [];
  let faults: FaultPlan = noFaults;
  let before: (requestNumber: number) => void = () => undefined;
  const server = await startLoopbackServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    const path = url.pathname.replace(/^\/scim/, '');
    const method = request.method ?? 'GET';
    requests.push(`${method} ${path}${url.search}`);
    before(requests.length);
    const body = await readBody(request);
    const answer = authorised(request.headers.authorization, quirks)
      ? route(state, quirks, options.elsewhere ?? [], method, path, url.searchParams, body)
      : scimError(401, 'no token');
    const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
    const fault: Fault | null = faults({ method, path, query: url.searchParams, number: requests.length });
    if (fault !== null) return playFault(fault, request, response, text);
    response.writeHead(answer.status, { 'content-type': quirks.contentType });
    response.end(text);
  }, options.tls);
  return {
    ...server,
    baseUrl: `${server.origin}/scim`,
    token: fakeToken,
    users: state.users,
    groups: state.groups,
    requests,
    setFaults: (plan) => {
      faults = plan;
    },
    onRequest: (change) => {
      before = change;
    },
  };
}

interface State {
  readonly users: FakeUser[];
  readonly groups: FakeGroup[];
  next: number;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const authorised = (header: string | undefined, quirks: FakeQuirks): boolean => quirks.open || header === `Bearer ${fakeToken}`;

const scimError = (status: number, detail: string): Answer => ({
  status,
  body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail },
});

function route(...parts: Parameters<typeof routeParsed>): Answer {
  try {
    return routeParsed(...parts);
  } catch (error) {
    if (error instanceof SyntaxError) return scimError(400, 'body or filter is not JSON');
    throw error;
  }
}

function routeParsed(
  state: State,
  quirks: FakeQuirks,
  elsewhere: readonly string[],
  method: string,
  path: string,
  query: URLSearchParams,
  body: string,
): Answer {
  const [, collection, id] = path.split('/');
  if (collection === 'Users')
    return id === undefined
      ? users(state, quirks, elsewhere, method, query, body)
      : oneUser(state, quirks, method, decodeURIComponent(id), body);
  if (collection === 'Groups') {
    const off = !quirks.groupProvisioning && !(method === 'GET' && quirks.readsGroupsWhileOff);
    if (off) return scimError(403, 'group provisioning is off');
    return id === undefined ? groups(state, quirks, method, query, body) : oneGroup(state, quirks, method, decodeURIComponent(id), body);
  }
  return scimError(404, 'no such path');
}

const printId = (id: string, quirks: FakeQuirks): unknown => (quirks.numericIds ? Number(id) : id);

const printUser = (user: FakeUser, quirks: FakeQuirks): object => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: printId(user.id, quirks),
  userName: user.userName,
  active: user.active,
  name: { givenName: user.givenName ?? 'Ann', familyName: user.familyName ?? 'Lee' },
  ...(user.role === undefined ? {} : { 'urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:User': { OrganizationRole: user.role } }),
});

const printGroup = (group: FakeGroup, quirks: FakeQuirks, inList = false): object => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
  id: printId(group.id, quirks),
  displayName: group.displayName,
  ...(quirks.listsMembers || !inList ? { members: group.members.map((value) => ({ value })) } : {}),
  ...(group.roles === undefined ? {} : { 'urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:Group': { LambdatestRoles: group.roles } }),
});

function list<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  print: (item: T) => object,
  quirks: FakeQuirks,
  query: URLSearchParams,
): Answer {
  const filter = /^\w+ eq (".*")$/.exec(query.get('filter') ?? '')?.[1];
  const wanted = filter === undefined || quirks.ignoresFilter ? null : String(JSON.parse(filter)).toLowerCase();
  const found = wanted === null ? items : items.filter((item) => nameOf(item).toLowerCase() === wanted);
  const start = quirks.ignoresStartIndex ? 1 : Math.max(1, Number(query.get('startIndex') ?? 1));
  const count = Math.min(quirks.pageCap, Number(query.get('count') ?? 20));
  const page = found.slice(start - 1, start - 1 + count);
  return {
    status: 200,
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: quirks.totalIsPageSize ? page.length : found.length,
      startIndex: start,
      itemsPerPage: page.length,
      Resources: page.map(print),
    },
  };
}

function users(
  state: State,
  quirks: FakeQuirks,
  elsewhere: readonly string[],
  method: string,
  query: URLSearchParams,
  body: string,
): Answer {
  if (method === 'GET')
    return list(
      state.users,
      (user) => user.userName,
      (user) => printUser(user, quirks),
      quirks,
      query,
    );
  const sent = JSON.parse(body) as { userName: string; name?: { givenName?: string; familyName?: string } };
  if (elsewhere.includes(sent.userName)) return scimError(400, 'user belongs to another organisation');
  const user: FakeUser = { id: String(state.next++), userName: sent.userName, active: true };
  state.users.push(user);
  return { status: 201, body: printUser(user, quirks) };
}

function oneUser(state: State, quirks: FakeQuirks, method: string, id: string, body: string): Answer {
  const index = state.users.findIndex((user) => user.id === id);
  const user = state.users[index];
  if (user === undefined) return scimError(404, 'no such user');
  if (method === 'PATCH') {
    const { Operations } = JSON.parse(body) as { Operations: readonly { path: string; value: unknown }[] };
    for (const operation of Operations) if (operation.path === 'active') user.active = operation.value === true;
  }
  if (method === 'DELETE') {
    if (quirks.deleteUser === 'unsupported') return scimError(501, 'not implemented');
    if (quirks.deleteUser === 'deactivates') user.active = false;
    if (quirks.deleteUser === 'does-nothing') user.active = true;
    if (quirks.deleteUser === 'removes') state.users.splice(index, 1);
    return { status: 204 };
  }
  return { status: 200, body: printUser(user, quirks) };
}

function groups(state: State, quirks: FakeQuirks, method: string, query: URLSearchParams, body: string): Answer {
  if (method === 'GET')
    return list(
      state.groups,
      (group) => group.displayName,
      (group) => printGroup(group, quirks, true),
      quirks,
      query,
    );
  const sent = JSON.parse(body) as { displayName: string; members?: readonly { value: string }[] };
  const group: FakeGroup = {
    id: String(state.next++),
    displayName: sent.displayName,
    members: (sent.members ?? []).map((member) => member.value),
  };
  state.groups.push(group);
  return { status: 201, body: printGroup(group, quirks) };
}

function oneGroup(state: State, quirks: FakeQuirks, method: string, id: string, body: string): Answer {
  const index = state.groups.findIndex((group) => group.id === id);
  const group = state.groups[index];
  if (group === undefined) return scimError(404, 'no such group');
  if (method === 'DELETE') {
    state.groups.splice(index, 1);
    return { status: 204 };
  }
  if (method === 'PATCH') {
    const { Operations } = JSON.parse(body) as { Operations: readonly { op: string; path: string; value: unknown }[] };
    for (const { op, path, value } of Operations) {
      const ids = Array.isArray(value) ? value.map((entry: { value: string }) => entry.value) : [];
      if (path === 'displayName') group.displayName = String(value);
      else if (op.toLowerCase() === 'add') group.members = [...new Set([...group.members, ...ids])];
      else if (quirks.removeMember === 'wipes-all') group.members = [];
      else if (quirks.removeMember === 'removes') group.members = group.members.filter((member) => !ids.includes(member));
    }
  }
  return { status: 200, body: printGroup(group, quirks) };
}
