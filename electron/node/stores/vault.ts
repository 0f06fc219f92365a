import { z } from 'zod';
import { openRecord } from './open-record';
import type { RecordFile } from './record-file';
import type { Cipher, KeptSecret, Secrets } from './secrets';
import type { ReportTrouble } from './store-report';

const vaultSchema = z.strictObject({
  format: z.literal('scim-preflight/secrets@1'),
  /** `workspace/secret` → encrypted, base64. */
  entries: z.record(z.string(), z.base64()),
});
type Entries = z.output<typeof vaultSchema>['entries'];

interface VaultPorts {
  readonly file: RecordFile;
  readonly cipher: Cipher;
  readonly setAside: (path: string) => string;
  readonly report: ReportTrouble;
}

/** What is never on the disk as it is: with a keyring its encrypted form in a file of its own, without one nothing. */
export function openVault({ file, cipher, setAside, report }: VaultPorts): Secrets {
  const memory = new Map<string, string>();
  const withdrawn = new Map<string, string>();
  const onDisk = cipher.keeping.kind === 'keyring';
  const noCopy: RecordFile = { path: file.path, readText: () => null, write: () => undefined };
  const begin = { format: 'scim-preflight/secrets@1' as const, entries: {} };
  const opened = onDisk ? openRecord({ schema: vaultSchema, begin: () => begin }, { file, copy: noCopy, setAside, report }) : null;
  /** False also for a file of a version we do not know: it stays as it is, and tokens are in memory only. */
  const writable = opened?.ok === true;
  let entries: Entries = writable ? opened.value.entries : {};

  const keyOf = (workspaceId: string, id: KeptSecret): string => `${workspaceId}/${id}`;
  const save = (next: Entries): void => {
    entries = next;
    if (writable) file.write({ format: 'scim-preflight/secrets@1', entries });
  };
  const drop = (keys: readonly string[]): void => {
    for (const key of keys) memory.delete(key);
    if (keys.some((key) => Object.hasOwn(entries, key))) {
      save(Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.includes(key))));
    }
  };
  const readKey = (key: string): string | null => {
    const held = memory.get(key);
    if (held !== undefined) return held;
    const kept = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (kept === undefined) return null;
    const text = cipher.decrypt(Buffer.from(kept, 'base64'));
    if (text !== null) memory.set(key, text);
    return text;
  };
  const keepKey = (key: string, text: string): void => {
    memory.set(key, text);
    if (writable) save({ ...entries, [key]: Buffer.from(cipher.encrypt(text)).toString('base64') });
  };
  const keysOf = (map: Iterable<string>, workspaceId: string): readonly string[] =>
    [...map].filter((key) => key.startsWith(`${workspaceId}/`));

  return {
    keeping:
      onDisk && !writable ? { kind: 'memory', why: 'The file of kept tokens was written by another version of the app.' } : cipher.keeping,
    keep: (workspaceId, id, text) => keepKey(keyOf(workspaceId, id), text),
    read: (workspaceId, id) => readKey(keyOf(workspaceId, id)),
    forget: (workspaceId, id) => drop([keyOf(workspaceId, id)]),
    withdraw: (workspaceId) => {
      const keys = new Set([...keysOf(memory.keys(), workspaceId), ...keysOf(Object.keys(entries), workspaceId)]);
      for (const key of keys) {
        const text = readKey(key);
        if (text !== null) withdrawn.set(key, text);
      }
      drop([...keys]);
    },
    putBack: (workspaceId) => {
      for (const key of keysOf(withdrawn.keys(), workspaceId)) {
        keepKey(key, withdrawn.get(key) ?? '');
        withdrawn.delete(key);
      }
    },
    destroy: (workspaceId) => {
      for (const key of keysOf(withdrawn.keys(), workspaceId)) withdrawn.delete(key);
      drop([...keysOf(memory.keys(), workspaceId), ...keysOf(Object.keys(entries), workspaceId)]);
    },
  };
}
