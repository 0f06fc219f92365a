import type { AppError } from '../../../shared/app-error';
import type { PreviewPushes } from '../../../shared/ipc/preview';
import { AnsweringThread, type ThreadKind, type ThreadPorts } from '../threads/answering-thread';
import type { Question, QuestionInput, QuestionOutput, ToWorker } from './worker-messages';

type Progress = PreviewPushes['preview:progress'];

/** The preview's worker as seen from the main process. */
export class PreviewService {
  private readonly thread: AnsweringThread<Question, Progress>;

  constructor(ports: ThreadPorts<Question, Progress>) {
    this.thread = new AnsweringThread(preview, ports);
  }

  /** `handedOver` is memory of the input that is the worker's from then on: moved, not copied. */
  ask<Q extends Question>(question: Q, input: QuestionInput<Q>, handedOver: readonly ArrayBuffer[] = []): Promise<QuestionOutput<Q>> {
    return this.thread.ask(question, input, handedOver) as Promise<QuestionOutput<Q>>;
  }

  /** Somebody else changed or removed the workspace's files. */
  forget(workspaceId: string): void {
    if (this.thread.running) this.thread.send({ kind: 'forget', workspaceId } satisfies ToWorker);
  }

  async close(): Promise<void> {
    await this.thread.end(closing);
  }
}

const closing: AppError = { code: 'cancelled', message: 'The app is closing.' };

const preview: ThreadKind = {
  name: 'preview',
  fault: {
    code: 'preview-fault',
    message: 'The preview met a fault in this app; nothing was changed.',
    fix: 'Try again. If it happens again, send the log file to support; it holds no token.',
  },
  stopped: (reason) => ({
    code: 'preview-stopped',
    message: `The preview's worker stopped: ${reason}. What you imported and chose is kept.`,
    fix: 'Try again: it starts anew. An organisation that needs more memory than there is can be previewed in parts, by choosing fewer groups.',
  }),
};
