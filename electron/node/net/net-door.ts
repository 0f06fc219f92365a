import type { CallRecord } from '../../../shared/preflight/call-record';
import type { NetFailure } from '../../../shared/preflight/net-failure';
import type { TlsFacts } from '../../../shared/preflight/tls-facts';
import { err, ok, type Result } from '../../../shared/result';
import { bareHost, namesThisMachine } from './address-rules';
import type { CallLedger } from './call-ledger';
import { type PrivateNetwork, refusedLiteral } from './checked-lookup';
import type { ProxyFor } from './env-proxy';
import { inspectTls } from './inspect-tls';
import { makeAgents } from './make-agents';
import { parseAddress } from './parse-address';
import { resolveHost } from './resolve-host';
import { type RawAnswer, type RawCall, sendOnce } from './send-once';

/** What all calls share. `isOffline` is asked before every call, so that the switch works at once. */
export interface NetSettings {
  readonly isOffline: () => boolean;
  readonly proxyFor: ProxyFor;
  readonly extraCa: () => readonly string[];
  readonly ledger: CallLedger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A service the user named. Nothing but its origin is ever reached through the connection. */
export interface NamedTarget {
  readonly baseUrl: string;
  readonly privateNetwork: PrivateNetwork;
  /** For many calls in a row; single probes open their own sockets, so that a stale one is never mistaken for a fault. */
  readonly keepAlive?: boolean;
}

export interface Call {
  readonly method: RawCall['method'];
  readonly url: string;
  readonly purpose: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Connection {
  readonly send: (call: Call) => Promise<Result<RawAnswer, NetFailure>>;
  /** Null behind a proxy, which looks the name up itself. */
  readonly resolve: () => Promise<Result<readonly string[], NetFailure> | null>;
  /** Null behind a proxy, which hides the handshake. */
  readonly inspectTls: () => Promise<Result<TlsFacts, NetFailure> | null>;
  readonly close: () => void;
}

export interface NetDoor {
  readonly open: (target: NamedTarget) => Result<Connection, NetFailure>;
}

const defaultTimeoutMs = 20_000;
const defaultMaxBytes = 32 * 1_048_576;
const maxRedirects = 5;

/** The one way out of the app: time-outs, size limits, cancel, proxy, CAs, the offline switch, and a record of every call. */
export function createNetDoor(settings: NetSettings): NetDoor {
  return {
    open: (target) => {
      const base = parseHttpUrl(target.baseUrl);
      if (base === null) return err({ kind: 'bad-url', found: withoutCredentials(target.baseUrl) });
      return ok(openConnection(settings, target, base));
    },
  };
}

function openConnection(settings: NetSettings, target: NamedTarget, base: URL): Connection {
  const host = bareHost(base);
  const blocked = (): NetFailure | null => {
    if (settings.isOffline()) return { kind: 'offline' };
    if (base.protocol === 'http:' && !namesThisMachine(host)) return { kind: 'insecure', host };
    return refusedLiteral(host, target.privateNetwork);
  };
  const proxy = settings.proxyFor(base);
  const agents = proxy.then((found) =>
    makeAgents({
      privateNetwork: target.privateNetwork,
      extraCa: settings.extraCa(),
      keepAlive: target.keepAlive === true,
      proxied: found !== null,
    }),
  );
  const record = (entry: Omit<CallRecord, 'at' | 'host' | 'elapsedMs'>, at: number): void => {
    settings.ledger.add({ at, host: base.host, elapsedMs: settings.now() - at, ...entry });
  };

  async function attempt(call: Call, url: URL): Promise<Result<RawAnswer, NetFailure>> {
    const at = settings.now();
    const sentBytes = call.body === undefined ? 0 : Buffer.byteLength(call.body);
    const stop = url.origin === base.origin ? blocked() : ({ kind: 'not-named', host: url.host, named: base.host } as const);
    if (stop !== null) {
      record(
        { method: call.method, purpose: call.purpose, sentBytes: 0, receivedBytes: 0, outcome: { kind: 'blocked', reason: stop.kind } },
        at,
      );
      return err(stop);
    }
    const answer = await sendOnce({
      method: call.method,
      url,
      headers: call.headers ?? {},
      body: call.body,
      timeoutMs: call.timeoutMs ?? defaultTimeoutMs,
      maxBytes: call.maxBytes ?? defaultMaxBytes,
      signal: call.signal,
      proxy: await proxy,
      agents: await agents,
    });
    const outcome = answer.ok
      ? ({ kind: 'answered', status: answer.value.status } as const)
      : ({ kind: 'failed', reason: answer.error.kind } as const);
    record(
      { method: call.method, purpose: call.purpose, sentBytes, receivedBytes: answer.ok ? answer.value.receivedBytes : 0, outcome },
      at,
    );
    return answer;
  }

  async function send(call: Call): Promise<Result<RawAnswer, NetFailure>> {
    let url = parseHttpUrl(call.url);
    if (url === null) return err({ kind: 'bad-url', found: withoutCredentials(call.url) });
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      const answer = await attempt(call, url);
      if (!answer.ok || !isRedirect(answer.value.status)) return answer;
      const next = redirectTarget(call, url, base, answer.value);
      if (!next.ok) return next;
      url = next.value;
    }
    return err({ kind: 'too-many-redirects', host: base.host, limit: maxRedirects });
  }

  async function recorded<T>(purpose: string, work: () => Promise<Result<T, NetFailure>>): Promise<Result<T, NetFailure>> {
    const at = settings.now();
    const stop = blocked();
    const result = stop === null ? await work() : err(stop);
    const outcome = result.ok
      ? ({ kind: 'answered', status: 0 } as const)
      : ({ kind: stop === null ? 'failed' : 'blocked', reason: result.error.kind } as const);
    record({ method: purpose, purpose: 'preflight', sentBytes: 0, receivedBytes: 0, outcome }, at);
    return result;
  }

  return {
    send,
    resolve: async () => ((await proxy) === null ? recorded('DNS', () => resolveHost(host, target.privateNetwork)) : null),
    inspectTls: async () =>
      (await proxy) === null
        ? recorded('TLS', () =>
            inspectTls(base, { privateNetwork: target.privateNetwork, extraCa: settings.extraCa(), timeoutMs: defaultTimeoutMs }),
          )
        : null,
    close: () => {
      void agents.then(({ httpAgent, httpsAgent }) => {
        httpAgent.destroy();
        httpsAgent.destroy();
      });
    },
  };
}

const isRedirect = (status: number): boolean => status === 301 || status === 302 || status === 303 || status === 307 || status === 308;

/** A redirect is followed for reads and within the named origin only, so a token never reaches another host (RFC 9110 section 15.4). */
function redirectTarget(call: Call, from: URL, base: URL, answer: RawAnswer): Result<URL, NetFailure> {
  const location = answer.headers['location'];
  const to = location === undefined ? null : parseAddress(location, from);
  if (to === null) return err({ kind: 'redirect-without-target', host: base.host, status: answer.status });
  if (to.origin !== base.origin) return err({ kind: 'redirect-elsewhere', host: base.host, to: to.origin, status: answer.status });
  if (call.method !== 'GET')
    return err({ kind: 'redirect-of-write', host: base.host, to: `${to.origin}${to.pathname}`, status: answer.status });
  return ok(to);
}

function parseHttpUrl(text: string): URL | null {
  const url = parseAddress(text);
  if (url === null) return null;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.username === '' && url.password === '' ? url : null;
}

const withoutCredentials = (text: string): string => text.replace(/\/\/[^/@]*@/, '//…@').slice(0, 120);
