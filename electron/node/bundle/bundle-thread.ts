import type { AppError } from '../../../shared/app-error';
import type { BundleProgress } from '../../../shared/bundle/bundle-plan';
import { AnsweringThread, type ThreadKind, type ThreadPorts } from '../threads/answering-thread';
import type { BundleQuestion, QuestionInput, QuestionOutput } from './bundle-messages';

/**
 * A thread that holds one bundle, apart from the workspace and its preview. It begins with the first question and ends with `drop`,
 * which also is how work is cancelled: at once, whatever it is at.
 */
export class BundleThread {
  private readonly thread: AnsweringThread<BundleQuestion, BundleProgress>;
  /** How often it was dropped: who prepares a question can tell whether it is still wanted. */
  drops = 0;

  constructor(ports: ThreadPorts<BundleQuestion, BundleProgress>) {
    this.thread = new AnsweringThread(bundle, ports);
  }

  /** `handedOver` is memory of the input that is the thread's from then on: moved, not copied. */
  ask<Q extends BundleQuestion>(question: Q, input: QuestionInput<Q>, handedOver: readonly ArrayBuffer[] = []): Promise<QuestionOutput<Q>> {
    return this.thread.ask(question, input, handedOver) as Promise<QuestionOutput<Q>>;
  }

  /** Forgets the bundle; what was still being worked on is answered `cancelled`. */
  async drop(): Promise<void> {
    this.drops += 1;
    await this.thread.end(cancelled);
  }
}

export const cancelled: AppError = { code: 'cancelled', message: 'It was cancelled.' };

const bundle: ThreadKind = {
  name: 'bundle',
  fault: {
    code: 'bundle-fault',
    message: 'The bundle met a fault in this app; nothing was changed.',
    fix: 'Try again. If it happens again, the log file names the cause; it holds no token.',
  },
  stopped: (reason) => ({
    code: 'bundle-stopped',
    message: `The work on the bundle stopped: ${reason}. Nothing was written and nothing changed.`,
    fix: 'Try again. Where it needs more memory than there is, use the commands "bundle" and "replay".',
  }),
};
