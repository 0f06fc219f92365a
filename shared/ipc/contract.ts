import { appRequests } from './app';
import type { InputOf, OutputOf } from './define';

/**
 * The whole contract between the window and the main process. Each topic file holds its channels; a new topic is added here once.
 * Requests are asked by the window and answered by main; pushes are told by main to the window.
 */
export const requests = { ...appRequests };

export type Requests = typeof requests;
export type Channel = keyof Requests;
export type Input<C extends Channel> = InputOf<Requests[C]>;
export type Output<C extends Channel> = OutputOf<Requests[C]>;

/** Topic → payload. Payloads are plain data (structured clone). */
// biome-ignore lint/suspicious/noEmptyInterface: topics add their pushes by extending it
export interface Pushes {}
export type PushTopic = keyof Pushes;
