import { Worker } from 'node:worker_threads';
import type { AppError } from '../../../shared/app-error';
import { err } from '../../../shared/result';
import type { StoreTrouble } from '../stores/store-report';
import type { FromThread, ThreadStart, ToThread } from './thread-messages';

export interface ThreadPorts<Question extends string, Progress> {
  /** The thread's code as text: it may lie in an archive that only the main thread can read. */
  readonly source: () => string;
  readonly workspacesFolder: string;
  readonly progress: (progress: Progress) => void;
  readonly fault: (question: Question, message: string) => void;
  readonly trouble: (trouble: StoreTrouble) => void;
  /** The thread ended unexpectedly; the next question starts another. */
  readonly stopped?: (reason: string) => void;
}

export interface ThreadKind {
  readonly name: string;
  /** Told for a fault of this app. */
  readonly fault: AppError;
  /** Told to all who wait when the thread ended by itself, say for want of memory. */
  readonly stopped: (reason: string) => AppError;
}

interface Waiting<Question> {
  readonly question: Question;
  readonly settle: (output: unknown) => void;
}

/** Organisations of 100,000 people are planned in a thread; the main process only carries questions and answers. */
const heapLimitMb = 4096;

/** A worker thread that answers questions: started with the first, started anew after it ended. A question is never left open. */
export class AnsweringThread<Question extends string, Progress> {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting<Question>>();
  private nextId = 1;

  constructor(
    private readonly kind: ThreadKind,
    private readonly ports: ThreadPorts<Question, Progress>,
  ) {}

  get running(): boolean {
    return this.worker !== null;
  }

  /** `handedOver` is memory of the input that is the thread's from then on: moved, not copied. */
  ask(question: Question, input: unknown, handedOver: readonly ArrayBuffer[]): Promise<unknown> {
    return new Promise((resolve) => {
      const id = this.nextId;
      this.nextId += 1;
      this.waiting.set(id, { question, settle: resolve });
      this.send({ kind: 'ask', id, question, input } satisfies ToThread<Question>, handedOver);
    });
  }

  send(message: object, handedOver: readonly ArrayBuffer[] = []): void {
    this.worker ??= this.start();
    this.worker.postMessage(message, handedOver);
  }

  /** Ends the thread at once, whatever it is at; who waits is told this. */
  async end(told: AppError): Promise<void> {
    const { worker } = this;
    this.worker = null;
    this.answerAll(told);
    await worker?.terminate();
  }

  private start(): Worker {
    const start: ThreadStart = { workspacesFolder: this.ports.workspacesFolder };
    const worker = new Worker(this.ports.source(), {
      eval: true,
      name: this.kind.name,
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMb },
    });
    let reason = 'it ended without saying why';
    worker.on('message', (message: FromThread<Progress>) => {
      if (this.worker === worker) this.hear(message);
    });
    worker.on('error', (error) => {
      reason = error.message;
    });
    worker.on('exit', () => {
      if (this.worker !== worker) return;
      this.worker = null;
      this.ports.stopped?.(reason);
      this.answerAll(this.kind.stopped(reason));
    });
    return worker;
  }

  private hear(message: FromThread<Progress>): void {
    switch (message.kind) {
      case 'answer':
        this.settle(message.id, message.output);
        return;
      case 'fault': {
        const question = this.waiting.get(message.id)?.question;
        if (question !== undefined) this.ports.fault(question, message.message);
        this.settle(message.id, err(this.kind.fault));
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
