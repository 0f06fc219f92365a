import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { BundleProgress } from '../../../shared/bundle/bundle-plan';
import { FileDocuments } from '../stores/file-documents';
import { saveFile } from '../stores/save-file';
import { answerInThread } from '../threads/answer-in-thread';
import type { FromThread, ThreadStart, ToThread } from '../threads/thread-messages';
import type { BundleAnswers, BundleQuestion } from './bundle-messages';
import { MadeDesk } from './made-desk';
import { PlayedDesk } from './played-desk';

if (parentPort === null) throw new Error('the bundle worker is started as a worker thread');
const port = parentPort;
const { workspacesFolder } = workerData as ThreadStart;
const tell = (message: FromThread<BundleProgress>): void => port.postMessage(message);

/** Seen often enough to know that it goes on, seldom enough to cost nothing. */
const toldEveryMs = 60;
let toldAt = Number.NEGATIVE_INFINITY;
let toldStage = '';
function report(progress: BundleProgress): void {
  const now = performance.now();
  if (progress.stage === toldStage && now - toldAt < toldEveryMs) return;
  toldAt = now;
  toldStage = progress.stage;
  tell({ kind: 'progress', progress });
}

const documents = new FileDocuments({
  folderOf: (workspaceId) => join(workspacesFolder, workspaceId),
  now: () => new Date(),
  report: (trouble) => tell({ kind: 'trouble', trouble }),
});
const made = new MadeDesk(documents, report);
const played = new PlayedDesk(report);

const answers: BundleAnswers = {
  make: (input) => made.make(input),
  'look-for': ({ text }) => made.lookFor(text),
  records: (input) => made.records(input),
  save: async ({ path }) => {
    const text = made.text();
    return text.ok ? saveFile(path, text.value) : text;
  },
  open: ({ name, parts }) => played.open(name, parts),
  people: (input) => played.people(input),
  findings: (input) => played.findings(input),
  exchanges: (input) => played.exchanges(input),
};

port.on('message', (message: ToThread<BundleQuestion>) => void answerInThread(port, answers, message));
