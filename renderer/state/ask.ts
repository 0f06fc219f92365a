import type { AppError } from '../../shared/app-error';
import type { Channel, Input, Output } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { invoke } from '../bridge';
import { showFailure } from './failure';

/** Channels whose answer may be an expected failure. */
type FallibleChannel = { [C in Channel]: Output<C> extends Result<unknown, AppError> ? C : never }[Channel];
type Value<C extends Channel> = Output<C> extends Result<infer V, AppError> ? V : never;

/** Asks main for something; when it cannot be had, says so under `title` and answers null. */
export async function ask<C extends FallibleChannel>(channel: C, input: Input<C>, title: string): Promise<Value<C> | null> {
  try {
    const answer = (await invoke(channel, input)) as Result<Value<C>, AppError>;
    if (answer.ok) return answer.value;
    showFailure(title, answer.error);
  } catch (cause) {
    showFailure(title, cause);
  }
  return null;
}
