import type { Result } from '../result';
import { explainNetFailure } from './explain-net-failure';
import type { NetFailure } from './net-failure';
import type { Probe, ProbeCode } from './probe';
import type { TlsFacts } from './tls-facts';

const dayMs = 86_400_000;

export function failedProbe(code: ProbeCode, request: string | null, failure: NetFailure): Probe {
  const { message, fix } = explainNetFailure(failure);
  return { code, result: 'fail', request, status: null, meaning: message, fix: fix ?? null };
}

export function judgeDns(host: string, found: Result<readonly string[], NetFailure>): Probe {
  const request = `DNS ${host}`;
  if (!found.ok) return failedProbe('dns', request, found.error);
  return { code: 'dns', result: 'pass', request, status: null, meaning: `Leads to ${found.value.join(', ')}.`, fix: null };
}

/** JumpCloud trusts public CAs only, so a chain that just this machine trusts is said to be one. `nowMs`: since 1970. */
export function judgeTls(host: string, found: Result<TlsFacts, NetFailure>, nowMs: number, usesExtraCa: boolean): Probe {
  const request = `TLS ${host}`;
  if (!found.ok) return failedProbe('tls', request, found.error);
  const facts = found.value;
  if (facts.problem !== null)
    return failedProbe('tls', request, {
      kind: 'tls',
      host,
      code: facts.problem,
      detail: `subject ${facts.subject}, issuer ${facts.issuer}, for ${facts.names || 'no name'}`,
    });
  const daysLeft = Math.floor((facts.notAfter - nowMs) / dayMs);
  const about = `${facts.protocol}, certificate of ${facts.subject} by ${facts.issuer}, ${facts.chainLength} in the chain, expires in ${daysLeft} days`;
  const answer = (result: Probe['result'], meaning: string, fix: string | null): Probe => ({
    code: 'tls',
    result,
    request,
    status: null,
    meaning,
    fix,
  });
  if (facts.protocol === 'TLSv1' || facts.protocol === 'TLSv1.1')
    return answer('warn', `Outdated protocol: ${about}.`, 'Ask the service to offer TLS 1.2 or newer.');
  if (daysLeft < 30)
    return answer(
      'warn',
      `Expires soon: ${about}.`,
      'Make sure that the service renews its certificate in time: provisioning stops the day it expires.',
    );
  if (usesExtraCa)
    return answer(
      'warn',
      `Trusted, with the CA file given here: ${about}.`,
      'JumpCloud does not know that CA: it needs a certificate by a public one.',
    );
  return answer('pass', `Trusted: ${about}.`, null);
}
