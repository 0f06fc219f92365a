import { Worker } from 'node:worker_threads';
import type { AppError } from '../../../shared/app-error';
import type { PreviewPushes } from '../../../shared/ipc/preview';
import { err } from '../../../shared/result';
import type { StoreTrouble } from '../stores/store-report';
import type { FromWorker, Question, QuestionInput, QuestionOutput, ToWorker, WorkerStart } from './worker-messages';

export interface PreviewServicePorts {
  /** The worker's bundle as text: it may lie in an archive that only the main thread can read. */
  readonly workerSource: () => string;
  readonly workspacesFolder: string;
  readonly progress: (progress: PreviewPushes['preview:progress']) => void;
  /** The worker ended unexpectedly; the next question starts another. */
  readonly stopped: (reason: string) => void;
  readonly fault: (question: Question, message: string) => void;
  readonly trouble: (trouble: StoreTrouble) => void;
}

interface Waiting {
  readonly question: Question;
  readonly settle: (output: unknown) => void;
}

/** Large organisations are planned in the worker; the main process only carries questions and answers. */
const heapLimitMb = 4096;

/**
 * The preview's worker as seen from the main process: started with the first question, started anew after a crash. A question
 * that cannot be answered because the worker ended is answered with that error, never left open.
 */
export class PreviewService {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private closing = false;

  constructor(private readonly ports: PreviewServicePorts) {}

  /** `handedOver` is memory of the input that is the worker's from then on: moved, not copied. */
  ask<Q extends Question>(question: Q, input: QuestionInput<Q>, handedOver: readonly ArrayBuffer[] = []): Promise<QuestionOutput<Q>> {
    return new Promise((resolve) => {
      const id = this.nextId;
      this.nextId += 1;
      this.waiting.set(id, { question, settle: (output) => resolve(output as QuestionOutput<Q>) });
      this.send({ kind: 'ask', id, question, input }, handedOver);
    });
  }

  /** Somebody else changed or removed the workspace's files. */
  forget(workspaceId: string): void {
    if (this.worker !== null) this.send({ kind: 'forget', workspaceId });
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.worker?.terminate();
  }

  private send(message: ToWorker, handedOver: readonly ArrayBuffer[] = []): void {
    this.worker ??= this.start();
    this.worker.postMessage(message, handedOver);
  }

  private start(): Worker {
    const start: WorkerStart = { workspacesFolder: this.ports.workspacesFolder };
    const worker = new Worker(this.ports.workerSource(), {
      eval: true,
      name: 'preview',
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMb },
    });
    let reason = 'it ended without saying why';
    worker.on('message', (message: FromWorker) => this.hear(message));
    worker.on('error', (error) => {
      reason = error.message;
    });
    worker.on('exit', () => this.ended(worker, reason));
    return worker;
  }

  private hear(message: FromWorker): void {
    switch (message.kind) {
      case 'answer':
        this.settle(message.id, message.output);
        return;
      case 'fault': {
        const question = this.waiting.get(message.id)?.question;
        if (question !== undefined) this.ports.fault(question, message.message);
        this.settle(message.id, err(faultError));
        return;
      }
      case 'progress':
        this.ports.progress(message.progress);
        return;
      case 'trouble':
        this.ports.trouble(message.trouble);
        return;
    }
  }

  private settle(id: number, output: unknown): void {
    this.waiting.get(id)?.settle(output);
    this.waiting.delete(id);
  }

  private ended(worker: Worker, reason: string): void {
    if (this.worker !== worker) return;
    this.worker = null;
    if (!this.closing) this.ports.stopped(reason);
    for (const id of [...this.waiting.keys()]) this.settle(id, err(stoppedError(reason)));
  }
}

const faultError: AppError = {
  code: 'preview-fault',
  message: 'The preview met a fault in this app; nothing was changed.',
  fix: 'Try again. If it happens again, send the log file to support; it holds no token.',
};

const stoppedError = (reason: string): AppError => ({
  code: 'preview-stopped',
  message: `The preview's worker stopped: ${reason}. What you imported and chose is kept.`,
  fix: 'Try again: it starts anew. An organisation that needs more memory than there is can be previewed in parts, by choosing fewer groups.',
});
