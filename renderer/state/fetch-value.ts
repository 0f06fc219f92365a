import type { AppError } from '../../shared/app-error';
import type { Channel, Input, Output } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { invoke, RequestError } from '../bridge';

/** Channels whose answer may be an expected failure. */
export type FallibleChannel = { [C in Channel]: Output<C> extends Result<unknown, AppError> ? C : never }[Channel];
export type Value<C extends Channel> = Output<C> extends Result<infer V, AppError> ? V : never;

/** For queries: the value itself, or a `RequestError` with the reason, expected or not. */
export async function fetchValue<C extends FallibleChannel>(channel: C, input: Input<C>): Promise<Value<C>> {
  const answer = (await invoke(channel, input)) as Result<Value<C>, AppError>;
  if (!answer.ok) throw new RequestError(channel, answer.error);
  return answer.value;
}
