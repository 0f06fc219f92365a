import type { z } from 'zod';
import type { PullFault } from '../../../shared/golive/pull-fault';
import type { JumpCloudFault } from '../../../shared/jumpcloud/api-fault';
import { graphEntrySchema, organizationsPageSchema, systemUsersPageSchema, userGroupSchema } from '../../../shared/jumpcloud/api-shapes';
import { type Exchange, jsonOf, readPayload, requestLine } from '../../../shared/preflight/exchange';
import { err, ok, type Result } from '../../../shared/result';
import type { Connection } from '../net/net-door';
import { readWithRetry, type Waiting } from '../scim-client/read-with-retry';

export interface JumpCloudAccess {
  readonly baseUrl: string;
  /** Kept in this closure only: a key carries all rights of its admin (jumpcloud-behaviour.md section 3). */
  readonly apiKey: string;
  readonly orgId: string | null;
}

export interface JumpCloudClient {
  readonly systemUsers: (skip: number) => Promise<Result<z.output<typeof systemUsersPageSchema>, JumpCloudFault>>;
  readonly userGroups: (skip: number) => Promise<Result<readonly z.output<typeof userGroupSchema>[], JumpCloudFault>>;
  readonly membership: (groupId: string, skip: number) => Promise<Result<readonly z.output<typeof graphEntrySchema>[], JumpCloudFault>>;
  readonly boundGroups: (
    applicationId: string,
    skip: number,
  ) => Promise<Result<readonly z.output<typeof graphEntrySchema>[], JumpCloudFault>>;
  readonly organizations: () => Promise<Result<z.output<typeof organizationsPageSchema>, JumpCloudFault>>;
}

/** The largest page v2 gives; the default is 10. */
export const pageLimit = 100;
export const defaultLimit = 10;

export function createJumpCloudClient(connection: Connection, access: JumpCloudAccess, waiting: Waiting): JumpCloudClient {
  const get = async <S extends z.ZodType>(
    path: string,
    query: Readonly<Record<string, string | number>>,
    schema: S,
    purpose: string,
  ): Promise<Result<z.output<S>, JumpCloudFault>> => {
    const search = Object.entries(query)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
    const url = `${access.baseUrl}${path}${search === '' ? '' : `?${search}`}`;
    const exchange = await readWithRetry(() => ask(connection, access, url, purpose, waiting.signal), waiting);
    if (!exchange.ok) return err(faultOf(exchange.error));
    const parsed = schema.safeParse(jsonOf(exchange.value));
    if (parsed.success) return ok(parsed.data);
    const issue = parsed.error.issues[0];
    return err({
      kind: 'unexpected-shape',
      request: requestLine(exchange.value),
      path: issue?.path.join('.') ?? '',
      found: issue?.message ?? 'something else',
    });
  };
  const page = (skip: number): { readonly limit: number; readonly skip: number } => ({ limit: pageLimit, skip });
  return {
    systemUsers: (skip) => get('/api/systemusers', { ...page(skip), sort: '_id' }, systemUsersPageSchema, 'read JumpCloud users'),
    userGroups: (skip) => get('/api/v2/usergroups', page(skip), userGroupSchema.array(), 'read JumpCloud groups'),
    membership: (groupId, skip) =>
      get(
        `/api/v2/usergroups/${encodeURIComponent(groupId)}/membership`,
        page(skip),
        graphEntrySchema.array(),
        'read JumpCloud memberships',
      ),
    boundGroups: (applicationId, skip) =>
      get(
        `/api/v2/applications/${encodeURIComponent(applicationId)}/associations`,
        { targets: 'user_group', ...page(skip) },
        graphEntrySchema.array(),
        'read JumpCloud application',
      ),
    organizations: () => get('/api/organizations/', { limit: pageLimit, skip: 0 }, organizationsPageSchema, 'read JumpCloud organisations'),
  };
}

async function ask(
  connection: Connection,
  { apiKey, orgId }: JumpCloudAccess,
  url: string,
  purpose: string,
  signal: AbortSignal | undefined,
): Promise<Exchange> {
  const answer = await connection.send({
    method: 'GET',
    url,
    purpose,
    signal,
    headers: { Accept: 'application/json', 'x-api-key': apiKey, ...(orgId === null ? {} : { 'x-org-id': orgId }) },
  });
  if (!answer.ok) return { method: 'GET', url, outcome: { kind: 'failed', failure: answer.error } };
  const { status, headers, body } = answer.value;
  return {
    method: 'GET',
    url,
    outcome: {
      kind: 'answered',
      status,
      contentType: headers['content-type'] ?? '',
      headers: withRetryAfter(headers),
      payload: readPayload(body),
    },
  };
}

/** JumpCloud tells the pause in rate-limit headers; seconds until the limit is reset serve as Retry-After where that is missing. */
function withRetryAfter(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (headers['retry-after'] !== undefined) return headers;
  const reset = headers['ratelimit-reset'] ?? headers['x-ratelimit-reset'];
  return reset !== undefined && /^\d{1,4}$/.test(reset) ? { ...headers, 'retry-after': reset } : headers;
}

function faultOf(fault: PullFault): JumpCloudFault {
  if (fault.kind === 'status' && (fault.status === 401 || fault.status === 403)) return { kind: 'key-refused', status: fault.status };
  return { kind: 'request', fault };
}
