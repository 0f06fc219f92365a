import type { AppError } from '../shared/app-error';
import type { Channel, Input, Output, Pushes, PushTopic } from '../shared/ipc/contract';
import type { PreflightApi } from '../shared/ipc/preflight-api';

declare global {
  interface Window {
    readonly preflight: PreflightApi;
  }
}

/** A request that main refused or could not finish: the reason is data, made for `ErrorNotice`. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly channel: Channel,
    readonly error: AppError,
  ) {
    super(error.message);
  }
}

/** Asks main. Rejects with a `RequestError` when the input was refused or the handler failed; expected failures are part of the output. */
export async function invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const answer = await window.preflight.invoke(channel, input);
  if (!answer.ok) throw new RequestError(channel, answer.error);
  return answer.value as Output<C>;
}

/** Listens to a push of main until the returned function is called. */
export function subscribe<T extends PushTopic>(topic: T, listener: (payload: Pushes[T]) => void): () => void {
  return window.preflight.subscribe(topic, (payload) => listener(payload as Pushes[T]));
}
