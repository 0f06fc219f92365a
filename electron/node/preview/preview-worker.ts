import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { PreviewPushes } from '../../../shared/ipc/preview';
import { FileDocuments } from '../stores/file-documents';
import { answerInThread } from '../threads/answer-in-thread';
import type { FromThread, ThreadStart } from '../threads/thread-messages';
import { Desks } from './answer-questions';
import type { ToWorker } from './worker-messages';

if (parentPort === null) throw new Error('the preview worker is started as a worker thread');
const port = parentPort;
const { workspacesFolder } = workerData as ThreadStart;
const tell = (message: FromThread<PreviewPushes['preview:progress']>): void => port.postMessage(message);

const documents = new FileDocuments({
  folderOf: (workspaceId) => join(workspacesFolder, workspaceId),
  now: () => new Date(),
  report: (trouble) => tell({ kind: 'trouble', trouble }),
});
const desks = new Desks({
  documentsOf: (workspaceId) => documents.of(workspaceId),
  clock: { now: () => new Date(), elapsedMs: () => performance.now() },
  report: (progress) => tell({ kind: 'progress', progress }),
});

port.on('message', (message: ToWorker) => {
  if (message.kind === 'forget') desks.forget(message.workspaceId);
  else void answerInThread(port, desks.answers, message);
});
