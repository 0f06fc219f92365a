import type { SecretId } from '../../../shared/guide/value-id';
import type { SecretKeeping } from '../../../shared/ipc/workspaces';

/** Turns secrets into bytes that only this user of this machine can read; Electron's safeStorage in the app. */
export interface Cipher {
  readonly keeping: SecretKeeping;
  readonly encrypt: (text: string) => Uint8Array;
  /** Null where the keyring does not know the key any more (another user, a new machine). */
  readonly decrypt: (bytes: Uint8Array) => string | null;
}

/** The vendor's token, and the one that the local server asks for. */
export type KeptSecret = SecretId | 'local-server-token';

/** Tokens, one of each kind a workspace. They leave through `read` only: to a header of a request, or to the clipboard. */
export interface Secrets {
  readonly keeping: SecretKeeping;
  readonly keep: (workspaceId: string, id: KeptSecret, text: string) => void;
  readonly read: (workspaceId: string, id: KeptSecret) => string | null;
  readonly forget: (workspaceId: string, id: KeptSecret) => void;
  /** Out of the file at once; remembered until the app ends, so that deleting a workspace can be taken back. */
  readonly withdraw: (workspaceId: string) => void;
  readonly putBack: (workspaceId: string) => void;
  /** Out of memory as well. */
  readonly destroy: (workspaceId: string) => void;
}
