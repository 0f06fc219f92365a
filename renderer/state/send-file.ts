import { filePartBytes } from '../../shared/ipc/file';
import { invoke, RequestError } from '../bridge';

/**
 * Sends a large file to main, a part at a time, so that the window goes on answering meanwhile; answers the id that the request
 * which reads it names. `told` hears how much is there, 0 to 1.
 */
export async function sendFile(file: File, told: (fraction: number) => void = () => undefined): Promise<string> {
  const fileId = crypto.randomUUID();
  let offset = 0;
  do {
    const bytes = new Uint8Array(await readPart(file, offset));
    const answer = await invoke('file:part', { fileId, offset, bytes });
    if (!answer.ok) throw new RequestError('file:part', answer.error);
    offset += bytes.byteLength;
    told(file.size === 0 ? 1 : offset / file.size);
  } while (offset < file.size);
  return fileId;
}

async function readPart(file: File, offset: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(offset, offset + filePartBytes).arrayBuffer();
  } catch (cause) {
    throw new RequestError('file:part', {
      code: 'file-unreadable',
      message: `The file could not be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
      path: file.name,
      fix: 'Look whether it is still there. A folder cannot be dropped here.',
    });
  }
}
