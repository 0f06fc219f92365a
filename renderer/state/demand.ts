import type { AppError } from '../../shared/app-error';
import type { Channel, Input, Output } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { invoke, RequestError } from '../bridge';

type ValueOf<R> = R extends { readonly ok: true; readonly value: infer V } ? V : never;

/** Asks for something that may be refused: the value, or a rejection that a query or mutation carries to `errorOf`. */
export async function demand<C extends Channel>(channel: C, input: Input<C>): Promise<ValueOf<Output<C>>> {
  const answer = (await invoke(channel, input)) as Result<ValueOf<Output<C>>, AppError>;
  if (!answer.ok) throw new RequestError(channel, answer.error);
  return answer.value;
}

/** A refusal as the data it is; a fault of ours as one that can be reported. */
export function errorOf(error: Error | null): AppError | null {
  if (error === null) return null;
  return error instanceof RequestError ? error.error : { code: 'fault', message: error.message };
}
