import { MemoryDocuments } from '../../electron/node/stores/memory-documents';
import { memoryShelf } from '../../electron/node/stores/memory-shelf';
import type { Cipher } from '../../electron/node/stores/secrets';
import type { StoreTrouble } from '../../electron/node/stores/store-report';
import { openVault } from '../../electron/node/stores/vault';
import { GuideDesk } from '../../electron/node/workspaces/guide-desk';
import { PeopleIndex } from '../../electron/node/workspaces/people-index';
import { Workspaces } from '../../electron/node/workspaces/workspaces';
import { turningCipher } from './plain-cipher';

/** A profile in memory. `texts` is its disk: opening again with the same one is a restart. */
export function openProfile(texts = new Map<string, string>(), cipher: Cipher = turningCipher()) {
  let time = Date.parse('2026-11-24T08:00:00.000Z');
  let ids = 0;
  const now = () => {
    time += 1000;
    return new Date(time);
  };
  const shelf = memoryShelf(texts);
  const documents = new MemoryDocuments();
  const file = {
    path: 'secrets.json',
    readText: () => texts.get('secrets.json') ?? null,
    write: (value: unknown) => void texts.set('secrets.json', JSON.stringify(value)),
  };
  const early: StoreTrouble[] = [];
  let report = (trouble: StoreTrouble): void => void early.push(trouble);
  const secrets = openVault({
    file,
    cipher,
    setAside: (path) => shelf.setAside(path, now()),
    report: (trouble) => report(trouble),
  });
  const newId = () => {
    ids += 1;
    return `id-${texts.size}-${ids}`;
  };
  const workspaces = new Workspaces({ shelf, documents, secrets, now, newId });
  report = workspaces.report;
  for (const trouble of early) report(trouble);
  const guide = new GuideDesk({ workspaces, secrets, people: new PeopleIndex(documents), now });
  return { texts, shelf, documents, secrets, workspaces, guide };
}

export function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T {
  if (!result.ok) throw new Error(`expected success, found ${JSON.stringify(result.error)}`);
  return result.value;
}
