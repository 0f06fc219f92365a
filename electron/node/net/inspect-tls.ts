import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate, rootCertificates, type TLSSocket } from 'node:tls';
import type { NetFailure } from '../../../shared/preflight/net-failure';
import type { TlsFacts } from '../../../shared/preflight/tls-facts';
import { err, ok, type Result } from '../../../shared/result';
import { bareHost } from './address-rules';
import { checkedLookup, type PrivateNetwork } from './checked-lookup';
import { classifyError, portOf } from './classify-error';

export interface InspectOptions {
  readonly privateNetwork: PrivateNetwork;
  readonly extraCa: readonly string[];
  readonly timeoutMs: number;
}

/** Shakes hands and hangs up. An untrusted certificate is looked at too, no byte is sent over the connection. */
export function inspectTls(url: URL, { privateNetwork, extraCa, timeoutMs }: InspectOptions): Promise<Result<TlsFacts, NetFailure>> {
  const host = bareHost(url);
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: portOf(url),
      ...(isIP(host) === 0 ? { servername: host } : {}),
      rejectUnauthorized: false,
      lookup: checkedLookup(privateNetwork) as never,
      ...(extraCa.length === 0 ? {} : { ca: [...rootCertificates, ...extraCa] }),
    });
    const finish = (result: Result<TlsFacts, NetFailure>): void => {
      socket.destroy();
      resolve(result);
    };
    const fail = (error: unknown, endedBy: 'timeout' | null): void =>
      finish(err(classifyError(error, { url, maxBytes: 0, timeoutMs, proxied: false, endedBy })));
    socket.setTimeout(timeoutMs, () => fail(null, 'timeout'));
    socket.once('error', (error) => fail(error, null));
    socket.once('secureConnect', () => finish(ok(readFacts(socket))));
  });
}

function readFacts(socket: TLSSocket): TlsFacts {
  const certificate = socket.getPeerCertificate(true);
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    notBefore: Date.parse(certificate.valid_from),
    notAfter: Date.parse(certificate.valid_to),
    names: certificate.subjectaltname ?? '',
    chainLength: chainLength(certificate),
    problem: socket.authorized ? null : authorizationCode(socket),
  };
}

/** Node types it as an Error, and sets the code of the error. */
function authorizationCode(socket: TLSSocket): string {
  const error: unknown = socket.authorizationError;
  if (typeof error === 'string') return error;
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
  return 'untrusted';
}

function nameOf(name: unknown): string {
  if (typeof name !== 'object' || name === null) return '';
  const field = 'CN' in name ? name.CN : 'O' in name ? name.O : '';
  return Array.isArray(field) ? field.join(', ') : String(field ?? '');
}

function chainLength(leaf: DetailedPeerCertificate): number {
  const seen = new Set<string>();
  for (
    let current: DetailedPeerCertificate | undefined = leaf;
    current !== undefined && !seen.has(current.fingerprint256);
    current = current.issuerCertificate
  ) {
    seen.add(current.fingerprint256);
  }
  return seen.size;
}
