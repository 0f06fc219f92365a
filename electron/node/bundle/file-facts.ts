import { createHash } from 'node:crypto';
import type { FileFacts } from '../../../shared/ipc/bundle';

/** What tells one file from another, for whoever sends it and whoever receives it. */
export const fileFacts = (bytes: Uint8Array): FileFacts => ({
  bytes: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
