import type { z } from 'zod';

/** One request channel: the schema its input must pass before a handler sees it, and the type of its answer. */
export interface RequestSpec<S extends z.ZodType = z.ZodType, O = unknown> {
  readonly input: S;
  /** Carries the output type only; never set. */
  readonly output?: O;
}

/** `request<Output>()(inputSchema)`: the two calls let the output be named while the input is inferred. */
export const request =
  <O>() =>
  <S extends z.ZodType>(input: S): RequestSpec<S, O> => ({ input });

export type InputOf<R> = R extends RequestSpec<infer S, unknown> ? z.output<S> : never;
export type OutputOf<R> = R extends RequestSpec<z.ZodType, infer O> ? O : never;
