import { readFileSync } from 'node:fs';
import type { AppError } from '../../shared/app-error';
import { err, ok, type Result } from '../../shared/result';
import { createCallLedger } from '../node/net/call-ledger';
import { envProxy } from '../node/net/env-proxy';
import { createNetDoor, type NetDoor } from '../node/net/net-door';

export interface CliNetwork {
  readonly door: NetDoor;
  readonly usesExtraCa: boolean;
}

/** The network as a terminal has it: proxy from the environment, a CA file by option. `SCIM_PREFLIGHT_OFFLINE=1` blocks all. */
export function openNetwork(caFile: string | undefined): Result<CliNetwork, AppError> {
  const extraCa: string[] = [];
  if (caFile !== undefined) {
    try {
      extraCa.push(readFileSync(caFile, 'utf8'));
    } catch {
      return err({ code: 'ca-file', message: 'Expected a PEM file with certificates, found none that can be read.', path: caFile });
    }
    if (!extraCa[0]?.includes('-----BEGIN CERTIFICATE-----'))
      return err({ code: 'ca-file', message: 'Expected a PEM file, found no "BEGIN CERTIFICATE" in it.', path: caFile });
  }
  const offline = process.env['SCIM_PREFLIGHT_OFFLINE'] === '1';
  const door = createNetDoor({
    isOffline: () => offline,
    proxyFor: envProxy(process.env),
    extraCa: () => extraCa,
    ledger: createCallLedger(),
    now: Date.now,
  });
  return ok({ door, usesExtraCa: extraCa.length > 0 });
}
