import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { app } from 'electron';
import type { ReplayView } from '../../shared/mirror/replay-view';
import { ServerDesk } from '../node/local-server/server-desk';
import type { Documents } from '../node/stores/documents';
import type { Secrets } from '../node/stores/secrets';
import type { ReportTrouble } from '../node/stores/store-report';
import { latestWithin } from '../node/virtual-jumpcloud/latest-within';
import { logError } from './log';
import { push } from './push';

interface ServerNeeds {
  readonly documents: Documents;
  readonly secrets: Secrets;
  readonly folderOf: (workspaceId: string) => string;
  readonly report: ReportTrouble;
}

const toldEveryMs = 150;

/** The workspaces' SCIM servers, each with a journal in the workspace's folder and a token of its own; the window hears of changes. */
export function openServer({ documents, secrets, folderOf, report }: ServerNeeds): ServerDesk {
  const tell = latestWithin<null>(toldEveryMs, (workspaceId) => void tellWindow(workspaceId));
  const tellReplay = latestWithin<ReplayView>(toldEveryMs, (workspaceId, replay) => push('server:replay', { workspaceId, replay }));
  const desk = new ServerDesk({
    documents,
    folderOf: (workspaceId) => join(folderOf(workspaceId), 'scim-server'),
    tokenOf: (workspaceId) => ({
      read: () => secrets.read(workspaceId, 'local-server-token'),
      keep: (token) => secrets.keep(workspaceId, 'local-server-token', token),
      get storedIn() {
        return secrets.keeping.kind;
      },
    }),
    makeToken: () => randomBytes(24).toString('base64url'),
    appVersion: app.getVersion(),
    onChange: (workspaceId) => tell(workspaceId, null),
    report,
    onReplay: tellReplay,
  });
  const tellWindow = async (workspaceId: string): Promise<void> => {
    const { openNow } = desk.of(workspaceId);
    if (openNow === null) return;
    const view = await desk.view(workspaceId);
    if (!view.ok) return logError('server:changed', view.error.message);
    const lastId = openNow.log.list({ limit: 1 }).exchanges[0]?.id ?? 0;
    push('server:changed', { workspaceId, view: view.value, lastId });
  };
  return desk;
}
