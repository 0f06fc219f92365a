import { lookup } from 'node:dns/promises';
import type { NetFailure } from '../../../shared/preflight/net-failure';
import { err, ok, type Result } from '../../../shared/result';
import { type PrivateNetwork, refusedAddress } from './checked-lookup';

/** All addresses of a host as this machine sees them, hosts file included. */
export async function resolveHost(host: string, privateNetwork: PrivateNetwork): Promise<Result<readonly string[], NetFailure>> {
  try {
    const addresses = (await lookup(host, { all: true })).map((entry) => entry.address);
    const refused = addresses.map((address) => refusedAddress(host, address, privateNetwork)).find((failure) => failure !== null);
    return refused === undefined ? ok(addresses) : err(refused);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    return err(code === 'ENOTFOUND' || code === 'ENODATA' ? { kind: 'name-not-found', host } : { kind: 'unreachable', host, code });
  }
}
