import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isIP } from 'node:net';
import type { AppError } from '../../../shared/app-error';
import type { Answer } from '../../../shared/jumpcloud/virtual/read-answer';
import type { VirtualRequest } from '../../../shared/jumpcloud/virtual/render-request';
import { readBaseUrl } from '../../../shared/preflight/base-url';
import { readPayload } from '../../../shared/preflight/exchange';
import { explainNetFailure } from '../../../shared/preflight/explain-net-failure';
import { err, ok, type Result } from '../../../shared/result';
import { addressKind, bareHost, namesThisMachine } from '../net/address-rules';
import { sendOnce } from '../net/send-once';

export interface LocalTarget {
  readonly baseUrl: string;
  readonly token: string;
  /** The host of another machine of the own network, as the admin confirmed it; this machine needs none. */
  readonly confirmedHost: string | null;
}

export interface Sent {
  readonly answer: Answer;
  /** The body as it came. */
  readonly text: string;
}

export interface LocalSender {
  readonly baseUrl: string;
  readonly send: (request: VirtualRequest, signal: AbortSignal) => Promise<Sent>;
  readonly close: () => void;
}

const timeoutMs = 60_000;
const maxBytes = 64 * 1_048_576;

/**
 * The virtual JumpCloud's own client. It rehearses with servers of this machine, and of the own network when the admin confirmed
 * the host; a public address is refused at the moment of connecting, so that a rehearsal never reaches a live service.
 */
export function openLocalSender(target: LocalTarget): Result<LocalSender, AppError> {
  const { probe, usable } = readBaseUrl(target.baseUrl);
  if (usable === null || usable !== target.baseUrl)
    return err({ code: 'base-url', message: probe.meaning, ...(probe.fix === null ? {} : { fix: probe.fix }) });
  const url = new URL(usable);
  const host = bareHost(url);
  const isPublicLiteral = isIP(host) !== 0 && addressKind(host) === 'public';
  if (isPublicLiteral || (!namesThisMachine(host) && target.confirmedHost !== host)) return err(notLocal(host));
  let refused: string | null = null;
  const lookup = localLookup((address) => {
    refused = address;
  });
  const agents = {
    httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 2, lookup: lookup as never }),
    httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: 2, lookup: lookup as never }),
  };
  return ok({
    baseUrl: usable,
    send: async (request, signal) => {
      const body = request.body === undefined ? undefined : JSON.stringify(request.body);
      const answer = await sendOnce({
        method: request.method,
        url: new URL(usable + request.path),
        headers: {
          Authorization: `Bearer ${target.token}`,
          'User-Agent': 'virtual-jumpcloud',
          ...(request.contentType === null ? {} : { 'Content-Type': request.contentType }),
        },
        body,
        timeoutMs,
        maxBytes,
        signal,
        proxy: null,
        agents,
      });
      if (!answer.ok) {
        const reason = refused === null ? explainNetFailure(answer.error).message : notLocal(`${host}, which leads to ${refused}`).message;
        return { answer: { kind: 'failed', reason }, text: '' };
      }
      const payload = readPayload(answer.value.body);
      const value = payload.kind === 'json' ? payload.value : undefined;
      return { answer: { kind: 'answered', status: answer.value.status, body: value }, text: answer.value.body };
    },
    close: () => {
      agents.httpAgent.destroy();
      agents.httpsAgent.destroy();
    },
  });
}

const notLocal = (host: string): AppError => ({
  code: 'not-local',
  message: `Expected a server on this machine, found ${host}. The virtual JumpCloud rehearses with local servers only.`,
  fix: 'Start the local SCIM server, or confirm the host if it is a server of your own network. For the live service use the preflight.',
});

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Node's look-up, with every public address refused: a name may lead anywhere. */
function localLookup(onRefused: (address: string) => void) {
  return (host: string, options: object, callback: LookupCallback): void => {
    systemLookup(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const refused = addresses.find((entry) => addressKind(entry.address) === 'public');
      if (refused !== undefined) {
        onRefused(refused.address);
        return callback(new Error('public address'), []);
      }
      if ('all' in options && options.all === true) return callback(null, addresses);
      return callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
}
