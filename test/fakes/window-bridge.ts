import type { Channel, Input } from '../../shared/ipc/contract';
import type { PreflightApi } from '../../shared/ipc/preflight-api';
import { ok } from '../../shared/result';

/** One request of the window that waits for its answer. */
export interface WaitingRequest {
  readonly channel: Channel;
  readonly input: unknown;
  readonly answer: (value: unknown) => void;
}

export interface WindowBridge {
  /** Requests not answered yet, the oldest first. */
  readonly waiting: WaitingRequest[];
  readonly asked: (channel: Channel) => readonly unknown[];
  /** Answers the oldest waiting request. */
  readonly answerNext: (value: unknown) => Promise<void>;
  readonly remove: () => void;
}

/** Stands in for the preload script: every request waits until the test answers it. */
export function installWindowBridge(): WindowBridge {
  const waiting: WaitingRequest[] = [];
  const all: { readonly channel: string; readonly input: unknown }[] = [];
  const api: PreflightApi = {
    invoke: (channel, input) => {
      all.push({ channel, input });
      return new Promise((resolve) => {
        waiting.push({ channel: channel as Channel, input, answer: (value) => resolve(ok(value)) });
      });
    },
    subscribe: () => () => undefined,
  };
  Reflect.set(globalThis, 'window', { preflight: api });
  return {
    waiting,
    asked: (channel) => all.filter((request) => request.channel === channel).map(({ input }) => input as Input<Channel>),
    answerNext: async (value) => {
      const next = waiting.shift();
      if (next === undefined) throw new Error('nothing was asked');
      next.answer(value);
      await settle();
    },
    remove: () => {
      Reflect.deleteProperty(globalThis, 'window');
    },
  };
}

/** Lets promises that are resolved already run their course. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
