import { createScimServer, type ScimServer, type ScimServerOptions } from '../../../electron/node/scim-server/scim-server';
import type { ProfileName } from '../../../shared/scim/profile';
import { type AssumptionSettings, defaultAssumptions } from '../../../shared/vendor/assumptions';
import type { OrganisationSpec } from '../../../shared/vendor/scenario';
import { stateHash } from '../../../shared/vendor/state-hash';

export const token = 'protocol-test-token';
export const startOfTime = Date.UTC(2026, 0, 31, 12);

/** Whatever JSON an answer has: tests look into it freely. */
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface OpenServer {
  readonly server: ScimServer;
  /** The whole way of a request without a socket. A string body is sent as it is. */
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  hash(): string;
}

export interface Setting {
  readonly profile?: ProfileName;
  readonly organisation?: OrganisationSpec;
  readonly assumptions?: Partial<AssumptionSettings>;
  readonly options?: Partial<ScimServerOptions>;
}

/** A server in memory whose clock goes on by one second at each request, from `startOfTime`. */
export function openServer({ profile = 'vendor', organisation = {}, assumptions = {}, options = {} }: Setting = {}): OpenServer {
  let ticks = 0;
  const made = createScimServer({
    data: null,
    token,
    profile,
    origin: { organisation, assumptions: { ...defaultAssumptions, ...assumptions } },
    clock: () => startOfTime + 1000 * ticks,
    ...options,
  });
  if (!made.ok) throw new Error(made.error.message);
  const server = made.value;
  return {
    server,
    async ask(method, path, body, headers = {}) {
      ticks += 1;
      const response = await server.app.request(`http://127.0.0.1/scim/v2${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
    },
    hash: () => stateHash(server.organisation()),
  };
}
