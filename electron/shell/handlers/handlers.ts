import type { BrowserWindow } from 'electron';
import type { Channel, Input, Output } from '../../../shared/ipc/contract';

export interface RequestContext {
  /** The main window, for dialogs that belong to it; null only while the app closes. */
  readonly window: () => BrowserWindow | null;
}

export type Handler<C extends Channel> = (input: Input<C>, context: RequestContext) => Output<C> | Promise<Output<C>>;

/** One handler a channel. A topic's file answers for its own channels: `Handlers<keyof typeof appRequests>`. */
export type Handlers<Topic extends Channel = Channel> = { readonly [C in Topic]: Handler<C> };
