import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import type { OpenRecordFile } from './record-file';
import { setAside } from './set-aside';
import type { Shelf, Trashed } from './shelf';
import { neighbourEnding } from './write-whole-file';

/**
 * `<root>/workspaces/<id>/workspace.json` and the documents beside it; `<root>/trash/<time>_<id>/` for deleted ones; `<root>/app.json`.
 * Deleting and taking back are each one rename: a kill leaves the workspace in one of the two places.
 */
export function folderShelf(root: string, openRecordFile: OpenRecordFile): Shelf {
  const workspaces = join(root, 'workspaces');
  const trash = join(root, 'trash');
  for (const folder of [workspaces, trash]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  sweepUnfinished(workspaces);
  const folderOf = (workspaceId: string): string => join(workspaces, safeName(workspaceId));
  return {
    root,
    list: () => foldersIn(workspaces).filter((id) => records.some((name) => existsSync(join(workspaces, id, `${name}.json`)))),
    folderOf,
    recordOf: (workspaceId) => openRecordFile(folderOf(workspaceId), 'workspace'),
    copyOf: (workspaceId) => openRecordFile(folderOf(workspaceId), 'workspace.last-good'),
    appRecord: () => ({ file: openRecordFile(root, 'app'), copy: openRecordFile(root, 'app.last-good') }),
    duplicate: (from, to) => {
      const unfinished = join(workspaces, `.${safeName(to)}${neighbourEnding}`);
      mkdirSync(unfinished, { mode: 0o700 });
      for (const name of readdirSync(folderOf(from)).filter(isDocument)) copyFileSync(join(folderOf(from), name), join(unfinished, name));
      renameSync(unfinished, folderOf(to));
    },
    trash: (workspaceId, at) => {
      const trashId = `${at.toISOString().replace(/[:.]/g, '-')}_${safeName(workspaceId)}`;
      renameSync(folderOf(workspaceId), join(trash, trashId));
      return trashId;
    },
    restore: (trashId) => {
      const { workspaceId } = readTrashId(trashId);
      renameSync(join(trash, safeName(trashId)), folderOf(workspaceId));
      return workspaceId;
    },
    trashed: () =>
      foldersIn(trash)
        .filter((name) => trashPattern.test(name))
        .map((trashId): Trashed => ({ trashId, ...readTrashId(trashId), record: openRecordFile(join(trash, trashId), 'workspace') })),
    destroy: (trashId) => rmSync(join(trash, safeName(trashId)), { recursive: true, force: true, maxRetries: 3 }),
    setAside,
  };
}

/** The state and its copy; a folder with neither was left by a kill while it was made. */
const records = ['workspace', 'workspace.last-good'];

/** Documents are copied; records are written anew. A journal, and with it its server's port and beginning, belongs to where it was written. */
const isDocument = (name: string): boolean => /^[a-z0-9-]+\.json$/.test(name) && ![...records, 'local-server'].includes(parse(name).name);

const trashPattern = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z_([a-z0-9-]{1,64})$/;

function readTrashId(trashId: string): { readonly workspaceId: string; readonly deletedAt: string } {
  const [, day, hours, minutes, seconds, millis, workspaceId = ''] = trashPattern.exec(trashId) ?? [];
  if (workspaceId === '') throw new Error(`not a folder of the trash: ${trashId}`);
  return { workspaceId, deletedAt: `${day}T${hours}:${minutes}:${seconds}.${millis}Z` };
}

/** Ids come through the contract: one that is no plain name must not lead out of the folder. */
function safeName(name: string): string {
  if (name === '' || name !== basename(name) || name.startsWith('.')) throw new Error(`not a name of a folder: ${name}`);
  return name;
}

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);

/** Neighbours that a kill left before their rename: never read, so only room is lost. */
function sweepUnfinished(workspaces: string): void {
  for (const name of readdirSync(workspaces)) {
    if (name.endsWith(neighbourEnding)) rmSync(join(workspaces, name), { recursive: true, force: true });
  }
  for (const id of foldersIn(workspaces)) {
    for (const name of readdirSync(join(workspaces, id))) {
      if (name.endsWith(neighbourEnding)) rmSync(join(workspaces, id, name), { force: true });
    }
  }
}
