import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import type { OpenRecordFile } from '../../node/stores/record-file';

/**
 * Records by electron-store, which writes a neighbour, brings it onto the disk and renames it. The store is opened with the first
 * write, never before: it refuses a damaged file, which `openRecord` has set aside by then.
 */
export const openElectronRecord: OpenRecordFile = (folder, name) => {
  const path = join(folder, `${name}.json`);
  let store: Store<Record<string, unknown>> | null = null;
  return {
    path,
    readText: () => (existsSync(path) ? readFileSync(path, 'utf8') : null),
    write: (value) => {
      store ??= new Store<Record<string, unknown>>({ cwd: folder, name, configFileMode: 0o600 });
      store.store = value;
    },
  };
};
