import type { AppError } from '../../../shared/app-error';
import type { BurntEmail, NetworkView } from '../../../shared/ipc/live';
import { ok, type Result } from '../../../shared/result';
import { createDirectoryDesk, type DirectoryDesk } from './directory-desk';
import { createGoLiveDesk, type GoLiveDesk } from './go-live-desk';
import { createJobs, type Jobs } from './jobs';
import type { LivePorts } from './ports';
import { createPreflightDesk, type PreflightDesk } from './preflight-desk';
import { createTenantDesk, type TenantDesk } from './tenant-desk';

/** The live side of all workspaces: the only part of the app that reaches the network, each time on a click. */
export interface Live {
  readonly network: () => NetworkView;
  readonly setOffline: (offline: boolean) => NetworkView;
  readonly setCaFile: (file: string | null) => Result<NetworkView, AppError>;
  readonly burntEmails: (workspaceId: string) => readonly BurntEmail[];
  readonly jobs: Jobs;
  readonly preflight: PreflightDesk;
  readonly tenant: TenantDesk;
  readonly directory: DirectoryDesk;
  readonly goLive: GoLiveDesk;
}

/** Calls listed in the window; the count of older ones is told. */
const listedCalls = 1000;

export function createLive(ports: LivePorts): Live {
  const jobs = createJobs();
  const tenant = createTenantDesk(ports, jobs);
  const { network } = ports;
  const view = (): NetworkView => {
    const all = network.calls.all();
    const listed = all.slice(-listedCalls).reverse();
    return { ...network.settings(), calls: listed, dropped: network.calls.dropped() + all.length - listed.length };
  };
  network.calls.subscribe((record) => ports.push('live:call', record));
  return {
    network: view,
    setOffline: (offline) => {
      network.change({ ...network.settings(), offline });
      if (offline) jobs.cancelAll();
      return view();
    },
    setCaFile: (caFile) => {
      const changed = network.change({ ...network.settings(), caFile });
      return changed.ok ? ok(view()) : changed;
    },
    burntEmails: ports.burntEmails,
    jobs,
    preflight: createPreflightDesk(ports, jobs),
    tenant,
    directory: createDirectoryDesk(ports, jobs),
    goLive: createGoLiveDesk(ports, tenant),
  };
}
