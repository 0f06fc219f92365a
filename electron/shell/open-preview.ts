import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PreviewService } from '../node/preview/preview-service';
import type { ReportTrouble } from '../node/stores/store-report';
import { logError } from './log';
import { push } from './push';

/** The preview's worker with its bundle, its folder and the window as its listener. */
export function openPreview(mainFolder: string, workspacesFolder: string, trouble: ReportTrouble): PreviewService {
  return new PreviewService({
    source: () => readFileSync(join(mainFolder, 'preview-worker.cjs'), 'utf8'),
    workspacesFolder,
    progress: (progress) => push('preview:progress', progress),
    stopped: (reason) => {
      logError('preview worker', reason);
      push('preview:stopped', { reason });
    },
    fault: (question, message) => logError(question, message),
    trouble,
  });
}
