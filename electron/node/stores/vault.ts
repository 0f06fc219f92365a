import { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import type { SecretKeeping } from '../../../shared/ipc/workspaces';
import { notWritten } from './not-written';
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

/**
 * What is never on the disk as it is: with a keyring its encrypted form in a file of its own, without one nothing. Where keyring or disk
 * refuses midway, that is reported, tokens are held in memory, and the next one that is kept takes them along.
 */
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
  /** Held in memory alone, though there is a keyring. */
  const unkept = new Set<string>();
  let refused: string | null = null;

  const refuse = (why: string, problem: AppError): void => {
    refused = why;
    report({ file: file.path, setAsideTo: null, outcome: 'not-written', problem });
  };
  const save = (next: Entries): boolean => {
    entries = next;
    try {
      file.write({ format: 'scim-preflight/secrets@1', entries });
      return true;
    } catch (error) {
      refuse('The file of kept tokens could not be written.', notWritten('The file of kept tokens', file.path, error));
      return false;
    }
  };
  /** What the file held under these keys before is another token: better none after a restart than that one. */
  const encrypt = (keys: Iterable<string>): Entries => {
    const next = { ...entries };
    for (const key of keys) {
      delete next[key];
      const text = memory.get(key);
      if (text === undefined) continue;
      try {
        next[key] = Buffer.from(cipher.encrypt(text)).toString('base64');
      } catch (error) {
        refuse('The system’s keyring did not take a token.', keyringRefused(file.path, error));
      }
    }
    return next;
  };
  const drop = (keys: readonly string[]): void => {
    for (const key of keys) memory.delete(key);
    for (const key of keys) unkept.delete(key);
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
    if (!writable) return;
    unkept.add(key);
    const saved = save(encrypt(unkept));
    for (const one of unkept) if (saved && Object.hasOwn(entries, one)) unkept.delete(one);
  };
  const keysOf = (map: Iterable<string>, workspaceId: string): readonly string[] =>
    [...map].filter((key) => key.startsWith(`${workspaceId}/`));

  return {
    get keeping(): SecretKeeping {
      if (onDisk && !writable) return { kind: 'memory', why: 'The file of kept tokens was written by another version of the app.' };
      return unkept.size > 0 && refused !== null ? { kind: 'memory', why: refused } : cipher.keeping;
    },
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

const keyringRefused = (path: string, error: unknown): AppError => ({
  code: 'keyring-refused',
  message: `The system’s keyring did not encrypt a token: ${(error instanceof Error ? error.message : String(error)).replace(/\.$/, '')}. It is held in memory until the app is closed.`,
  path,
  fix: 'Unlock the keyring and enter the token again, or go on and enter it again after a restart.',
});
