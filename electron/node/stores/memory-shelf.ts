import type { RecordFile } from './record-file';
import type { Shelf } from './shelf';

/** The in-memory twin of `folderShelf`. `texts` is its disk: path → content, for tests to look at and to damage. */
export function memoryShelf(texts = new Map<string, string>()): Shelf {
  const record = (path: string): RecordFile => ({
    path,
    readText: () => texts.get(path) ?? null,
    write: (value) => void texts.set(path, JSON.stringify(value)),
  });
  const folderOf = (workspaceId: string): string => `workspaces/${workspaceId}`;
  const move = (from: string, to: string): void => {
    for (const [path, text] of [...texts]) {
      if (!path.startsWith(`${from}/`)) continue;
      texts.set(`${to}${path.slice(from.length)}`, text);
      texts.delete(path);
    }
  };
  const foldersIn = (folder: string): readonly string[] => [
    ...new Set([...texts.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.split('/')[1] ?? '')),
  ];
  return {
    root: 'memory',
    list: () => foldersIn('workspaces'),
    folderOf,
    recordOf: (workspaceId) => record(`${folderOf(workspaceId)}/workspace.json`),
    copyOf: (workspaceId) => record(`${folderOf(workspaceId)}/workspace.last-good.json`),
    appRecord: () => ({ file: record('app.json'), copy: record('app.last-good.json') }),
    /** Documents have a twin of their own: there is nothing beside the records here. */
    duplicate: () => undefined,
    trash: (workspaceId, at) => {
      const trashId = `${at.toISOString()}_${workspaceId}`;
      move(folderOf(workspaceId), `trash/${trashId}`);
      return trashId;
    },
    restore: (trashId) => {
      const workspaceId = trashId.slice(trashId.indexOf('_') + 1);
      move(`trash/${trashId}`, folderOf(workspaceId));
      return workspaceId;
    },
    trashed: () =>
      foldersIn('trash').map((trashId) => {
        const cut = trashId.indexOf('_');
        const record_ = record(`trash/${trashId}/workspace.json`);
        return { trashId, workspaceId: trashId.slice(cut + 1), deletedAt: trashId.slice(0, cut), record: record_ };
      }),
    destroy: (trashId) => {
      for (const path of [...texts.keys()]) if (path.startsWith(`trash/${trashId}/`)) texts.delete(path);
    },
    setAside: (path, at) => {
      const target = path.replace(/\.json$/, `.corrupt-${at.toISOString()}.json`);
      texts.set(target, texts.get(path) ?? '');
      texts.delete(path);
      return target;
    },
  };
}
