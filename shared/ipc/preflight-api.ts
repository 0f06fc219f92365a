import type { AppError } from '../app-error';
import type { Result } from '../result';

/** What the preload script puts on the window, and all that it puts there. Untyped on purpose: `renderer/bridge.ts` adds the contract's types. */
export interface PreflightApi {
  /** Fails when the channel is unknown, the input does not pass its schema, or the handler threw. */
  readonly invoke: (channel: string, input: unknown) => Promise<Result<unknown, AppError>>;
  /** Answers the function that ends the subscription. */
  readonly subscribe: (topic: string, listener: (payload: unknown) => void) => () => void;
}

/** The two wires under the contract: one that asks, one that tells. */
export const requestWire = 'preflight:request';
export const pushWire = 'preflight:push';
