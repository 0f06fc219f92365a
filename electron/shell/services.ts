import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AppError } from '../../shared/app-error';
import type { WorkspacesView } from '../../shared/ipc/workspaces';
import type { Result } from '../../shared/result';
import type { Live } from '../node/live/live';
import type { ServerDesk } from '../node/local-server/server-desk';
import type { PreviewService } from '../node/preview/preview-service';
import { SentFile } from '../node/preview/sent-file';
import type { SamlLab } from '../node/saml-lab/lab';
import type { Documents } from '../node/stores/documents';
import { FileDocuments } from '../node/stores/file-documents';
import { folderShelf } from '../node/stores/folder-shelf';
import type { Secrets } from '../node/stores/secrets';
import type { StoreTrouble } from '../node/stores/store-report';
import { openVault } from '../node/stores/vault';
import type { VirtualDesk } from '../node/virtual-jumpcloud/virtual-desk';
import { makeDemo } from '../node/workspaces/demo';
import { GuideDesk } from '../node/workspaces/guide-desk';
import { PeopleIndex } from '../node/workspaces/people-index';
import { Workspaces } from '../node/workspaces/workspaces';
import { beforeClosing } from './closing';
import { logError } from './log';
import { type Bundles, openBundles } from './open-bundles';
import { openLive } from './open-live';
import { openNetwork } from './open-network';
import { openPreview } from './open-preview';
import { openSaml } from './open-saml';
import { openServer } from './open-server';
import { openVirtual } from './open-virtual';
import { push } from './push';
import { openElectronRecord } from './stores/electron-record-file';
import { safeStorageCipher } from './stores/safe-storage-cipher';

/** What the handlers answer with; each is started once and closed in the opposite order. */
export interface Services {
  readonly workspaces: Workspaces;
  readonly guide: GuideDesk;
  readonly documents: Documents;
  readonly secrets: Secrets;
  readonly openDemo: () => Promise<Result<WorkspacesView, AppError>>;
  readonly preview: PreviewService;
  readonly saml: SamlLab;
  readonly live: Live;
  readonly server: ServerDesk;
  readonly virtual: VirtualDesk;
  readonly bundles: Bundles;
  /** The file that the window is sending. */
  readonly sent: SentFile;
}

export function createServices(userData: string, mainFolder: string): Services {
  const now = (): Date => new Date();
  /** Stores that open before the list of workspaces say what they found once it is there. */
  const early: StoreTrouble[] = [];
  let report = (trouble: StoreTrouble): void => void early.push(trouble);
  const shelf = folderShelf(userData, openElectronRecord);
  const secrets = openVault({
    file: openElectronRecord(userData, 'secrets'),
    cipher: safeStorageCipher(),
    setAside: (path) => shelf.setAside(path, now()),
    report: (trouble) => report(trouble),
  });
  const documents = new FileDocuments({ folderOf: shelf.folderOf, now, report: (trouble) => report(trouble) });
  const workspaces = new Workspaces({ shelf, documents, secrets, now, newId: randomUUID });
  report = workspaces.report;
  for (const trouble of early) report(trouble);
  const people = new PeopleIndex(documents);
  const guide = new GuideDesk({ workspaces, secrets, people, now });
  const preview = openPreview(mainFolder, join(userData, 'workspaces'), workspaces.report);

  const network = openNetwork({
    folder: userData,
    openFile: openElectronRecord,
    setAside: (path) => shelf.setAside(path, now()),
    report: workspaces.report,
  });
  const saml = openSaml({ workspaces, documents, net: network.door });
  const live = openLive({ network, workspaces, guide, documents, preview, saml });
  const server = openServer({ documents, secrets, folderOf: shelf.folderOf, report: workspaces.report });
  const virtual = openVirtual(documents, server);
  const bundles = openBundles(mainFolder, join(userData, 'workspaces'), workspaces.report);

  workspaces.onListChange((view) => push('workspaces:changed', view));
  workspaces.onWorkspaceChange(({ id }) => void tellGuide(guide, id));
  workspaces.onLeave((id) => {
    preview.forget(id);
    people.forget(id);
  });
  workspaces.onLeave((id) => virtual.leave(id));
  workspaces.onLeave((id) => server.leave(id));
  beforeClosing(() => documents.settle());
  beforeClosing(() => preview.close());
  beforeClosing(() => bundles.make.drop());
  beforeClosing(() => bundles.open.drop());
  beforeClosing(() => live.jobs.cancelAll());
  beforeClosing(() => server.close());
  beforeClosing(() => virtual.close());

  const openDemo = async (): Promise<Result<WorkspacesView, AppError>> =>
    workspaces.openDemo((id, at) => makeDemo({ folder: join(mainFolder, 'demo'), documents, secrets }, id, at));
  return { workspaces, guide, documents, secrets, openDemo, preview, saml, live, server, virtual, bundles, sent: new SentFile() };
}

async function tellGuide(guide: GuideDesk, id: string): Promise<void> {
  try {
    const view = await guide.view(id);
    if (view.ok) push('guide:changed', view.value);
  } catch (error) {
    logError('guide:changed', error);
  }
}
