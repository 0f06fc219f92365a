import { readFileSync } from 'node:fs';
import { ok } from '../../shared/result';
import type { NetworkPorts } from '../node/live/ports';
import { createCallLedger } from '../node/net/call-ledger';
import { createNetDoor } from '../node/net/net-door';
import { networkRecordSpec } from '../node/net/network-record';
import { openRecord } from '../node/stores/open-record';
import type { OpenRecordFile } from '../node/stores/record-file';
import type { ReportTrouble } from '../node/stores/store-report';
import { logError } from './log';
import { systemProxy } from './system-proxy';

interface NetworkFiles {
  readonly folder: string;
  readonly openFile: OpenRecordFile;
  readonly setAside: (path: string) => string;
  readonly report: ReportTrouble;
}

/** The app's one way out, governed by the admin's switch and authorities, which are remembered. */
export function openNetwork({ folder, openFile, setAside, report }: NetworkFiles): NetworkPorts {
  const file = openFile(folder, 'network');
  const opened = openRecord(networkRecordSpec, { file, copy: openFile(folder, 'network-copy'), setAside, report });
  // Settings of a newer version are left as they are; without knowing whether offline was asked for, nobody is called.
  let settings = opened.ok ? opened.value : { ...networkRecordSpec.begin(), offline: true };
  const calls = createCallLedger();
  const extraCa = (): readonly string[] => {
    if (settings.caFile === null) return [];
    try {
      return [readFileSync(settings.caFile, 'utf8')];
    } catch (error) {
      logError('certificate authority', error);
      return [];
    }
  };
  return {
    door: createNetDoor({ isOffline: () => settings.offline, proxyFor: systemProxy, extraCa, ledger: calls, now: Date.now }),
    calls,
    settings: () => ({ offline: settings.offline, caFile: settings.caFile }),
    change: (next) => {
      settings = { ...settings, ...next };
      if (opened.ok) file.write(settings);
      return ok(null);
    },
    usesExtraCa: () => settings.caFile !== null,
  };
}
