import { randomInt } from 'node:crypto';
import type { RunView } from '../../shared/jumpcloud/virtual/run-view';
import { err } from '../../shared/result';
import type { Documents } from '../node/stores/documents';
import { latestWithin } from '../node/virtual-jumpcloud/latest-within';
import { VirtualDesk } from '../node/virtual-jumpcloud/virtual-desk';
import { push } from './push';

const toldEveryMs = 80;

/** The virtual JumpCloud with the window as its listener, which is told the latest a few times a second. */
export function openVirtual(documents: Documents): VirtualDesk {
  const tell = latestWithin<RunView>(toldEveryMs, (workspaceId, run) => push('virtual:run', { workspaceId, run }));
  return new VirtualDesk({
    documents,
    localServer: () => null,
    setUp: async () => err({ code: 'no-server', message: 'The local SCIM server does not run.', fix: 'Start it first.' }),
    now: () => performance.now(),
    nonce: () => String(randomInt(1_000_000)),
    onRun: tell,
  });
}
