import axios, { type AxiosRequestConfig } from 'axios';
import type { NetFailure } from '../../../shared/preflight/net-failure';
import { err, ok, type Result } from '../../../shared/result';
import { classifyError } from './classify-error';
import type { Agents } from './make-agents';

export interface RawCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** For the whole call: connecting, waiting and reading. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
  readonly proxy: URL | null;
  readonly agents: Agents;
}

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case; a repeated header's values joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly receivedBytes: number;
}

/** One request, no redirect followed, every failure as data. The only place that calls axios. */
export async function sendOnce(call: RawCall): Promise<Result<RawAnswer, NetFailure>> {
  const ending = deadline(call);
  try {
    const response = await axios.request<ArrayBuffer>(toConfig(call, ending.signal));
    const bytes = Buffer.from(response.data ?? new ArrayBuffer(0));
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(response.headers))
      headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
    return ok({ status: response.status, headers, body: bytes.toString('utf8'), receivedBytes: bytes.length });
  } catch (error) {
    return err(
      classifyError(error, {
        url: call.url,
        maxBytes: call.maxBytes,
        timeoutMs: call.timeoutMs,
        proxied: call.proxy !== null,
        endedBy: ending.endedBy(),
      }),
    );
  } finally {
    ending.clear();
  }
}

function toConfig(call: RawCall, signal: AbortSignal): AxiosRequestConfig {
  return {
    method: call.method,
    url: call.url.href,
    headers: { Accept: 'application/scim+json, application/json', 'User-Agent': 'scim-preflight', ...call.headers },
    ...(call.body === undefined ? {} : { data: call.body }),
    responseType: 'arraybuffer',
    maxRedirects: 0,
    maxContentLength: call.maxBytes,
    maxBodyLength: call.maxBytes,
    validateStatus: () => true,
    signal,
    adapter: 'http',
    proxy: call.proxy === null ? false : proxyConfig(call.proxy),
    ...call.agents,
  };
}

function proxyConfig(proxy: URL): Exclude<AxiosRequestConfig['proxy'], false | undefined> {
  const port = proxy.port === '' ? (proxy.protocol === 'https:' ? 443 : 80) : Number(proxy.port);
  const address = { protocol: proxy.protocol.replace(':', ''), host: proxy.hostname, port };
  if (proxy.username === '') return address;
  return { ...address, auth: { username: decodeURIComponent(proxy.username), password: decodeURIComponent(proxy.password) } };
}

/** One signal for "took too long" and "not wanted any more" (AbortSignal.any is newer than the oldest runtime), and which it was. */
function deadline(call: RawCall): {
  readonly signal: AbortSignal;
  readonly endedBy: () => 'timeout' | 'caller' | null;
  readonly clear: () => void;
} {
  const controller = new AbortController();
  let endedBy: 'timeout' | 'caller' | null = null;
  const end = (by: 'timeout' | 'caller'): void => {
    endedBy ??= by;
    controller.abort();
  };
  const timer = setTimeout(() => end('timeout'), call.timeoutMs);
  const onAbort = (): void => end('caller');
  if (call.signal?.aborted === true) onAbort();
  call.signal?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    endedBy: () => endedBy,
    clear: () => {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', onAbort);
    },
  };
}
