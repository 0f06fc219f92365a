import { Worker } from 'node:worker_threads';
import type { AppError } from '../../../shared/app-error';
import type { BundleProgress } from '../../../shared/bundle/bundle-plan';
import { err } from '../../../shared/result';
import type { StoreTrouble } from '../stores/store-report';
import type { BundleQuestion, FromThread, QuestionInput, QuestionOutput, ThreadStart, ToThread } from './bundle-messages';

export interface BundleThreadPorts {
  /** The thread's code as text: it may lie in an archive that only the main thread can read. */
  readonly source: () => string;
  readonly workspacesFolder: string;
  readonly progress: (progress: BundleProgress) => void;
  readonly fault: (question: BundleQuestion, message: string) => void;
  readonly trouble: (trouble: StoreTrouble) => void;
}

interface Waiting {
  readonly question: BundleQuestion;
  readonly settle: (output: unknown) => void;
}

/** As for the preview: a bundle of 100,000 people is held with its plan. */
const heapLimitMb = 4096;

/**
 * A thread that holds one bundle, apart from the workspace and its preview. It begins with the first question and ends with `drop`,
 * which also is how work is cancelled: at once, whatever it is at. A question is never left open.
 */
export class BundleThread {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  /** How often it was dropped: who prepares a question can tell whether it is still wanted. */
  drops = 0;

  constructor(private readonly ports: BundleThreadPorts) {}

  /** `handedOver` is memory of the input that is the thread's from then on: moved, not copied. */
  ask<Q extends BundleQuestion>(question: Q, input: QuestionInput<Q>, handedOver: readonly ArrayBuffer[] = []): Promise<QuestionOutput<Q>> {
    return new Promise((resolve) => {
      const id = this.nextId;
      this.nextId += 1;
      this.waiting.set(id, { question, settle: (output) => resolve(output as QuestionOutput<Q>) });
      this.worker ??= this.start();
      this.worker.postMessage({ id, question, input } satisfies ToThread, handedOver);
    });
  }

  /** Forgets the bundle; what was still being worked on is answered `cancelled`. */
  async drop(): Promise<void> {
    const { worker } = this;
    this.drops += 1;
    this.worker = null;
    this.answerAll(cancelled);
    await worker?.terminate();
  }

  private start(): Worker {
    const start: ThreadStart = { workspacesFolder: this.ports.workspacesFolder };
    const worker = new Worker(this.ports.source(), {
      eval: true,
      name: 'bundle',
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMb },
    });
    let reason = 'it ended without saying why';
    worker.on('message', (message: FromThread) => {
      if (this.worker === worker) this.hear(message);
    });
    worker.on('error', (error) => {
      reason = error.message;
    });
    worker.on('exit', () => {
      if (this.worker !== worker) return;
      this.worker = null;
      this.answerAll(stopped(reason));
    });
    return worker;
  }

  private hear(message: FromThread): void {
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

  private answerAll(error: AppError): void {
    for (const id of [...this.waiting.keys()]) this.settle(id, err(error));
  }
}

export const cancelled: AppError = { code: 'cancelled', message: 'It was cancelled.' };

const faultError: AppError = {
  code: 'bundle-fault',
  message: 'The bundle met a fault in this app; nothing was changed.',
  fix: 'Try again. If it happens again, the log file names the cause; it holds no token.',
};

const stopped = (reason: string): AppError => ({
  code: 'bundle-stopped',
  message: `The work on the bundle stopped: ${reason}. Nothing was written and nothing changed.`,
  fix: 'Try again. Where it needs more memory than there is, use the commands "bundle" and "replay".',
});
