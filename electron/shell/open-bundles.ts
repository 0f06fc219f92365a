import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleJob } from '../../shared/ipc/bundle';
import { BundleThread } from '../node/bundle/bundle-thread';
import type { ReportTrouble } from '../node/stores/store-report';
import { logError } from './log';
import { push } from './push';

export type Bundles = Readonly<Record<BundleJob, BundleThread>>;

/** One thread for the bundle that is made and one for the bundle that is looked at, with the window as their listener. */
export function openBundles(mainFolder: string, workspacesFolder: string, trouble: ReportTrouble): Bundles {
  const thread = (job: BundleJob): BundleThread =>
    new BundleThread({
      source: () => readFileSync(join(mainFolder, 'bundle-worker.cjs'), 'utf8'),
      workspacesFolder,
      progress: (progress) => push('bundle:progress', { job, ...progress }),
      fault: (question, message) => logError(`bundle ${question}`, message),
      trouble,
    });
  return { make: thread('make'), open: thread('open') };
}
