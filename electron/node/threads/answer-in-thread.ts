import type { MessagePort } from 'node:worker_threads';
import type { FromThread, ToThread } from './thread-messages';

/** The other end of `AnsweringThread`: answers one question, and tells a fault of ours as one. */
export async function answerInThread<Question extends string>(
  port: MessagePort,
  answers: { readonly [Q in Question]: (input: never) => unknown },
  { id, question, input }: ToThread<Question>,
): Promise<void> {
  const tell = (message: FromThread<never>): void => port.postMessage(message);
  try {
    const reply = answers[question] as (input: unknown) => unknown;
    tell({ kind: 'answer', id, output: await reply(input) });
  } catch (error) {
    tell({ kind: 'fault', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
