import { randomInt } from 'node:crypto';
import type { RunView } from '../../shared/jumpcloud/virtual/run-view';
import { err, ok } from '../../shared/result';
import type { ServerDesk } from '../node/local-server/server-desk';
import type { Documents } from '../node/stores/documents';
import { latestWithin } from '../node/virtual-jumpcloud/latest-within';
import { VirtualDesk } from '../node/virtual-jumpcloud/virtual-desk';
import { push } from './push';

const toldEveryMs = 80;

/** The virtual JumpCloud with the window as its listener, which is told the latest a few times a second. */
export function openVirtual(documents: Documents, server: ServerDesk): VirtualDesk {
  const tell = latestWithin<RunView>(toldEveryMs, (workspaceId, run) => push('virtual:run', { workspaceId, run }));
  return new VirtualDesk({
    documents,
    localServer: (workspaceId) => {
      const target = server.of(workspaceId).target;
      return target === null ? null : { ...target, confirmedHost: null };
    },
    setUp: async (workspaceId) => {
      const local = server.of(workspaceId);
      const view = await local.view();
      if (!view.ok) return view;
      if (view.value.profile === 'rfc')
        return err({
          code: 'no-switch',
          message: 'A generic service provider has no switch for groups; the local server answers as one now.',
          fix: 'Choose the vendor’s profile under Local SCIM server.',
        });
      if (!view.value.counts.groupProvisioning) return ok(async () => undefined);
      const off = await local.setGroupProvisioning(false);
      if (!off.ok) return off;
      return ok(async () => void (await local.setGroupProvisioning(true)));
    },
    now: () => performance.now(),
    nonce: () => String(randomInt(1_000_000)),
    onRun: tell,
  });
}
