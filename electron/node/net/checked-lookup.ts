import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP } from 'node:net';
import type { NetFailure } from '../../../shared/preflight/net-failure';
import { addressKind, namesThisMachine } from './address-rules';

/** Which addresses a named target may lead to. `confirmed`: the admin said that it is a server of their own network. */
export type PrivateNetwork = 'refused' | 'confirmed';

/** Thrown inside a look-up, where only an error can be returned; classify-error.ts reads it. */
export class PrivateAddressError extends Error {
  readonly code = 'PRIVATE_ADDRESS';
  constructor(
    readonly host: string,
    readonly address: string,
  ) {
    super('private address');
  }
}

export function refusedAddress(host: string, address: string, privateNetwork: PrivateNetwork): NetFailure | null {
  if (privateNetwork === 'confirmed' || addressKind(address) === 'public') return null;
  if (namesThisMachine(host) && addressKind(address) === 'loopback') return null;
  return { kind: 'private-network', host, address };
}

/** Literal addresses never reach a look-up, so they are judged on their own. */
export function refusedLiteral(host: string, privateNetwork: PrivateNetwork): NetFailure | null {
  return isIP(host) === 0 ? null : refusedAddress(host, host, privateNetwork);
}

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Node's look-up with every found address judged, at the moment of connecting: a name that changes its address between check
 * and use (DNS rebinding) gets no further.
 */
export function checkedLookup(privateNetwork: PrivateNetwork) {
  return (host: string, options: object, callback: LookupCallback): void => {
    systemLookup(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const refused = addresses.find((entry) => refusedAddress(host, entry.address, privateNetwork) !== null);
      if (refused !== undefined) return callback(new PrivateAddressError(host, refused.address), []);
      if ('all' in options && options.all === true) return callback(null, addresses);
      const first = addresses[0];
      return callback(null, first?.address ?? '', first?.family);
    });
  };
}
