import { type FaultPlan, noFaults, playFault } from './faults';
import { type LoopbackServer, startLoopbackServer } from './loopback-server';

export interface FakeJumpCloudOptions {
  readonly users: readonly object[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** Group id → user ids, nested groups resolved. */
  readonly memberships: Readonly<Record<string, readonly string[]>>;
  /** Application id → ids of bound groups. */
  readonly applications?: Readonly<Record<string, readonly string[]>>;
  /** More than one makes the admin a multi-tenant one, who must send x-org-id. */
  readonly organisations?: readonly { readonly id: string; readonly displayName: string }[];
  /** A larger `limit` than this is not honoured. */
  readonly limitCap?: number;
  /** What totalCount says; the true number unless told. */
  readonly totalCount?: number;
}

export interface FakeJumpCloud extends LoopbackServer {
  readonly apiKey: string;
  readonly requests: string[];
  setFaults: (plan: FaultPlan) => void;
}

export const fakeApiKey = 'fake-jumpcloud-key-5eed';

/** JumpCloud's REST API over a real socket, as far as a roster needs it (jumpcloud-behaviour.md section 3). */
export async function startFakeJumpCloud(options: FakeJumpCloudOptions): Promise<FakeJumpCloud> {
  const requests: string[] = [];
  let faults: FaultPlan = noFaults;
  const server = await startLoopbackServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    requests.push(`${request.method} ${url.pathname}${url.search}`);
    const answer = route(options, url, request.headers);
    const text = JSON.stringify(answer.body);
    const fault = faults({ method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, number: requests.length });
    if (fault !== null) return playFault(fault, request, response, text);
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(text);
  });
  return {
    ...server,
    apiKey: fakeApiKey,
    requests,
    setFaults: (plan) => {
      faults = plan;
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function route(options: FakeJumpCloudOptions, url: URL, headers: Readonly<Record<string, string | readonly string[] | undefined>>): Answer {
  if (headers['x-api-key'] !== fakeApiKey) return { status: 401, body: { message: 'Unauthorized' } };
  const organisations = options.organisations ?? [{ id: 'o1', displayName: 'Acme' }];
  if (url.pathname === '/api/organizations/')
    return {
      status: 200,
      body: { totalCount: organisations.length, results: organisations.map(({ id, displayName }) => ({ _id: id, displayName })) },
    };
  const orgId = headers['x-org-id'];
  if (orgId === undefined && organisations.length > 1) return { status: 401, body: { message: 'x-org-id is required' } };
  if (orgId !== undefined && !organisations.some((organisation) => organisation.id === orgId))
    return { status: 404, body: { message: 'Not Found' } };
  const page = <T>(items: readonly T[]): readonly T[] => {
    const skip = Number(url.searchParams.get('skip') ?? 0);
    return items.slice(skip, skip + Math.min(options.limitCap ?? 100, Number(url.searchParams.get('limit') ?? 10)));
  };
  if (url.pathname === '/api/systemusers')
    return { status: 200, body: { totalCount: options.totalCount ?? options.users.length, results: page(options.users) } };
  if (url.pathname === '/api/v2/usergroups')
    return { status: 200, body: page(options.groups.map((group) => ({ ...group, type: 'user_group' }))) };
  const group = /^\/api\/v2\/usergroups\/([^/]+)\/membership$/.exec(url.pathname)?.[1];
  if (group !== undefined) return { status: 200, body: page((options.memberships[group] ?? []).map((id) => ({ id, type: 'user' }))) };
  const application = /^\/api\/v2\/applications\/([^/]+)\/associations$/.exec(url.pathname)?.[1];
  const bound = application === undefined ? undefined : options.applications?.[application];
  if (bound !== undefined) return { status: 200, body: page(bound.map((id) => ({ to: { id, type: 'user_group' } }))) };
  return { status: 404, body: { message: 'Not Found' } };
}
