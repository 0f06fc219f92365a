import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileDocuments } from '../../electron/node/stores/file-documents';
import { folderShelf } from '../../electron/node/stores/folder-shelf';
import type { OpenRecordFile } from '../../electron/node/stores/record-file';
import type { Cipher } from '../../electron/node/stores/secrets';
import type { StoreTrouble } from '../../electron/node/stores/store-report';
import { openVault } from '../../electron/node/stores/vault';
import { GuideDesk } from '../../electron/node/workspaces/guide-desk';
import { PeopleIndex } from '../../electron/node/workspaces/people-index';
import { Workspaces } from '../../electron/node/workspaces/workspaces';
import { turningCipher } from './plain-cipher';

/** Record files without electron-store: what tests read with, so that the writer does not judge itself. */
export const plainRecordFile: OpenRecordFile = (folder, name) => {
  const path = join(folder, `${name}.json`);
  return {
    path,
    readText: () => (existsSync(path) ? readFileSync(path, 'utf8') : null),
    write: (value) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, JSON.stringify(value));
    },
  };
};

/** A profile in a folder, put together as electron/shell/services.ts does it. */
export function openFileProfile(root: string, openRecordFile: OpenRecordFile = plainRecordFile, cipher: Cipher = turningCipher()) {
  const now = () => new Date();
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${process.pid}-${Date.now().toString(36)}-${ids}`;
  };
  const shelf = folderShelf(root, openRecordFile);
  const early: StoreTrouble[] = [];
  let report = (trouble: StoreTrouble): void => void early.push(trouble);
  const told = (trouble: StoreTrouble): void => report(trouble);
  const secrets = openVault({
    file: openRecordFile(root, 'secrets'),
    cipher,
    setAside: (path) => shelf.setAside(path, now()),
    report: told,
  });
  const documents = new FileDocuments({ folderOf: shelf.folderOf, now, report: told });
  const workspaces = new Workspaces({ shelf, documents, secrets, now, newId });
  report = workspaces.report;
  for (const trouble of early) report(trouble);
  const guide = new GuideDesk({ workspaces, secrets, people: new PeopleIndex(documents), now });
  return { shelf, secrets, documents, workspaces, guide };
}
