import type { AppError } from '../app-error';
import { assertNever } from '../result';
import type { NetFailure } from './net-failure';

/** What a person reads when a request got no answer: what was expected, what was found, what to do. */
export function explainNetFailure(failure: NetFailure): AppError {
  const [message, fix] = words(failure);
  return { code: failure.kind, message, fix };
}

function words(failure: NetFailure): readonly [message: string, fix: string] {
  switch (failure.kind) {
    case 'offline':
      return ['Nothing was sent: the offline switch is on.', 'Switch it off under Live side > Network, then try again.'];
    case 'bad-url':
      return [`Expected an http or https address, found "${failure.found}".`, 'Paste the whole address, starting with https://.'];
    case 'not-named':
      return [
        `Nothing was sent: the request would go to ${failure.host}, and only ${failure.named} was named.`,
        'Name the other host yourself if that is where it should go.',
      ];
    case 'insecure':
      return [
        `Nothing was sent: ${failure.host} is addressed by plain http, where the token could be read on the way.`,
        'Use the https address.',
      ];
    case 'private-network':
      return [
        `Nothing was sent: ${failure.host} leads to ${failure.address}, an address of a private network.`,
        'If that is your own server, confirm private-network targets for it; else check the host name and your DNS.',
      ];
    case 'name-not-found':
      return [`No address is known for the host name ${failure.host}.`, 'Check the spelling of the host, then DNS or VPN on this machine.'];
    case 'refused':
      return [
        `${failure.host} refuses connections on port ${failure.port}.`,
        'Check host and port; a firewall or a stopped server answers like this.',
      ];
    case 'unreachable':
      return [`${failure.host} cannot be reached (${failure.code}).`, "Check this machine's network, VPN and firewall."];
    case 'cut':
      return [
        `${failure.host} ended the connection before its answer was complete.`,
        'Try again; if it stays, ask the service or look for a proxy that cuts connections.',
      ];
    case 'timed-out':
      return [
        `${failure.host} gave no complete answer within ${Math.round(failure.afterMs / 100) / 10} s.`,
        'Try again later, or ask the service; a firewall that drops packets looks like this too.',
      ];
    case 'tls':
      return [`No trusted TLS connection to ${failure.host}: ${tlsWords(failure.code, failure.detail)}.`, tlsFix(failure.code)];
    case 'too-large':
      return [
        `${failure.host} answered more than ${Math.round(failure.limitBytes / 1_048_576)} MiB; reading was stopped.`,
        'Check that the address is the SCIM endpoint and that it pages its lists.',
      ];
    case 'cancelled':
      return ['Cancelled.', 'Start again when you are ready.'];
    case 'redirect-elsewhere':
      return [
        `${failure.host} redirects (${failure.status}) to ${failure.to}; that was not followed, because the token would go to another host.`,
        'Enter the final address yourself if you trust it: JumpCloud needs it without a redirect too.',
      ];
    case 'redirect-without-target':
      return [`${failure.host} answered ${failure.status} without saying where to.`, 'Check the address with the service.'];
    case 'redirect-of-write':
      return [
        `${failure.host} answered a write with a redirect (${failure.status}) to ${failure.to}; a write is never sent twice.`,
        'Enter the final address: often a trailing slash or http instead of https is the cause.',
      ];
    case 'too-many-redirects':
      return [
        `${failure.host} redirected more than ${failure.limit} times.`,
        'The address leads in a circle: often a sign-in page. Check that it is the SCIM endpoint.',
      ];
    case 'malformed-answer':
      return [
        `${failure.host} answered something that is not HTTP (${failure.code}).`,
        'Check the port and whether the address should be https.',
      ];
    case 'proxy':
      return [
        `The proxy did not let the request to ${failure.host} through: ${failure.detail}.`,
        'Check the proxy settings, its password, and whether it allows this host.',
      ];
    default:
      return assertNever(failure);
  }
}

const tlsSentences: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: "its certificate is not valid yet (is this machine's clock right?)",
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificates end in a root that this machine does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'it does not send the whole certificate chain',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the issuer of its certificate is not known here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

function tlsWords(code: string, detail: string): string {
  const sentence = Object.hasOwn(tlsSentences, code) ? tlsSentences[code] : undefined;
  return sentence ?? `${code}${detail === '' ? '' : ` (${detail})`}`;
}

function tlsFix(code: string): string {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'Check the host name; JumpCloud will refuse this certificate as well.';
  if (code === 'CERT_HAS_EXPIRED') return 'The service must renew its certificate; JumpCloud will refuse it as well.';
  return 'If a company proxy or a private CA signs it, give its CA file; else the service must repair its certificate: JumpCloud trusts public CAs only.';
}
